package org.hashscape.archive.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.SceneGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts of published data sets and manifests, on files that hold nothing. */
class KnownLayoutsTest {

    @TempDir
    private Path folder;

    private int bands = 3;
    private int side = 64;

    @Test
    void everyPublishedLayoutHasACitationAndClasses() {
        for (DatasetLayout layout : DatasetLayout.values()) {
            DatasetCard card = layout.card();
            assertThat(card.title()).isNotBlank();
            assertThat(new HashSet<>(card.classes())).hasSameSizeAs(card.classes());
            assertThat(card.citation().isBlank()).isEqualTo(card.classes().isEmpty());
        }
        assertThat(DatasetLayout.UC_MERCED.card().classes()).hasSize(21);
        assertThat(DatasetLayout.UC_MERCED_MULTILABEL.card().classes()).hasSize(17);
        assertThat(DatasetLayout.EUROSAT.card().classes()).hasSize(10);
        assertThat(DatasetLayout.BIGEARTHNET.card().classes()).hasSize(19);
        assertThat(DatasetLayout.BIGEARTHNET_43.card().classes()).hasSize(43);
    }

    @Test
    void elevenOfTheFortyThreeClassesHaveNoPlaceAmongTheNineteen() {
        long without = BigEarthNetClasses.FORTY_THREE.stream()
                .filter(name -> BigEarthNetClasses.toNineteen(name).isEmpty())
                .count();
        assertThat(without).isEqualTo(11);
        assertThat(BigEarthNetClasses.toNineteen("Peatbogs")).contains("Inland wetlands");
        assertThat(BigEarthNetClasses.toNineteen("Burnt areas")).isEmpty();
    }

    @Test
    void euroSatIsToldByItsClassesAndBands() throws IOException {
        for (String name : DatasetLayout.EUROSAT.card().classes()) {
            touch(name + "/" + name + "_1.tif");
        }
        assertThat(scan(DatasetLayout.AUTO).layout()).isEqualTo(DatasetLayout.EUROSAT);
        bands = 13;
        DatasetScan scan = scan(DatasetLayout.AUTO);
        assertThat(scan.layout()).isEqualTo(DatasetLayout.EUROSAT_MS);
        assertThat(scan.rendering()).isPresent();
        assertThat(scan.notes()).anyMatch(note -> note.contains("27,000") && note.contains("here are 10"));
        touch("Desert/Desert_1.tif");
        assertThat(scan(DatasetLayout.AUTO).layout()).isEqualTo(DatasetLayout.FOLDERS);
    }

    @Test
    void aPatchThatLacksABandOrItsMetadataIsAProblemAndNoTile() throws IOException {
        patch("S2A_MSIL2A_20170613T101031_87_48", "Pastures");
        patch("S2A_MSIL2A_20170613T101031_87_49", "Pastures");
        Files.delete(folder.resolve("S2A_MSIL2A_20170613T101031_87_49/S2A_MSIL2A_20170613T101031_87_49_B8A.tif"));
        patch("S2A_MSIL2A_20170613T101031_87_50", "Pastures");
        Files.delete(folder.resolve(
                "S2A_MSIL2A_20170613T101031_87_50/S2A_MSIL2A_20170613T101031_87_50_labels_metadata.json"));
        patch("S2A_MSIL2A_20170613T101031_87_51", "Pastures");
        Files.writeString(
                folder.resolve(
                        "S2A_MSIL2A_20170613T101031_87_51/S2A_MSIL2A_20170613T101031_87_51_labels_metadata.json"),
                "{ not JSON");
        DatasetScan scan = scan(DatasetLayout.AUTO);
        assertThat(scan.layout()).isEqualTo(DatasetLayout.BIGEARTHNET);
        assertThat(scan.entries()).hasSize(1);
        DatasetEntry entry = scan.entries().get(0);
        assertThat(entry.key()).isEqualTo("S2A_MSIL2A_20170613T101031_87_48");
        assertThat(entry.source().orElseThrow().files())
                .hasSize(12)
                .first()
                .asString()
                .endsWith("_B01.tif");
        assertThat(entry.acquired()).contains(LocalDate.of(2017, 6, 13));
        assertThat(entry.ground().orElseThrow().right()).isEqualTo(1200);
        assertThat(scan.irregular())
                .extracting(DatasetScan.Irregular::reason)
                .anyMatch(reason -> reason.contains("B8A"))
                .anyMatch(reason -> reason.contains("lacks its"))
                .anyMatch(reason -> reason.contains("cannot be read"));
    }

    private void patch(String name, String label) throws IOException {
        for (String band : PatchBands.SENTINEL_2) {
            touch(name + "/" + name + "_" + band + ".tif");
        }
        Files.writeString(
                folder.resolve(name + "/" + name + "_labels_metadata.json"),
                "{\"labels\": [\"" + label
                        + "\"], \"coordinates\": {\"ulx\": 0, \"uly\": 1200, \"lrx\": 1200, \"lry\": 0},"
                        + " \"projection\": \"EPSG:32633\", \"acquisition_date\": \"2017-06-13 10:10:31\"}");
    }

    @Test
    void aManifestInJsonSaysWhatOneInCsvDoes() throws IOException {
        touch("a/b.png");
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"tiles\": [{\"path\": \"a/b.png\", \"labels\": [\"x; y\", \"<script>\"], \"date\": \"2020-02-29\","
                        + " \"west\": 1, \"south\": 2, \"east\": 3, \"north\": 4},"
                        + " {\"path\": \"gone.png\"}, {\"path\": \"c.png\", \"date\": \"yesterday\"}]}");
        DatasetScan scan = scan(DatasetLayout.AUTO);
        assertThat(scan.layout()).isEqualTo(DatasetLayout.MANIFEST);
        DatasetEntry entry = scan.entries().get(0);
        assertThat(entry.labels()).isEqualTo(Labels.of("x; y", "<script>"));
        assertThat(entry.acquired()).contains(LocalDate.of(2020, 2, 29));
        assertThat(entry.footprint().orElseThrow().ring()).hasSize(4);
        assertThat(scan.irregular()).hasSize(2);
    }

    @Test
    void aManifestInGeoJsonGivesFootprints() throws IOException {
        touch("a.png");
        Path manifest = folder.resolve("tiles.geojson");
        Files.writeString(
                manifest,
                "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"path\":"
                        + " \"a.png\", \"labels\": \"x;y\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[10,50],[11,50],[11,51],[10,50]]]}}]}");
        DatasetScan scan = scanner()
                .scan(
                        new ScanRequest(folder, folder, DatasetLayout.MANIFEST, Optional.of(manifest), SceneGrid.USUAL),
                        Progress.NONE);
        assertThat(scan.entries().get(0).labels()).isEqualTo(Labels.of("x", "y"));
        assertThat(scan.entries().get(0).footprint().orElseThrow().ring()).hasSize(3);
    }

    @Test
    void aManifestThatIsNoneIsRefusedByName() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "[1, 2");
        assertThatThrownBy(() -> scan(DatasetLayout.AUTO)).hasMessageContaining("is not JSON");
        Files.writeString(folder.resolve("manifest.json"), "{}");
        assertThatThrownBy(() -> scan(DatasetLayout.AUTO)).hasMessageContaining("no list of tiles");
    }

    @Test
    void scenesAreCutWithoutLosingTheirEdges() throws IOException {
        touch("s.tif");
        touch("p.png");
        side = 7000;
        DatasetScan scan = scan(DatasetLayout.AUTO);
        assertThat(scan.layout()).isEqualTo(DatasetLayout.SCENE);
        assertThat(scan.entries()).hasSize(28 * 28);
        assertThat(scan.entries().get(27).key()).isEqualTo("s.tif[6744,0,256,256]");
        assertThat(scan.irregular().get(0).reason()).contains("Only TIFF");
        assertThat(new SceneGrid(100, 50, 0).windows(120, 90))
                .extracting(window -> List.of(window.x(), window.y(), window.width(), window.height()))
                .containsExactly(List.of(0, 0, 100, 90), List.of(20, 0, 100, 90));
    }

    private DatasetScan scan(DatasetLayout layout) throws IOException {
        return scanner()
                .scan(new ScanRequest(folder, folder, layout, Optional.empty(), SceneGrid.USUAL), Progress.NONE);
    }

    private DatasetScanner scanner() {
        return new DatasetScanner(
                path -> path.toString().matches(".*\\.(png|tif)"),
                path -> new ImageHeader(side, side, bands),
                36_000_000);
    }

    private void touch(String key) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
