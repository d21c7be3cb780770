package org.hashscape.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashscape.cli.DocumentedCommand.Place;
import picocli.CommandLine;

/** Finds the commands that the documentation shows: on indented or fenced lines of their own, and inside sentences. */
final class DocumentationPages {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/site/markdown"), Path.of("assets"), Path.of(".github"), Path.of("installer"));
    private static final List<Path> PAGES = List.of(Path.of("README.md"), Path.of("sample-data/README.md"));

    private static final String START = "(?:[A-Z_]+=\\S+ )?(?:target/hashscape/bin/)?";
    private static final String PROGRAM = "(?<program>hashscape|mvn|installer/\\w\\S*|\\.ci/\\w\\S*)";
    private static final Pattern COMMAND =
            Pattern.compile("\\s*" + START + PROGRAM + "(?<arguments>(?: [^.].*)?)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Set<String> OUR_COMMANDS =
            new CommandLine(new HashscapeCommand()).getSubcommands().keySet();

    private DocumentationPages() {}

    /** All commands of all pages, page by page, listed ones first. */
    static List<DocumentedCommand> commands() {
        List<Path> pages = new ArrayList<>(PAGES);
        try {
            for (Path folder : FOLDERS) {
                try (Stream<Path> below = Files.walk(folder)) {
                    below.filter(page -> page.toString().endsWith(".md"))
                            .sorted()
                            .forEach(pages::add);
                }
            }
            List<DocumentedCommand> all = new ArrayList<>();
            for (Path page : pages) {
                all.addAll(in(page, Files.readString(page)));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of one page. */
    static List<DocumentedCommand> in(Path page, String text) {
        List<DocumentedCommand> listed = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder open = new StringBuilder();
        boolean fenced = false;
        for (String line : (text + "\n\n").lines().toList()) {
            boolean fence = line.startsWith("```");
            fenced ^= fence;
            boolean code = !fence && (fenced || line.startsWith("    "));
            boolean continues = code && open.length() > 0 && (isUnfinished(open) || line.startsWith(" ".repeat(16)));
            if (!continues) {
                close(page, open, listed);
            }
            if (code) {
                join(open, line);
            } else if (!fence) {
                prose.append(line).append('\n');
            }
        }
        close(page, open, listed);
        listed.addAll(inside(page, prose.toString()));
        return listed;
    }

    private static boolean isUnfinished(StringBuilder open) {
        return open.charAt(open.length() - 1) == '\\' || open.charAt(open.length() - 1) == '|';
    }

    private static void join(StringBuilder open, String line) {
        String more = line.replaceFirst("(^|\\s+)#.*", "").strip();
        int end = open.length() - 1;
        if (end >= 0 && open.charAt(end) == '\\') {
            open.setLength(end);
        } else if (end >= 0 && open.charAt(end) != '|') {
            open.append(' ');
        }
        open.append(more);
    }

    private static void close(Path page, StringBuilder open, List<DocumentedCommand> found) {
        Matcher command = COMMAND.matcher(open);
        if (command.matches()) {
            found.add(new DocumentedCommand(page, Place.LISTING, command.group("program"), command.group("arguments")));
        }
        open.setLength(0);
    }

    private static List<DocumentedCommand> inside(Path page, String prose) {
        List<DocumentedCommand> found = new ArrayList<>();
        for (String paragraph : prose.split("\n\\s*\n")) {
            Matcher code = CODE.matcher(paragraph);
            while (code.find()) {
                String text = code.group(1).replaceAll("\\s+", " ");
                Matcher command = COMMAND.matcher(text);
                if (command.matches()) {
                    found.add(new DocumentedCommand(
                            page, Place.SENTENCE, command.group("program"), command.group("arguments")));
                } else if (text.contains(" ") && OUR_COMMANDS.contains(text.substring(0, text.indexOf(' ')))) {
                    found.add(new DocumentedCommand(page, Place.FRAGMENT, "hashscape", " " + text));
                }
            }
        }
        return found;
    }
}
