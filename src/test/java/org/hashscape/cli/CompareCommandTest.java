package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final String[] QUERY = {
        "--tile", "stripes/stripes_00.png", "--method", "lsh", "--descriptor", "colour-texture"
    };

    @TempDir
    private static Path temporary;

    private static String archive;

    @BeforeAll
    static void importImages() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 8, "png", 1);
        Files.copy(images.resolve("stripes/stripes_01.png"), images.resolve("stripes/stripes_99.png"));
        archive = temporary.resolve("a.hsa").toString();
        assertThat(run("import", images.toString(), "--archive", archive).exit())
                .isZero();
    }

    @Test
    void comparesMethodsInOneDocumentAndOnePage() throws IOException {
        Path page = temporary.resolve("side.html");
        Outcome outcome =
                query("compare", "--with", "exhaustive,itq/colour-texture/16", "--to", page.toString(), "--json");
        JsonNode columns = new ObjectMapper().readTree(outcome.out()).path("columns");
        assertThat(outcome.exit()).isZero();
        assertThat(columns).hasSize(3);
        assertThat(columns.get(0).path("agreementAtK").path("B").asDouble())
                .isEqualTo(columns.get(1).path("agreementAtK").path("A").asDouble());
        assertThat(columns.get(2).path("bits").asInt()).isEqualTo(16);
        assertThat(columns.get(0).path("apStandardAtK").isNumber()).isTrue();
        assertThat(page).isNotEmptyFile();
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThat(query("compare", "--with", "magic").exit()).isEqualTo(2);
        assertThat(query("compare", "--with", "lsh,itq,sign,klsh").exit()).isEqualTo(2);
        assertThat(query("compare", "--with", "lsh/colour-texture/many").exit()).isEqualTo(2);
    }

    @Test
    void aRefinedQueryWithOnlyItselfAsRightIsThePlainOne() throws IOException {
        JsonNode plain = new ObjectMapper().readTree(query("query", "--json").out());
        JsonNode itself = new ObjectMapper()
                .readTree(query("query", "--right", "stripes/stripes_00.png", "--json")
                        .out());
        assertThat(itself.path("results")).isEqualTo(plain.path("results"));
        String words = query("query", "--right", "stripes/stripes_02.png", "--wrong", "blobs/blobs_01.png")
                .out();
        assertThat(words).contains("Refined query: 1 right, 1 wrong");
        assertThat(query("query", "--right", "no/such.png").exit()).isEqualTo(1);
    }

    @Test
    void foldsCopiesAndCountsThemAllTheSame() throws IOException {
        Outcome whole = query("query", "-k", "24");
        Outcome folded = query("query", "-k", "24", "--fold");
        assertThat(folded.out()).contains("  x2").contains("folded tiles too");
        assertThat(folded.out().lines().count()).isLessThan(whole.out().lines().count());
        assertThat(precision(folded)).isEqualTo(precision(whole));
        JsonNode document = new ObjectMapper()
                .readTree(query("query", "-k", "24", "--fold", "--json").out());
        int tiles = 0;
        for (JsonNode entry : document.path("entries")) {
            tiles += entry.path("count").asInt();
        }
        assertThat(document.path("results")).hasSize(24);
        assertThat(tiles).isEqualTo(24);
    }

    private static String precision(Outcome outcome) {
        String line = outcome.out()
                .lines()
                .filter(text -> text.startsWith("precision@"))
                .findFirst()
                .orElseThrow();
        return line.split(",")[0];
    }

    private record Outcome(int exit, String out, String err) {}

    private static Outcome query(String command, String... further) {
        return run(Stream.of(Stream.of(command, archive), Arrays.stream(QUERY), Arrays.stream(further))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = HashscapeCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }
}
