package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the documentation tells people to type is what the program takes. */
class DocumentedCommandsTest {

    private static final Path DOCUMENTATION = Path.of("src/site/markdown");
    private static final Pattern COMMAND =
            Pattern.compile("^ {4}(?:[A-Z_]+=\\S+ )?(?:target/hashscape/bin/)?hashscape (?<arguments>[^.].*)$");
    private static final Pattern CONTINUED = Pattern.compile("^ {16,}(?<arguments>\\S.*)$");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

    @TempDir
    private Path temporary;

    /** A command as it stands in a page, its continued lines joined, without the remark behind it. */
    record Documented(Path page, String arguments) {

        List<String> words() {
            return List.of(arguments.strip().split("\\s+"));
        }

        /** An archive alone, or nothing: the window. */
        boolean opensTheWindow() {
            return words().size() == 1 && words().get(0).endsWith(".hsa");
        }

        @Override
        public String toString() {
            return page.getFileName() + ": " + arguments;
        }
    }

    static List<Documented> all() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> below = Files.walk(DOCUMENTATION)) {
            below.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream().flatMap(page -> in(page).stream()).toList();
    }

    private static List<Documented> in(Path page) {
        List<Documented> found = new ArrayList<>();
        boolean open = false;
        for (String line : read(page)) {
            Matcher command = COMMAND.matcher(line);
            Matcher continued = CONTINUED.matcher(line);
            if (command.matches()) {
                found.add(new Documented(page, command.group("arguments").replaceFirst("\\s+#.*", "")));
            } else if (open && continued.matches()) {
                Documented before = found.remove(found.size() - 1);
                found.add(new Documented(page, before.arguments() + " " + continued.group("arguments")));
            }
            open = command.matches() || open && continued.matches();
        }
        return found.stream().filter(each -> !each.arguments().startsWith(" ")).toList();
    }

    private static List<String> read(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void thePagesHoldCommands() throws IOException {
        assertThat(all()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCommandAndOptionExists(Documented documented) {
        CommandLine line = new CommandLine(new HashscapeCommand());
        for (String word : documented.words()) {
            if (!line.getSubcommands().containsKey(word)) {
                break;
            }
            line = line.getSubcommands().get(word);
        }
        if (!documented.opensTheWindow() && !documented.arguments().startsWith("-")) {
            assertThat(line.getSubcommands())
                    .as("commands below %s", line.getCommandName())
                    .isEmpty();
        }
        Matcher options = OPTION.matcher(documented.arguments());
        while (options.find()) {
            assertThat(line.getCommandSpec().findOption(options.group()))
                    .as(options.group())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/site/markdown/own-data.md", "src/site/markdown/tour.md"})
    void whatANewUserIsToldToTypeWorks(String page) throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 40, "jpg", 1);
        String tile;
        try (Stream<Path> files = Files.walk(images)) {
            tile = files.filter(file -> file.toString().endsWith(".jpg"))
                    .map(file -> images.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Map<String, String> here =
                Map.of("path/to/images", images.toString(), "class/tile.jpg", tile, "forest/a_001.jpg", tile);
        for (Documented documented : in(Path.of(page))) {
            if (documented.opensTheWindow() || documented.arguments().startsWith("-")) {
                continue;
            }
            String[] arguments = documented.words().stream()
                    .map(word -> here.getOrDefault(word, word))
                    .map(word -> word.matches("[a-z]+\\.(hsa|html|csv|zip|pdf|png)")
                            ? temporary.resolve(word).toString()
                            : word)
                    .toArray(String[]::new);
            StringWriter said = new StringWriter();
            int exit = HashscapeCommand.run(new PrintWriter(said), new PrintWriter(said), arguments);
            assertThat(exit).as("%s%n%s", documented, said).isZero();
        }
    }
}
