package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.testing.HostileFolder;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private Path images;
    private String archive;

    /** What a command did. */
    private record Outcome(int exit, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("Not one JSON document: " + out, notJson);
            }
        }
    }

    @BeforeEach
    void makeImages() {
        images = TestImages.archive(temporary.resolve("images"), 20, "jpg", 1);
        archive = temporary.resolve("a.hsa").toString();
    }

    @Test
    void importReportsTilesAndClassesAndImportsNothingTwice() {
        Outcome first = run("import", images.toString(), "--archive", archive);
        JsonNode second =
                run("import", images.toString(), "--archive", archive, "--json").json();

        assertThat(first.exit()).isZero();
        assertThat(first.out()).startsWith("60 tiles in 3 classes, 0 problems (60 added");
        assertThat(second.path("added").asInt()).isZero();
        assertThat(second.path("unchanged").asInt()).isEqualTo(60);
    }

    @Test
    void infoTellsLabelsProblemsDescriptorsAndModels() throws IOException {
        HostileFolder hostile = HostileFolder.in(temporary.resolve("hostile"));
        run("import", hostile.folder().toString(), "--archive", archive, "--layout", "folders");
        JsonNode info = run("info", archive, "--json").json();

        assertThat(info.path("tiles").asInt()).isEqualTo(hostile.good().size());
        assertThat(info.path("labels").path("field").asInt())
                .isEqualTo(hostile.good().size());
        assertThat(info.path("problems")).hasSize(hostile.bad().size());
    }

    @Test
    void checkFindsDamageAndRepairMakesANewArchive() throws IOException {
        run("import", images.toString(), "--archive", archive);
        assertThat(run("check", archive).out().strip()).isEqualTo(archive + " is sound");
        assertThat(run("check", archive, "--json").json().path("sound").asBoolean())
                .isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive, "rw")) {
            file.setLength(file.length() - 5000);
        }

        Outcome damaged = run("check", archive);
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.out())
                .startsWith("damaged: it has ")
                .contains("Nothing was changed. To save what is sound: hashscape repair " + archive);
        Path repaired = temporary.resolve("a-repaired.hsa");
        Outcome repair = run("repair", archive);
        assertThat(repair.exit()).as(repair.err()).isZero();
        assertThat(repair.out()).contains(repaired + " is ready; " + archive + " is as it was");
        assertThat(run("check", repaired.toString()).exit()).isZero();
        assertThat(run("info", repaired.toString(), "--json")
                        .json()
                        .path("tiles")
                        .asInt())
                .isEqualTo(60);
        assertThat(run("repair", archive, "--to", repaired.toString()).err()).contains("is there already");
    }

    @Test
    void describeTrainQueryAndExportWorkInTurn() throws IOException {
        run("import", images.toString(), "--archive", archive);
        JsonNode described = run("describe", archive, "--descriptor", "colour-texture", "--json")
                .json();
        JsonNode trained = run(
                        "train",
                        archive,
                        "--method",
                        "kslsh",
                        "--descriptor",
                        "colour-texture",
                        "--bits",
                        "12",
                        "--json")
                .json();
        JsonNode answer = run(
                        "query",
                        archive,
                        "--tile",
                        "blobs/blobs_01.jpg",
                        "--descriptor",
                        "colour-texture",
                        "--bits",
                        "12",
                        "-k",
                        "5",
                        "--json")
                .json();
        Path gallery = temporary.resolve("out/gallery.html");
        Outcome exported = run(
                "export",
                archive,
                "--tile",
                "blobs/blobs_01.jpg",
                "--descriptor",
                "colour-texture",
                "--bits",
                "12",
                "--to",
                gallery.toString());

        assertThat(described.path("described").asInt()).isEqualTo(60);
        assertThat(trained.path("trainedTiles").asInt()).isEqualTo(60);
        assertThat(answer.path("results")).hasSize(5);
        assertThat(answer.path("bits").asInt()).isEqualTo(12);
        assertThat(answer.path("results").get(0).path("labels").get(0).asText()).isEqualTo("blobs");
        assertThat(exported.exit()).isZero();
        String page = Files.readString(gallery);
        assertThat(page.contains(">20 most similar tiles, the closest first</h2>"))
                .isTrue();
        assertThat(page.contains("://")).as("a reference to another place").isFalse();
    }

    @Test
    void queryByImageAndCropWorks() {
        run("import", images.toString(), "--archive", archive);
        String image = images.resolve("stripes/stripes_03.jpg").toString();
        JsonNode answer = run(
                        "query",
                        archive,
                        "--image",
                        image,
                        "--crop",
                        "8,8,48,48",
                        "--method",
                        "lsh",
                        "--descriptor",
                        "colour-texture",
                        "-k",
                        "3",
                        "--json")
                .json();
        Outcome outside = run(
                "query",
                archive,
                "--image",
                image,
                "--crop",
                "60,60,48,48",
                "--method",
                "lsh",
                "--descriptor",
                "colour-texture");

        assertThat(answer.path("results")).hasSize(3);
        assertThat(outside.exit()).isEqualTo(1);
        assertThat(outside.err()).contains("60,60,48,48").contains("64x64");
    }

    @Test
    void evaluateGivesEverythingNeededToJudgeAFigure() {
        run("import", images.toString(), "--archive", archive);
        JsonNode rows = run(
                        "evaluate",
                        archive,
                        "--method",
                        "lsh,kslsh,exhaustive",
                        "--descriptor",
                        "colour-texture",
                        "--bits",
                        "8,16",
                        "--seeds",
                        "2",
                        "-k",
                        "5",
                        "--json")
                .json();

        assertThat(rows).hasSize(2 * (2 + 2 + 1));
        for (JsonNode row : rows) {
            for (String field : new String[] {
                "method",
                "descriptor",
                "bits",
                "bitsPerQuery",
                "bytesPerTile",
                "protocol",
                "seed",
                "k",
                "relevance",
                "tieRule",
                "queries",
                "skipped",
                "precisionAtK",
                "recallAtK",
                "apStandardAtK",
                "apLenientAtK",
                "mapFull",
                "ndcgAtK",
                "apStandardAtKLow",
                "apStandardAtKHigh",
                "randomFloor",
                "trainSeconds",
                "queryMsMedian",
                "queryMsP95",
                "stepMsMedian",
                "leaky",
                "precisionAt",
                "precisionAtRecall"
            }) {
                assertThat(row.has(field)).as(field).isTrue();
            }
            assertThat(row.path("queries").asInt()).isEqualTo(24);
        }
    }

    @Test
    void evaluateFindsAPlantedLeakAndWritesReports() throws IOException {
        run("import", images.toString(), "--archive", archive);
        for (int i = 0; i < 10; i++) {
            Path original = images.resolve(String.format("noise/noise_%02d.jpg", i));
            Files.copy(original, images.resolve("noise/copy_" + i + ".jpg"));
        }
        run("import", images.toString(), "--archive", archive);
        String[] evaluate = {
            "evaluate", archive, "--method=lsh", "--descriptor=colour-texture", "--bits=8", "--seeds=1", "-k=5"
        };
        Outcome refused = run(evaluate);
        List<String> marking = new ArrayList<>(List.of(evaluate));
        Path report = temporary.resolve("report.html");
        marking.addAll(List.of("--leaks=mark", "--html", report.toString()));
        Outcome marked = run(marking.toArray(String[]::new));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("leak").contains("test tiles were seen in training");
        assertThat(marked.exit()).isZero();
        assertThat(marked.out()).contains("LEAK").contains("AP@5 standard").contains("Ties: random");
        assertThat(Files.readString(report).contains("tr class=\"leak\"")).isTrue();
        assertThat(run("evaluate", archive, "--method=lsh", "--descriptor=colour-texture", "--relevance=close")
                        .exit())
                .isEqualTo(2);
        assertThat(run("evaluate", archive, "--reproduce=ucmd").err()).contains("not UC Merced");
    }

    @Test
    void evaluateRefusesSupervisedMethodsWhereNothingIsUnseen() {
        run("import", images.toString(), "--archive", archive);
        Outcome refused =
                run("evaluate", archive, "--method", "kslsh", "--descriptor", "colour-texture", "--protocol", "whole");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("unseen");
    }

    @Test
    void wrongUsageIsToldInAFewLinesThatSayWhatIsWrong() {
        Outcome date = run("query", archive, "--tile", "a", "--from", "2021-13-45");
        assertThat(date.exit()).isEqualTo(2);
        assertThat(date.err())
                .contains("'2021-13-45' is no day")
                .contains("'hashscape query --help'")
                .doesNotContain("java.");
        assertThat(run("fly").err()).contains("fly").contains("import").contains("'hashscape --help'");
        assertThat(run("qery", archive).err()).contains("Did you mean").contains("query");
        for (Outcome wrong :
                new Outcome[] {date, run("fly"), run("query"), run("backbone"), run("query", archive, "--bits", "many")
                }) {
            assertThat(wrong.err().lines()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void wrongUsageIsTwoAndFailureIsOneWithAMessageOnStandardError() {
        assertThat(run("query").exit()).isEqualTo(2);
        assertThat(run("fly").exit()).isEqualTo(2);
        assertThat(run("query", archive, "--tile", "a", "--bits", "many").exit())
                .isEqualTo(2);
        for (String wrong : new String[] {
            "--bits=0", "--bits=2000", "-k=0", "--radius=5", "--method=magic", "--descriptor=hue", "--crop=1,2,3"
        }) {
            assertThat(run("query", archive, "--tile", "a", wrong).exit())
                    .as(wrong)
                    .isEqualTo(2);
        }
        assertThat(run("train", archive, "--method", "exhaustive").exit()).isEqualTo(2);
        assertThat(run("evaluate", archive, "--method", "lsh", "--descriptor", "colour-texture", "--seeds", "0")
                        .exit())
                .isEqualTo(2);
        Outcome missing = run("info", archive);
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("There is no archive");
        Outcome folder = run("import", temporary.resolve("nowhere").toString(), "--archive", archive);
        assertThat(folder.exit()).isEqualTo(1);
        assertThat(Path.of(archive)).doesNotExist();
        assertThat(folder.err()).contains("There is no such folder");
    }

    @Test
    void unknownTileSaysWhatAKeyLooksLike() {
        run("import", images.toString(), "--archive", archive);
        Outcome outcome = run("query", archive, "--tile", "nope");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("'nope'").contains("paths below");
    }

    @Test
    void benchHammingMeasuresSizesAndDrawsThem() throws IOException {
        Path chart = temporary.resolve("growth.svg");
        JsonNode grown = run(
                        "bench",
                        "hamming",
                        "--sizes",
                        "300,20000",
                        "--rounds",
                        "1",
                        "--chart",
                        chart.toString(),
                        "--json")
                .json();

        assertThat(grown.path("sizes")).hasSize(4);
        assertThat(grown.path("sizes").get(3).path("codes").asInt()).isEqualTo(20_000);
        assertThat(grown.path("sizes").get(3).path("queryMsMedian").asDouble()).isPositive();
        assertThat(Files.readString(chart))
                .contains("Cost of one exact query", "Planned, clustered codes", "Loop of bitCount");
        assertThat(run("bench", "hamming", "--chart", "x.svg").err()).contains("--chart needs --sizes");
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = HashscapeCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }
}
