package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.SceneGrid;
import org.hashscape.model.Stretch;
import org.hashscape.model.Tile;
import org.hashscape.testing.ChildProgram;
import org.hashscape.testing.TestTiff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes are cut into tiles that know their window, their place and their date. */
class SceneImportTest {

    private static final SceneGrid GRID = new SceneGrid(64, 64, 0.5);

    @TempDir
    private Path folder;

    /** 300 x 200 pixels of 10 m; the left 100 columns hold nothing. */
    private Path scene() throws IOException {
        return new TestTiff(300, 200, 3)
                .samples(16, 1)
                .compressed(8, 2)
                .tiled(32)
                .noData("0")
                .overviews(2, 4)
                .placed(32633, 500_000, 5_400_000, 10)
                .write(
                        Files.createDirectories(folder.resolve("scenes")).resolve("T33UVP_20180502T101031_TCI.tif"),
                        (x, y, band) -> x < 100 ? 0 : 100 + 10 * x + y + 1000 * band);
    }

    @Test
    void aSceneBecomesTilesThatKnowTheirWindowPlaceAndDate() throws Exception {
        Path scene = scene();
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles importer = new ImportTiles(archive);
            ImportTiles.Report report = importer.run(scene, DatasetLayout.AUTO, Optional.of(GRID), Progress.NONE);

            assertThat(report.layout()).isEqualTo(DatasetLayout.SCENE);
            // Columns begin at 0, 64, 128, 192, 236; the first is empty, the second holds 28 of 64 columns: too few.
            assertThat(report.added()).isEqualTo(3 * 4);
            assertThat(report.notes()).anyMatch(note -> note.startsWith("8 windows are left out"));
            Tile tile = archive.catalogue()
                    .byKey("T33UVP_20180502T101031_TCI.tif[128,64,64,64]")
                    .orElseThrow();
            assertThat(tile.acquired()).contains(LocalDate.of(2018, 5, 2));
            assertThat(tile.bands()).isEqualTo(3);
            // 15° E is the zone's middle meridian: its left edge lies 1280 m east of it.
            Position corner = tile.footprint().orElseThrow().ring().get(0);
            double metres = (corner.longitude() - 15) * 111_320 * Math.cos(Math.toRadians(corner.latitude()));
            assertThat(metres).isBetween(1270.0, 1295.0);

            new RenderTiles(archive)
                    .run(new Rendering(java.util.List.of(1), new Stretch.Range(0, 2550)), Progress.NONE);
            Raster raster = archive.raster(tile);
            assertThat(raster.width()).isEqualTo(64);
            assertThat(raster.sample(3, 2, 0)).isEqualTo(Math.round((100 + 10 * 131 + 66) / 10.0f));

            ImportTiles.Report again = importer.run(scene, DatasetLayout.AUTO, Optional.empty(), Progress.NONE);
            assertThat(again.unchanged()).isEqualTo(20);
            assertThat(again.added() + again.updated()).isZero();
            assertThatThrownBy(() -> importer.run(
                            scene, DatasetLayout.AUTO, Optional.of(new SceneGrid(32, 32, 0.5)), Progress.NONE))
                    .hasMessageContaining("64 pixels")
                    .hasMessageContaining("archive of its own");
            DescribeTiles.Report described = new DescribeTiles(archive).run("colour-texture", false, Progress.NONE);
            assertThat(described.described()).isEqualTo(12);
        }
    }

    @Test
    void aFolderOfWhatIsTooLargeForTilesIsCutWithoutBeingTold() throws Exception {
        Path scenes = Files.createDirectories(folder.resolve("large"));
        new TestTiff(7000, 6000, 1)
                .tiled(512)
                .compressed(8, 1)
                .overviews(8)
                .write(scenes.resolve("large.tif"), (x, y, band) -> x / 64 + y / 64);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            assertThatThrownBy(() -> new ImportTiles(archive)
                            .run(scenes, DatasetLayout.AUTO, new CancelAtFirstTile("Importing 1 of 672")))
                    .isInstanceOf(CancelledException.class);
            assertThat(archive.store().fact("layout"))
                    .as("what no tile needs is not settled")
                    .isEmpty();
        }
    }

    @Test
    void anUnreadableSceneIsAProblemThatGoesWhenItIsMended() throws Exception {
        Path scenes = Files.createDirectories(folder.resolve("scenes"));
        Path bad = scenes.resolve("bad.tif");
        Files.writeString(bad, "II*\0 and then nothing that makes sense");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles importer = new ImportTiles(archive);
            importer.run(scenes, DatasetLayout.SCENE, Progress.NONE);
            assertThat(archive.problems()).hasSize(1);
            new TestTiff(64, 64, 1).write(bad, (x, y, band) -> x);
            importer.run(scenes, DatasetLayout.SCENE, Progress.NONE);
            assertThat(archive.problems()).isEmpty();
            assertThat(archive.catalogue().size()).isEqualTo(1);
        }
    }

    /** A Sentinel-2 band at 10 m: 241 MB of values, within 512 MB, in under a minute on two processors. */
    @Test
    @Tag("long")
    void aSceneOf10980PixelsIsCutWithin512MegabytesInAMinute() throws Exception {
        Path scene = new TestTiff(10_980, 10_980, 1)
                .samples(16, 1)
                .compressed(8, 2)
                .tiled(512)
                .overviews(2, 4, 8, 16)
                .placed(32633, 499_980, 5_400_000, 10)
                .write(folder.resolve("T33UVP_20180502T101031_B04.tif"), SceneImportTest::ground);
        Path archive = folder.resolve("a.hsa");
        ChildProgram.Result result = ChildProgram.run(
                folder, "512m", 2, 180, "import", scene.toString(), "--archive", archive.toString(), "--tile", "256");
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("1,849 tiles", "0 problems");
        assertThat(result.seconds()).isLessThan(60);
    }

    /** Looking through a folder is enough to know its layout. */
    private static final class CancelAtFirstTile implements Progress {

        private final String sentence;
        private boolean reached;

        CancelAtFirstTile(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public void report(double fraction, String now) {
            reached |= now.startsWith(sentence);
        }

        @Override
        public void checkCancelled() {
            if (reached) {
                throw new CancelledException();
            }
        }
    }

    private static double ground(int x, int y, int band) {
        long mixed = (x / 3) * 2_654_435_761L ^ (y / 3) * 40_503L;
        return 300 + 1200 * (1 + Math.sin(x / 97.0) * Math.cos(y / 61.0)) + (mixed >>> 7) % 120;
    }
}
