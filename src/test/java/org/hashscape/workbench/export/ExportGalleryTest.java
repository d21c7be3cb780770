package org.hashscape.workbench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportGalleryTest {

    private static final String EVIL = "=1+2<script>alert(1)<b>\"'&.png";

    @TempDir
    private Path temporary;

    private Archive archive;
    private QueryAnswer answer;

    @BeforeEach
    void ask() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 6, "png", 1);
        Files.createDirectories(images.resolve("=cmd|<b>"));
        TestImages.write(
                TestImages.image("blobs", 64, 4),
                "png",
                images.resolve("=cmd|<b>").resolve(EVIL));
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        answer = new SearchArchive(archive)
                .answer(
                        new QueryRequest(
                                new QuerySource.ArchiveTile(new TileId(2)),
                                "lsh",
                                "colour-texture",
                                32,
                                1,
                                18,
                                new Lookup.FullRanking(),
                                false),
                        Progress.NONE);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void namesAreTextInThePageWhateverTheyHold() throws IOException {
        Path page = temporary.resolve("gallery.html");
        new ExportGallery(archive).run(answer, page, Progress.NONE);
        String html = Files.readString(page);

        assertThat(html.contains("<script>")).isFalse();
        assertThat(html.contains("&lt;script&gt;alert(1)")).isTrue();
        assertThat(html.split("<li ", -1)).hasSize(18 + 1);
        assertThat(html.split("data:image/jpeg;base64,", -1)).hasSize(18 + 1 + 1);
    }

    @Test
    void tableHoldsEveryResultAndNoFormula() throws IOException {
        Path table = temporary.resolve("results.csv");
        new ExportGallery(archive).run(answer, table, Progress.NONE);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setPath(table).setFormat(format).get()) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(18);
            assertThat(records)
                    .allSatisfy(record -> assertThat(record.get("key")).doesNotStartWith("="));
            assertThat(records.get(0).get("rank")).isEqualTo("1");
        }
    }

    @Test
    void jsonRepeatsTheAnswer() throws IOException {
        Path file = temporary.resolve("results.json");
        new ExportGallery(archive).run(answer, file, Progress.NONE);
        JsonNode document = new ObjectMapper().readTree(file.toFile());

        assertThat(document.path("results")).hasSize(18);
        assertThat(document.path("method").asText()).isEqualTo("lsh");
        assertThat(document.path("results").get(0).path("key").asText())
                .isEqualTo(answer.tiles().get(0).key());
    }

    @Test
    void cancelledOrRefusedExportLeavesNothing() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        Path folder = Files.createDirectories(temporary.resolve("out"));

        assertThatThrownBy(() -> new ExportGallery(archive).run(answer, folder.resolve("a.html"), cancelled))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> new ExportGallery(archive).run(answer, folder.resolve("a.docx"), Progress.NONE))
                .hasMessageContaining("a.docx");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
