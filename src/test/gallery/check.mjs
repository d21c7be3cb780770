// Opens pages in headless Chromium and fails where one of them says something on the console, asks the network for
// anything, or breaks a rule of axe-core (WCAG 2.2 A and AA, and best practices); in light, dark and on paper.
// node check.mjs [--picture FILE.jpg] PAGE.html ...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = process.argv.slice(2);
const picture = pages[0] === "--picture" ? pages.splice(0, 2)[1] : undefined;
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"],
  protocolTimeout: 600000,
});
let faults = 0;
const fault = (page, words) => {
  faults++;
  console.error(`${page}: ${words}`);
};

for (const name of pages) {
  for (const look of ["light", "dark", "print"]) {
    const page = await browser.newPage();
    const own = pathToFileURL(resolve(name)).href;
    page.on("console", (message) => fault(name, `console: ${message.text()}`));
    page.on("pageerror", (error) => fault(name, `error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== own && !request.url().startsWith("data:")) fault(name, `request: ${request.url()}`);
    });
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look === "dark" ? "dark" : "light" }]);
    if (look === "print") await page.emulateMediaType("print");
    await page.goto(own, { waitUntil: "load", timeout: 300000 });
    if (picture && look === "light" && name === pages[0]) {
      await page.screenshot({ path: picture, quality: 90, clip: { x: 0, y: 0, width: 1280, height: 1180 }, captureBeyondViewport: true });
    }
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}-${look}.png`, fullPage: true });
    // axe-core runs through the protocol's isolated world, so the page's own policy stays as strict as it is.
    const session = await page.createCDPSession();
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    const run = (expression) =>
      session.send("Runtime.evaluate", { contextId: executionContextId, expression, awaitPromise: true, returnByValue: true });
    await run(axe);
    const answer = await run(
      `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
        .then(found => ({ passes: found.passes.length, violations: found.violations.map(one =>
          one.id + " (" + one.impact + "): " + one.help + "; " + one.nodes.length + " times, first " + one.nodes[0].html.slice(0, 200)) }))`,
    );
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? "axe-core failed");
    const { passes, violations } = answer.result.value;
    violations.forEach((violation) => fault(name, `${look}: ${violation}`));
    console.log(`${name}, ${look}: ${passes} rules hold, ${violations.length} broken`);
    await page.close();
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
