package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.alg.feature.dense.DescribeDenseSiftAlg;
import boofcv.factory.filter.derivative.FactoryDerivative;
import boofcv.struct.feature.TupleDesc_F64;
import boofcv.struct.image.GrayF32;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;

class DenseSiftTest {

    @Test
    void separatedSumsGiveBoofcvsDescriptors() {
        FloatPlane plane = FloatPlane.luma(GeneratedTiles.houses(80, 3));
        DenseSift.Patches patches = DenseSift.describe(plane, 9, DenseSift.BOOFCV_CELLS);
        int[] corners = DenseSift.corners(80, 9);
        assertThat(patches.count()).isEqualTo(corners.length * corners.length);

        DescribeDenseSiftAlg<GrayF32> boofcv = boofcv(plane);
        TupleDesc_F64 expected = new TupleDesc_F64(DenseSift.LENGTH);
        int patch = 0;
        for (int y : corners) {
            for (int x : corners) {
                boofcv.computeDescriptor(x + DenseSift.PATCH / 2, y + DenseSift.PATCH / 2, expected);
                double sum = 0;
                for (double value : expected.data) {
                    sum += value;
                }
                for (int i = 0; i < DenseSift.LENGTH; i++) {
                    float found = patches.values()[patch * DenseSift.LENGTH + i];
                    assertThat((double) found * found).isCloseTo(expected.data[i] / sum, within(2e-5));
                }
                patch++;
            }
        }
    }

    private static DescribeDenseSiftAlg<GrayF32> boofcv(FloatPlane plane) {
        GrayF32 grey = new GrayF32(plane.width(), plane.height());
        grey.data = plane.values();
        GrayF32 dx = grey.createSameShape();
        GrayF32 dy = grey.createSameShape();
        FactoryDerivative.three(GrayF32.class, GrayF32.class).process(grey, dx, dy);
        DescribeDenseSiftAlg<GrayF32> boofcv = new DescribeDenseSiftAlg<>(4, 4, 8, 0.5, 0.2, 8, 8, GrayF32.class);
        boofcv.setImageGradient(dx, dy);
        return boofcv;
    }

    @Test
    void patchesReachBothEdgesAndNeverLeaveThePlane() {
        for (int side = 16; side < 90; side++) {
            int[] corners = DenseSift.corners(side, 7);
            assertThat(corners[corners.length - 1]).isBetween(0, side - 16);
            if (corners.length > 1) {
                assertThat(corners[0]).isZero();
                assertThat(corners[corners.length - 1]).isEqualTo(side - 16);
            }
        }
    }

    @Test
    void aPatchWithoutGradientIsZero() {
        DenseSift.Patches patches = DenseSift.describe(
                FloatPlane.luma(GeneratedTiles.flat(16, 16, 200, 10, 10)), 8, DenseSift.CENTRED_CELLS);
        assertThat(patches.values()).containsOnly(0f);
        assertThat(patches.contrast()).containsExactly(0f);
    }

    @Test
    void contrastIsTheMeanGradientOfARamp() {
        float[] ramp = new float[32 * 32];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 3f * (i % 32);
        }
        DenseSift.Patches patches = DenseSift.describe(new FloatPlane(32, 32, ramp), 5, DenseSift.CENTRED_CELLS);
        // BoofCV's three-tap gradient is the plain difference over two pixels, halved
        assertThat(patches.contrast()[patches.count() / 2]).isCloseTo(3f, within(0.2f));
    }

    @Test
    void turnedAndMirroredPatchesHaveOneCanonicalPose() {
        Raster patch = GeneratedTiles.houses(16, 5);
        float[] expected = canonical(patch);
        Raster other = patch;
        for (int turn = 0; turn < 4; turn++) {
            other = GeneratedTiles.turned(other);
            assertThat(GeneratedTiles.distance(canonical(other), expected)).isLessThan(1e-3);
            assertThat(GeneratedTiles.distance(canonical(GeneratedTiles.mirrored(other)), expected))
                    .isLessThan(1e-3);
        }
    }

    private static float[] canonical(Raster raster) {
        DenseSift.Patches patches = DenseSift.describe(FloatPlane.luma(raster), 8, DenseSift.CENTRED_CELLS);
        CanonicalPose.apply(patches.values(), patches.count());
        return patches.values();
    }
}
