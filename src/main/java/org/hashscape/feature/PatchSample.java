package org.hashscape.feature;

import java.util.ArrayList;
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

    private final float[] patches;
    private int found;

    private PatchSample(int most) {
        patches = new float[most * DenseSift.LENGTH];
    }

    /**
     * @param most patches of each scale, at the utmost
     * @return one entry per scale: {@code n * DenseSift.LENGTH} floats, n at least the words to be learned. Where the
     *     tiles have fewer patches, those found are repeated in turn (or zeros taken), and words will repeat
     */
    static List<float[]> of(List<Raster> sample, int most, SplittableRandom random, Progress progress) {
        int perTile = Math.max(1, most / sample.size());
        List<PatchSample> scales = new ArrayList<>();
        for (int scale = 0; scale < SiftScale.ALL.size(); scale++) {
            scales.add(new PatchSample(Math.min(most, perTile * sample.size())));
        }
        int tile = 0;
        for (Raster raster : sample) {
            progress.checkCancelled();
            progress.report((double) tile / sample.size(), "Looking at sample tile " + (tile + 1));
            tile++;
            List<DenseSift.Patches> dense = SiftScale.patches(raster);
            for (int scale = 0; scale < scales.size(); scale++) {
                scales.get(scale).draw(dense.get(scale), perTile, random);
            }
        }
        List<float[]> points = new ArrayList<>();
        for (int scale = 0; scale < scales.size(); scale++) {
            points.add(scales.get(scale).atLeast(SiftWords.learnedWords(scale)));
        }
        return points;
    }

    private void draw(DenseSift.Patches dense, int wanted, SplittableRandom random) {
        int[] usable = new int[dense.count()];
        int count = 0;
        for (int i = 0; i < dense.count(); i++) {
            if (dense.contrast()[i] >= SiftScale.LEAST_CONTRAST) {
                usable[count++] = i;
            }
        }
        int room = patches.length / DenseSift.LENGTH - found;
        int drawn = Math.min(Math.min(wanted, room), count);
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, count);
            int chosen = usable[other];
            usable[other] = usable[i];
            System.arraycopy(
                    dense.values(), chosen * DenseSift.LENGTH, patches, found++ * DenseSift.LENGTH, DenseSift.LENGTH);
        }
    }

    private float[] atLeast(int points) {
        float[] filled = Arrays.copyOf(patches, Math.max(found, points) * DenseSift.LENGTH);
        int known = found * DenseSift.LENGTH;
        for (int i = known; i < filled.length && known > 0; i++) {
            filled[i] = filled[i - known];
        }
        return filled;
    }
}
