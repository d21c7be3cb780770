package org.hashscape.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Random;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DihedralFingerprintTest {

    @ParameterizedTest
    @ValueSource(ints = {64, 67, 128, 250})
    void turnedMirroredAndCompressedCopiesAreTheSame(int side) throws IOException {
        Raster scene = scene(side, side, 5);
        DihedralFingerprint own = DihedralFingerprint.of(scene);
        for (int orientation = 0; orientation < 8; orientation++) {
            Raster copy = Thumbnails.decode(Thumbnails.encode(turned(scene, orientation)));
            DihedralFingerprint fingerprint = DihedralFingerprint.of(Thumbnails.shrink(copy, 128));
            assertThat(fingerprint.sameAs(own))
                    .as("orientation %d", orientation)
                    .isTrue();
            assertThat(own.sameAs(fingerprint)).isTrue();
            assertThat(own.distance(fingerprint)).isLessThan(1);
        }
    }

    @Test
    void exactTurnsHaveTheVerySameBytes() {
        Raster scene = scene(64, 64, 8);
        for (int orientation = 0; orientation < 8; orientation++) {
            assertThat(DihedralFingerprint.of(turned(scene, orientation)).toBytes())
                    .isEqualTo(DihedralFingerprint.of(scene).toBytes());
        }
        byte[] bytes = DihedralFingerprint.of(scene).toBytes();
        assertThat(DihedralFingerprint.fromBytes(bytes)).isEqualTo(DihedralFingerprint.of(scene));
        assertThatIllegalArgumentException().isThrownBy(() -> DihedralFingerprint.fromBytes(new byte[7]));
    }

    @Test
    void tilesThatAreNotSquareTurnToo() {
        Raster scene = scene(60, 90, 2);
        assertThat(DihedralFingerprint.of(turned(scene, 1)).sameAs(DihedralFingerprint.of(scene)))
                .isTrue();
    }

    @Test
    void otherScenesAreNotTheSameAndCalmOnesNeitherNearNorFar() {
        Random random = new Random(4);
        for (int trial = 0; trial < 200; trial++) {
            DihedralFingerprint one = DihedralFingerprint.of(scene(64, 64, random.nextLong()));
            DihedralFingerprint other = DihedralFingerprint.of(scene(64, 64, random.nextLong()));
            assertThat(one.isNear(other)).isFalse();
        }
        assertThat(DihedralFingerprint.of(calm(1)).sameAs(DihedralFingerprint.of(calm(2))))
                .as("two calm seas of the same grey")
                .isFalse();
    }

    @Test
    void distanceIsNeverBelowTheDifferenceOfMeansAndOfContrasts() {
        Random random = new Random(4);
        for (int trial = 0; trial < 200; trial++) {
            DihedralFingerprint one = DihedralFingerprint.of(scene(40, 40, random.nextInt(5)));
            DihedralFingerprint other = DihedralFingerprint.of(scene(40, 40, random.nextInt(5)));
            double distance = one.distance(other);
            assertThat(distance).isGreaterThanOrEqualTo(Math.abs(one.mean() - other.mean()) - 1e-9);
            assertThat(distance).isGreaterThanOrEqualTo(Math.abs(one.contrast() - other.contrast()) - 1e-9);
            assertThat(other.distance(one)).isEqualTo(distance);
        }
    }

    @Test
    void anyRasterHasOne() {
        assertThat(DihedralFingerprint.of(new Raster(1, 1, new byte[] {9, 9, 9}))
                        .sameAs(DihedralFingerprint.of(new Raster(3, 2, filled(18, 9)))))
                .isTrue();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Blots of light and dark. */
    private static Raster scene(int width, int height, long seed) {
        Random random = new Random(seed);
        double[] blots = random.doubles(24).toArray();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 110;
                for (int b = 0; b < blots.length; b += 3) {
                    double dx = (double) x / width - blots[b];
                    double dy = (double) y / height - blots[b + 1];
                    value += 160 * (blots[b + 2] - 0.5) * Math.exp(-18 * (dx * dx + dy * dy));
                }
                for (int band = 0; band < 3; band++) {
                    rgb[3 * (y * width + x) + band] = (byte) Math.max(0, Math.min(255, value + 5 * band));
                }
            }
        }
        return new Raster(width, height, rgb);
    }

    private static Raster calm(long seed) {
        Random random = new Random(seed);
        byte[] rgb = new byte[3 * 64 * 64];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (40 + random.nextInt(6));
        }
        return new Raster(64, 64, rgb);
    }

    /** Turned by {@code orientation % 4} quarters, mirrored first from 4 on. */
    public static Raster turned(Raster raster, int orientation) {
        int width = orientation % 2 == 0 ? raster.width() : raster.height();
        int height = orientation % 2 == 0 ? raster.height() : raster.width();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sourceX = switch (orientation % 4) {
                    case 0 -> x;
                    case 1 -> y;
                    case 2 -> width - 1 - x;
                    default -> height - 1 - y;
                };
                int sourceY = switch (orientation % 4) {
                    case 0 -> y;
                    case 1 -> width - 1 - x;
                    case 2 -> height - 1 - y;
                    default -> x;
                };
                int from = orientation < 4 ? sourceX : raster.width() - 1 - sourceX;
                for (int band = 0; band < 3; band++) {
                    rgb[3 * (y * width + x) + band] = (byte) raster.sample(from, sourceY, band);
                }
            }
        }
        return new Raster(width, height, rgb);
    }
}
