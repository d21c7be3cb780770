package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.dataset.DatasetScan;
import org.hashscape.archive.dataset.DatasetScanner;
import org.hashscape.archive.dataset.ImageHeader;
import org.hashscape.archive.dataset.ScanRequest;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.RenderingPreset;
import org.hashscape.model.SceneGrid;
import org.hashscape.model.Tile;
import org.hashscape.testing.RealData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** Published data sets import with the labels, dates and places that they say, and can be searched. */
class RealDataSetsTest {

    @TempDir
    private Path folder;

    @Test
    void bigEarthNetPatchesOfBothSensorsBecomeTiles() throws Exception {
        Path root = RealData.folder("bigearthnet-sample.zip").resolve("bigearthnet");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(root, DatasetLayout.BIGEARTHNET_43, Progress.NONE);
            assertThat(archive.problems()).isEmpty();
            assertThat(report.added()).isEqualTo(23);
            assertThat(archive.rendering()).isEqualTo(RenderingPreset.SENTINEL_2.rendering());
            for (Tile tile : archive.catalogue().tiles()) {
                JsonNode said = new ObjectMapper()
                        .readTree(Files.readAllBytes(
                                root.resolve(tile.key()).resolve(tile.fileName() + "_labels_metadata.json")));
                Set<String> labels = new TreeSet<>();
                said.path("labels").forEach(label -> labels.add(label.asText()));
                assertThat(tile.labels().names()).as(tile.key()).isEqualTo(labels);
                String when = said.path("acquisition_date")
                        .asText(said.path("acquisition_time").asText());
                assertThat(tile.acquired()).contains(LocalDate.parse(when.substring(0, 10)));
                assertThat(tile.bands()).isEqualTo(tile.key().startsWith("S2") ? 12 : 2);
                assertThat(tile.width()).isEqualTo(120);
                assertCorners(tile, said);
            }
            assertRepeats(archive, root, 23);
            assertFindsItself(archive);
        }
    }

    /** Every corner of the metadata lies within 0.1 m of a corner of the footprint. */
    private static void assertCorners(Tile tile, JsonNode said) {
        String projection = said.path("projection").asText();
        String zone =
                projection.substring(projection.lastIndexOf("\"EPSG\",\"") + 8).replaceAll("\\D", "");
        var footprint = tile.footprint().orElseThrow();
        assertThat(footprint.crs()).isEqualTo("EPSG:" + zone);
        CRSFactory factory = new CRSFactory();
        var way = new BasicCoordinateTransform(
                factory.createFromName("EPSG:" + zone),
                factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs"));
        JsonNode corners = said.path("coordinates");
        JsonNode lower = corners.has("lry") ? corners.path("lry") : corners.path("lly");
        for (String x : List.of("ulx", "lrx")) {
            for (double y : new double[] {corners.path("uly").asDouble(), lower.asDouble()}) {
                ProjCoordinate place = new ProjCoordinate();
                way.transform(new ProjCoordinate(corners.path(x).asDouble(), y), place);
                double nearest = footprint.ring().stream()
                        .mapToDouble(corner -> metres(corner, place))
                        .min()
                        .orElseThrow();
                assertThat(nearest).as("%s, %s %s", tile.key(), x, y).isLessThan(0.1);
            }
        }
    }

    private static double metres(Position a, ProjCoordinate b) {
        double east = (a.longitude() - b.x) * 111_320 * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(east, (a.latitude() - b.y) * 111_320);
    }

    @Test
    void theNineteenClassesOfBigEarthNetAreTheUsualOnes() throws Exception {
        Path root = RealData.folder("bigearthnet-sample.zip").resolve("bigearthnet/S2");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(root, DatasetLayout.AUTO, Progress.NONE);
            assertThat(report.layout()).isEqualTo(DatasetLayout.BIGEARTHNET);
            assertThat(archive.dataset().orElseThrow().classes()).hasSize(19);
            assertThat(archive.dataset().orElseThrow().classes())
                    .containsAll(archive.catalogue().labelCounts().keySet());
            Tile tile = archive.catalogue()
                    .byKey("S2B_MSIL2A_20180502T093039_43_14")
                    .orElseThrow();
            assertThat(tile.labels().names())
                    .containsExactly(
                            "Broad-leaved forest",
                            "Complex cultivation patterns",
                            "Land principally occupied by agriculture, with significant areas of natural vegetation",
                            "Transitional woodland, shrub");
        }
    }

    @Test
    void multispectralEuroSatIsShownAsItsAuthorsDo() throws Exception {
        Path root = RealData.folder("eurosat-ms-100.zip").resolve("eurosat_ms100");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(root, DatasetLayout.AUTO, Progress.NONE);
            assertThat(report.layout()).isEqualTo(DatasetLayout.EUROSAT_MS);
            assertThat(report.problems()).isZero();
            assertThat(archive.catalogue().labelCounts())
                    .hasSize(10)
                    .allSatisfy((label, count) -> assertThat(count).isEqualTo(10));
            assertThat(archive.catalogue().tiles())
                    .allMatch(tile -> tile.bands() == 13 && tile.footprint().isPresent());
            assertThat(archive.rendering()).isEqualTo(RenderingPreset.EUROSAT_MS.rendering());
            assertFindsItself(archive);
            // 2750 is white: nothing is stretched tile by tile.
            double sea = brightness(archive, "SeaLake");
            double town = brightness(archive, "Industrial");
            assertThat(sea).isLessThan(town - 20);
        }
    }

    private static double brightness(Archive archive, String label) throws IOException {
        double sum = 0;
        int count = 0;
        for (Tile tile : archive.catalogue().tiles()) {
            if (tile.labels().names().contains(label)) {
                Raster raster = archive.raster(tile);
                for (int i = 0; i < 64; i++) {
                    sum += raster.luma(i, i);
                    count++;
                }
            }
        }
        return sum / count;
    }

    @Test
    void ucMercedHasSeventeenLabelsBesideItsTableAndTwentyOneClassesWithout() throws Exception {
        Path root = RealData.folder("ucmd-jpeg95.zip").resolve("ucmd_jpeg95");
        Map<String, String> table = table(root.resolve("LandUse_Multilabeled.txt"));
        DatasetScan multi = scan(root);
        assertThat(multi.layout()).isEqualTo(DatasetLayout.UC_MERCED_MULTILABEL);
        assertThat(multi.notes()).isEmpty();
        assertThat(multi.entries()).hasSize(2100).allSatisfy(entry -> {
            String name = String.valueOf(entry.file().getFileName()).replace(".jpg", "");
            assertThat(String.join(",", entry.labels().names())).isEqualTo(table.get(name));
        });
        Set<String> labels = new TreeSet<>();
        multi.entries().forEach(entry -> labels.addAll(entry.labels().names()));
        assertThat(labels).containsExactlyElementsOf(multi.layout().card().classes());
        double perImage = multi.entries().stream()
                        .mapToInt(entry -> entry.labels().names().size())
                        .sum()
                / 2100.0;
        assertThat(perImage).isCloseTo(3.3, within(0.1)); // Chaudhuri et al.: 3.3 labels per image

        DatasetScan classes = scan(root.resolve("Images"));
        assertThat(classes.layout()).isEqualTo(DatasetLayout.UC_MERCED);
        assertThat(classes.entries()).allMatch(entry -> entry.labels().names().size() == 1);
    }

    private static DatasetScan scan(Path root) throws IOException {
        return new DatasetScanner(
                        ImageDecoder::looksLikeImage, file -> new ImageHeader(256, 256, 3), ImageDecoder.MAX_PIXELS)
                .scan(
                        new ScanRequest(root, root, DatasetLayout.AUTO, Optional.empty(), SceneGrid.USUAL),
                        Progress.NONE);
    }

    @Test
    @Tag("long")
    void ucMercedWithSeventeenLabelsImportsWholeAndIsSearched() throws Exception {
        Path root = RealData.folder("ucmd-jpeg95.zip").resolve("ucmd_jpeg95");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(root, DatasetLayout.AUTO, Progress.NONE);
            assertThat(report.tilesInArchive()).isEqualTo(2100);
            assertThat(report.labels()).isEqualTo(17);
            assertThat(archive.catalogue().tiles())
                    .allMatch(tile -> tile.footprint().isEmpty());
            assertFindsItself(archive);
        }
    }

    private static Map<String, String> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).strip().split("\t", -1);
        Map<String, String> table = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.strip().split("\t", -1);
            TreeSet<String> labels = new TreeSet<>();
            for (int i = 1; i < cells.length; i++) {
                if (cells[i].strip().equals("1")) {
                    labels.add(names[i].strip());
                }
            }
            table.put(cells[0].strip(), String.join(",", labels));
        }
        return table;
    }

    private static void assertRepeats(Archive archive, Path root, int tiles) throws IOException {
        ImportTiles.Report again = new ImportTiles(archive).run(root, DatasetLayout.AUTO, Progress.NONE);
        assertThat(again.unchanged()).isEqualTo(tiles);
        assertThat(again.added() + again.updated()).isZero();
    }

    private static void assertFindsItself(Archive archive) throws IOException {
        Tile tile = archive.catalogue().tile(0);
        QueryRequest request = new QueryRequest(
                new QuerySource.ArchiveTile(tile.id()),
                "exhaustive",
                "colour-texture",
                32,
                1,
                5,
                new QueryRequest.Lookup.FullRanking(),
                false);
        assertThat(new SearchArchive(archive)
                        .answer(request, Progress.NONE)
                        .ranking()
                        .hits())
                .hasSize(5);
    }
}
