package org.hashscape.workbench.help;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Turns the documentation into HTML: every page that can be reached from {@code index.md} by links, with the pictures it
 * shows. Links between pages lead to the HTML; those to anywhere else stay as they are.
 */
public final class HelpPages {

    private static final String START = "index.md";
    private static final String PICTURES_IN_THE_PROJECT = "assets/screenshots/";
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private final Mustache template;
    private final Path folder;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> pictures = new LinkedHashSet<>();

    private HelpPages(Path folder) {
        this.folder = folder;
        this.template = new DefaultMustacheFactory("org/hashscape/workbench/help").compile("page.mustache");
    }

    /**
     * Writes the pages, over those that an older version may have left.
     *
     * @return the folder, in which {@code index.html} is the start
     * @throws IOException where the folder cannot be written
     */
    public static Path write(Path folder) throws IOException {
        new HelpPages(folder).write();
        return folder;
    }

    private void write() throws IOException {
        follow(START);
        while (!waiting.isEmpty()) {
            String page = waiting.remove();
            put(folder.resolve(html(page)), page(page).getBytes(StandardCharsets.UTF_8));
        }
        for (String picture : pictures) {
            put(folder.resolve("screenshots").resolve(picture), read("screenshots/" + picture));
        }
    }

    private String page(String page) throws IOException {
        Node document = parser.parse(new String(read("markdown/" + page), StandardCharsets.UTF_8));
        String up = page.contains("/") ? "../" : "";
        String title = title(document);
        document.accept(new LinksOfPages(page, up));
        StringWriter written = new StringWriter();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("up", up);
        values.put("body", renderer.render(document));
        template.execute(written, values).flush();
        return written.toString();
    }

    private static String title(Node document) {
        String[] title = {"Hashscape"};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1) {
                    title[0] = TextContentRenderer.builder().build().render(heading);
                }
            }
        });
        return title[0];
    }

    private void follow(String page) {
        if (seen.add(page)) {
            waiting.add(page);
        }
    }

    private static String html(String page) {
        return page.substring(0, page.length() - ".md".length()) + ".html";
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream content = HelpPages.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IOException(
                        "The documentation is incomplete: " + resource
                                + " is missing. Install Hashscape again, or read it in the project's folder src/site/markdown.");
            }
            return content.readAllBytes();
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path parent = file.getParent();
        Files.createDirectories(parent == null ? file : parent);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leads links to the HTML, notes the pages they lead to, and finds pictures beside the pages. */
    private final class LinksOfPages extends AbstractVisitor {

        private final String page;
        private final String up;

        LinksOfPages(String page, String up) {
            this.page = page;
            this.up = up;
        }

        @Override
        public void visit(Link link) {
            String target = link.getDestination();
            int anchor = target.indexOf('#');
            String file = anchor < 0 ? target : target.substring(0, anchor);
            if (file.endsWith(".md") && !file.contains(":")) {
                follow(Path.of(page).resolveSibling(file).normalize().toString().replace('\\', '/'));
                link.setDestination(html(file) + (anchor < 0 ? "" : target.substring(anchor)));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            int at = image.getDestination().indexOf(PICTURES_IN_THE_PROJECT);
            if (at >= 0) {
                String picture = image.getDestination().substring(at + PICTURES_IN_THE_PROJECT.length());
                pictures.add(picture);
                image.setDestination(up + "screenshots/" + picture);
            }
            visitChildren(image);
        }
    }
}
