package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample archive, imported as at first start. */
class SampleArchiveTest {

    @TempDir
    private Path temporary;

    @Test
    void importsWholeWithSeveralLabelsPlacesAndDates() throws IOException {
        Path originals = Workspace.homeFolder().resolve("sample-data");
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("sample.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(originals, DatasetLayout.AUTO, Progress.NONE);

            assertThat(report.tilesInArchive()).isGreaterThanOrEqualTo(600);
            assertThat(report.problems()).isZero();
            assertThat(archive.catalogue().tiles()).allSatisfy(tile -> {
                assertThat(tile.labels().names()).hasSizeGreaterThan(1);
                assertThat(tile.footprint()).isPresent();
                assertThat(tile.acquired()).isPresent();
            });
            assertGeoTiffsSayWhatTheManifestSays(archive, originals);
        }
    }

    @Test
    void anArchiveOfAnUnreleasedSchemaIsKeptAndANewOneBegun() throws Exception {
        Path file = temporary.resolve("sample.hsa");
        Workspace.openOrCreate(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE schema_history SET checksum = 1 WHERE version = '1'");
            statement.execute("PRAGMA user_version = 1");
        }
        byte[] old = Files.readAllBytes(file);
        try (Archive begun = Workspace.sampleArchive(file)) {
            assertThat(begun.catalogue().size()).isZero();
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(kept -> kept.getFileName().toString().matches("sample-of-\\d+\\.hsa")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasBinaryContent(old));
        }
    }

    /** The manifest's centre, computed by the generator, against the GeoTIFF's own, read by Apache SIS. */
    private static void assertGeoTiffsSayWhatTheManifestSays(Archive archive, Path originals) throws IOException {
        Map<String, String[]> manifest = new HashMap<>();
        for (String line : Files.readAllLines(originals.resolve("manifest.csv"))) {
            String[] cells = line.split(",", -1);
            manifest.put(cells[0], cells);
        }
        int compared = 0;
        for (Tile tile : archive.catalogue().tiles()) {
            if (tile.format().equals("TIFF")) {
                String[] said = manifest.get(tile.key());
                Position centre = tile.footprint().orElseThrow().centre();
                double longitude = (Double.parseDouble(said[4]) + Double.parseDouble(said[6])) / 2;
                double latitude = (Double.parseDouble(said[5]) + Double.parseDouble(said[7])) / 2;
                assertThat(centre.longitude()).isCloseTo(longitude, within(2e-4));
                assertThat(centre.latitude()).isCloseTo(latitude, within(2e-4));
                assertThat(tile.footprint().orElseThrow().crs()).isEqualTo(said[3]);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
