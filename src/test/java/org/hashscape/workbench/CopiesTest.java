package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {

    @TempDir
    private Path temporary;

    @Test
    void cellsFindEveryPairThatComparingAllFinds() {
        Random random = new Random(3);
        Map<TileId, DihedralFingerprint> tiles = new LinkedHashMap<>();
        for (int i = 1; i <= 300; i++) {
            int kind = random.nextInt(40);
            byte[] rgb = new byte[3 * 32 * 32];
            for (int at = 0; at < rgb.length; at++) {
                rgb[at] = (byte) (100 + kind + 60 * Math.sin(kind + at / 3 % 32 / 5.0) + random.nextInt(kind + 2));
            }
            tiles.put(new TileId(i), DihedralFingerprint.of(new Raster(32, 32, rgb)));
        }
        int slow = 0;
        for (TileId a : tiles.keySet()) {
            for (TileId b : tiles.keySet()) {
                if (a.value() < b.value() && tiles.get(a).isNear(tiles.get(b))) {
                    slow++;
                }
            }
        }
        List<Copies.Pair> pairs = Copies.among(tiles);
        assertThat(pairs).hasSize(slow).doesNotHaveDuplicates();
        assertThat(slow).isGreaterThan(50);
        assertThat(pairs).allMatch(pair -> pair.same() == tiles.get(pair.a()).sameAs(tiles.get(pair.b())));
    }

    @Test
    void fingerprintsAreKeptAndGoWithTheirTile() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 4, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
            Fingerprints fingerprints = new Fingerprints(archive);
            TileId first = archive.catalogue().tile(0).id();
            DihedralFingerprint made = fingerprints.of(first).orElseThrow();
            Map<TileId, DihedralFingerprint> all = fingerprints.all(Progress.NONE);

            assertThat(all).hasSize(12);
            assertThat(all.get(first)).isEqualTo(made);
            assertThat(fingerprints.of(first)).contains(made);
            assertThat(fingerprints.of(new TileId(999))).isEmpty();

            TestImages.write(
                    TestImages.image("noise", 65, 77),
                    "png",
                    images.resolve(archive.catalogue().tile(0).key()));
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
            assertThat(fingerprints.of(first).orElseThrow()).isNotEqualTo(made);
            assertThat(fingerprints.all(Progress.NONE).get(first)).isNotEqualTo(made);
        }
    }
}
