package org.hashscape.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpPagesTest {

    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern FETCHED = Pattern.compile("(?:src=|url\\(|@import|<link)[^>]*http");

    @TempDir
    private Path folder;

    @Test
    void everyPageOfTheDocumentationCanBeReachedFromTheStart() throws IOException {
        HelpPages.write(folder);
        Path written = Path.of(System.getProperty("hashscape.home", ".")).resolve("src/site/markdown");
        for (Path page : files(written, ".md")) {
            String name = written.relativize(page).toString();
            assertThat(folder.resolve(name.replaceAll("\\.md$", ".html")))
                    .as(name + " is linked from no page that leads back to index.md")
                    .isRegularFile();
        }
    }

    @Test
    void everyLinkAndPictureLeadsSomewhere() throws IOException {
        HelpPages.write(folder);
        List<String> dead = new ArrayList<>();
        for (Path page : files(folder, ".html")) {
            Matcher targets = TARGET.matcher(Files.readString(page));
            while (targets.find()) {
                String target = targets.group(1);
                if (!target.startsWith("http") && isDead(page, target)) {
                    dead.add(folder.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void nothingIsFetchedFromTheNetwork() throws IOException {
        HelpPages.write(folder);
        for (Path page : files(folder, ".html")) {
            assertThat(FETCHED.matcher(Files.readString(page)).find())
                    .as(page.toString())
                    .isFalse();
        }
    }

    @Test
    void replacesThePagesOfAnOlderVersion() throws IOException {
        Files.writeString(folder.resolve("tour.html"), "old");
        HelpPages.write(folder);
        assertThat(folder.resolve("tour.html")).content().contains("<h1").contains("tour of five minutes");
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> HelpPages.write(file.resolve("below")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file");
    }

    private boolean isDead(Path page, String target) throws IOException {
        int anchor = target.indexOf('#');
        String file = anchor < 0 ? target : target.substring(0, anchor);
        Path there = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        boolean missing = !Files.isRegularFile(there);
        return missing
                || anchor >= 0 && !Files.readString(there).contains("id=\"" + target.substring(anchor + 1) + "\"");
    }

    private static List<Path> files(Path below, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
