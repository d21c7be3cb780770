package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.RenderingPreset;
import org.hashscape.model.Stretch;
import org.hashscape.model.Tile;
import org.hashscape.testing.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bands and stretch are chosen for a whole archive, and everything follows. */
class RenderTilesTest {

    private static final int FEW = 12;
    private static final int MORE_THAN_A_BATCH = 270;
    private static final Rendering FALSE_COLOUR = new Rendering(List.of(4, 3, 2), new Stretch.Range(0, 2550));

    @TempDir
    private Path folder;

    private Path images = Path.of("");

    private void write(int tiles) throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        for (int i = 0; i < tiles; i++) {
            int shift = i;
            new TestTiff(24, 24, 4)
                    .samples(16, 1)
                    .write(images.resolve(String.format("%03d.tif", i)), (x, y, band) -> 500 * band + 10 * x + shift);
        }
    }

    @Test
    void thumbnailsPixelsAndDescriptorsFollowAChange() throws IOException {
        write(FEW);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            new DescribeTiles(archive).run("colour-texture", false, Progress.NONE);
            Tile tile = archive.catalogue().tile(7);
            assertThat(archive.store().descriptors().counts()).isNotEmpty();

            RenderTiles.Report report = new RenderTiles(archive).run(FALSE_COLOUR, Progress.NONE);

            assertThat(report.rendered()).isEqualTo(FEW);
            assertThat(archive.store().descriptors().counts()).isEmpty();
            Raster raster = archive.raster(tile);
            assertThat(raster.sample(5, 5, 0)).isEqualTo(156); // (1500 + 50 + 7) / 10
            assertThat(raster.sample(5, 5, 2)).isEqualTo(56);
            Raster thumbnail = archive.thumbnail(tile.id()).orElseThrow();
            assertThat(thumbnail.sample(12, 12, 0) - thumbnail.sample(12, 12, 2))
                    .isBetween(80, 120);
            assertThat(new RenderTiles(archive).stale()).isZero();
        }
        try (Archive again = Workspace.open(folder.resolve("a.hsa"))) {
            assertThat(again.rendering()).isEqualTo(FALSE_COLOUR);
        }
    }

    @Test
    void aStoppedRunIsCompletedByTheNext() throws IOException {
        write(MORE_THAN_A_BATCH);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            RenderTiles rendering = new RenderTiles(archive);
            assertThatThrownBy(() -> rendering.run(FALSE_COLOUR, stopAfter(260)))
                    .isInstanceOf(CancelledException.class);
            int left = rendering.stale();
            assertThat(left).isBetween(1, MORE_THAN_A_BATCH - 1);

            RenderTiles.Report rest = rendering.run(FALSE_COLOUR, Progress.NONE);

            assertThat(rest.rendered()).isEqualTo(left);
            assertThat(rendering.stale()).isZero();
        }
    }

    private static Progress stopAfter(int reports) {
        return new Progress() {
            private int count;

            @Override
            public void report(double fraction, String sentence) {
                count++;
            }

            @Override
            public void checkCancelled() {
                if (count >= reports) {
                    throw new CancelledException();
                }
            }
        };
    }

    @Test
    void anImageWithoutTheseBandsIsRenderedAutomatically() throws IOException {
        write(FEW);
        new TestTiff(24, 24, 1).write(images.resolve("grey.tif"), (x, y, band) -> 10 * x);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            new RenderTiles(archive).run(RenderingPreset.SENTINEL_2_FALSE_COLOUR.rendering(), Progress.NONE);
            Tile grey = archive.catalogue().byKey("grey.tif").orElseThrow();
            assertThat(archive.raster(grey).sample(9, 3, 1)).isEqualTo(90);
            assertThat(archive.outsideRaster(images.resolve("grey.tif")).sample(9, 3, 1))
                    .isEqualTo(90);
        }
    }
}
