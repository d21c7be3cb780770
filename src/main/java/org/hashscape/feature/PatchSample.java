package org.hashscape.feature;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/**
 * The patches on which a vocabulary is learned: as many from every tile, drawn without replacement among those with
 * contrast.
 */
final class PatchSample {

    private PatchSample() {}

    /**
     * @param most patches in all, at the utmost
     * @param least patches in all; where the tiles have fewer, those found are repeated in turn, and words repeat
     * @return {@code n * DenseSift.LENGTH} floats
     */
    static float[] of(List<Raster> sample, int most, int least, SplittableRandom random, Progress progress) {
        int perTile = Math.max(1, most / sample.size());
        float[] patches = new float[Math.min(most, perTile * sample.size()) * DenseSift.LENGTH];
        int found = 0;
        int tile = 0;
        for (Raster raster : sample) {
            progress.checkCancelled();
            progress.report((double) tile / sample.size(), "Looking at sample tile " + (tile + 1));
            tile++;
            DenseSift.Patches dense = SiftWordsExtractor.patches(raster);
            int[] chosen = draw(dense, Math.min(perTile, patches.length / DenseSift.LENGTH - found), random);
            for (int patch : chosen) {
                System.arraycopy(
                        dense.values(),
                        patch * DenseSift.LENGTH,
                        patches,
                        found++ * DenseSift.LENGTH,
                        DenseSift.LENGTH);
            }
        }
        return filledUp(patches, found, least);
    }

    private static int[] draw(DenseSift.Patches dense, int wanted, SplittableRandom random) {
        int[] usable = new int[dense.count()];
        int count = 0;
        for (int i = 0; i < dense.count(); i++) {
            if (dense.contrast()[i] > 0) {
                usable[count++] = i;
            }
        }
        int drawn = Math.min(wanted, count);
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, count);
            int chosen = usable[other];
            usable[other] = usable[i];
            usable[i] = chosen;
        }
        return Arrays.copyOf(usable, drawn);
    }

    private static float[] filledUp(float[] patches, int found, int least) {
        float[] filled = Arrays.copyOf(patches, Math.max(found, least) * DenseSift.LENGTH);
        int known = Math.max(1, found) * DenseSift.LENGTH;
        for (int i = found * DenseSift.LENGTH; i < filled.length; i++) {
            filled[i] = i < known ? 0 : filled[i - known];
        }
        return filled;
    }
}
