package org.hashscape.feature;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Raster;

/**
 * One of the sizes at which SIFT patches are taken, and how many words of the vocabulary it has.
 *
 * @param words of its part of the vocabulary, among them one for patches without contrast
 */
record SiftScale(int words) {

    /**
     * Patches of 16, 32 and 64 pixels of the tile. Measured on UC Merced (whole archive's vocabulary, exhaustive cosine
     * among the 840 test tiles, precision@20): the first scale alone with 512 words .339, the second .366, the third
     * .368; all three with these shares of 512 words .398; in the canonical pose with centred cells .467.
     */
    static final List<SiftScale> ALL = List.of(new SiftScale(192), new SiftScale(192), new SiftScale(128));

    /**
     * Steps along the longer side, so that cost does not grow with the tile. Half as many patches in all lost .01 to .03
     * of the lenient AP@20 of supervised hash codes.
     */
    private static final double PATCHES_PER_SIDE = 32;

    /** Pixels of the scale's own plane; closer patches are nearly equal. */
    private static final double LEAST_STEP = 2;

    /**
     * Contrast (grey levels per pixel) below which a patch is called flat and gets the flat word: it is rounding. Calm
     * water and sand have more, and their words help: a bound of 3 lost .012 of precision@20, a bound of 1 .002.
     */
    static final float LEAST_CONTRAST = 0.5f;

    /** The patches of a tile, in the canonical pose, one entry per scale; each scale has half the size of the last. */
    static List<DenseSift.Patches> patches(Raster raster) {
        List<DenseSift.Patches> scales = new ArrayList<>();
        FloatPlane plane = FloatPlane.luma(WorkingSize.of(raster));
        for (int scale = 0; scale < ALL.size(); scale++) {
            plane = scale == 0 ? plane : plane.half();
            double step = Math.max(LEAST_STEP, Math.max(plane.width(), plane.height()) / PATCHES_PER_SIDE);
            DenseSift.Patches patches = DenseSift.describe(plane, step, DenseSift.CENTRED_CELLS);
            CanonicalPose.apply(patches.values(), patches.count());
            scales.add(patches);
        }
        return scales;
    }
}
