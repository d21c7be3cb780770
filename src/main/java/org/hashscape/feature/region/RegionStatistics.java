package org.hashscape.feature.region;

import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/**
 * What the pixels of each region look like: intensity, texture and shape, {@link #LENGTH} floats.
 *
 * <pre>
 *  6  mean and deviation of luma, of (R - G)/sqrt 2 and of (R + G - 2B)/sqrt 6
 *  1  entropy of luma over 16 bins, in nats
 * 32  spectral histogram (Liu and Wang 2003): square roots of how responses of four filters are spread over 8 soft bins:
 *     gradient magnitude at two scales, and luma less its blur, at two scales
 *  4  how far gradients agree in direction: lengths of the second and fourth circular harmonic, at two scales
 * 10  shape, see RegionShapes
 * </pre>
 *
 * <p>Nothing here changes when the tile is turned by quarters or mirrored, but for what rounding does to the map.
 */
final class RegionStatistics {

    static final int BINS = 8;

    private static final int CHANNELS = 3;
    private static final int GREYS = 16;
    private static final int FILTERS = 4;
    private static final int HARMONICS = 5; // sum of magnitudes, real and imaginary part of two harmonics
    static final int LENGTH = 2 * CHANNELS + 1 + FILTERS * BINS + 4 + RegionShapes.LENGTH;

    private final int width;
    private final int height;
    private final int[] regions;
    private final int[] sizes;
    private final float[] luma;
    private final double[][] sums;
    private final int[][] greys;
    private final float[][] histograms;
    private final double[][] harmonics;

    private RegionStatistics(Raster raster, RegionMap map) {
        width = raster.width();
        height = raster.height();
        regions = new int[width * height];
        luma = new float[regions.length];
        sizes = new int[map.count()];
        sums = new double[map.count()][2 * CHANNELS];
        greys = new int[map.count()][GREYS];
        histograms = new float[map.count()][FILTERS * BINS];
        harmonics = new double[map.count()][2 * HARMONICS];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                regions[at] = map.regionAt(x * map.width() / width, y * map.height() / height);
            }
        }
        addColours(raster.rgb());
        addFilters();
    }

    /**
     * One row of {@link #LENGTH} per region.
     *
     * @param raster at least as large as the map, so that every region has a pixel
     */
    static float[][] of(Raster raster, RegionMap map) {
        RegionStatistics statistics = new RegionStatistics(raster, map);
        float[][] shapes = RegionShapes.of(map);
        float[][] all = new float[map.count()][];
        for (int region = 0; region < all.length; region++) {
            all[region] = statistics.describe(region, shapes[region]);
        }
        return all;
    }

    private void addColours(byte[] rgb) {
        for (int i = 0, at = 0; i < regions.length; i++, at += 3) {
            int red = rgb[at] & 0xff;
            int green = rgb[at + 1] & 0xff;
            int blue = rgb[at + 2] & 0xff;
            luma[i] = 0.299f * red + 0.587f * green + 0.114f * blue;
            int region = regions[i];
            sizes[region]++;
            addColour(sums[region], 0, luma[i]);
            addColour(sums[region], 2, (red - green) / Math.sqrt(2));
            addColour(sums[region], 4, (red + green - 2 * blue) / Math.sqrt(6));
            greys[region][Math.min(GREYS - 1, (int) (luma[i] * GREYS / 256))]++;
        }
    }

    private static void addColour(double[] sums, int at, double value) {
        sums[at] += value;
        sums[at + 1] += value * value;
    }

    private void addFilters() {
        float[] fine = blurred(luma);
        float[] coarse = blurred(blurred(blurred(fine)));
        addGradients(luma, 0, 15);
        addGradients(fine, 1, 11);
        for (int i = 0; i < regions.length; i++) {
            float[] histogram = histograms[regions[i]];
            addSigned(histogram, 2 * BINS, (luma[i] - fine[i]) / 40);
            addSigned(histogram, 3 * BINS, (fine[i] - coarse[i]) / 60);
        }
    }

    private void addGradients(float[] plane, int scale, float strongest) {
        for (int y = 0, at = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++, at++) {
                float dx = plane[y * width + Math.min(width - 1, x + 1)] - plane[y * width + Math.max(0, x - 1)];
                float dy = plane[below + x] - plane[above + x];
                double squared = dx * dx + dy * dy;
                double magnitude = Math.sqrt(squared);
                addSoft(histograms[regions[at]], scale * BINS, (float) (Math.sqrt(magnitude) * (BINS - 1) / strongest));
                if (squared > 0) {
                    double cos = (dx * dx - dy * dy) / squared;
                    double sin = 2 * dx * dy / squared;
                    double[] own = harmonics[regions[at]];
                    int to = scale * HARMONICS;
                    own[to] += magnitude;
                    own[to + 1] += magnitude * cos;
                    own[to + 2] += magnitude * sin;
                    own[to + 3] += magnitude * (cos * cos - sin * sin);
                    own[to + 4] += magnitude * 2 * cos * sin;
                }
            }
        }
    }

    /** Square roots spread what is near zero; zero falls between the two middle bins. */
    private static void addSigned(float[] histogram, int from, float response) {
        float middle = (BINS - 1) / 2f;
        float off = middle * (float) Math.sqrt(Math.min(1, Math.abs(response)));
        addSoft(histogram, from, response < 0 ? middle - off : middle + off);
    }

    private static void addSoft(float[] histogram, int from, float place) {
        int low = Math.min(BINS - 2, (int) place);
        float high = Math.min(1, place - low);
        histogram[from + low] += 1 - high;
        histogram[from + low + 1] += high;
    }

    /** By (1 4 6 4 1)/16 along rows and columns; the edge repeats. */
    private float[] blurred(float[] plane) {
        float[] across = new float[plane.length];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                int row = y * width;
                across[at] = (plane[row + Math.max(0, x - 2)]
                                + plane[row + Math.min(width - 1, x + 2)]
                                + 4 * (plane[row + Math.max(0, x - 1)] + plane[row + Math.min(width - 1, x + 1)])
                                + 6 * plane[at])
                        / 16;
            }
        }
        float[] both = new float[plane.length];
        for (int y = 0, at = 0; y < height; y++) {
            int first = Math.max(0, y - 2) * width;
            int second = Math.max(0, y - 1) * width;
            int fourth = Math.min(height - 1, y + 1) * width;
            int fifth = Math.min(height - 1, y + 2) * width;
            for (int x = 0; x < width; x++, at++) {
                both[at] = (across[first + x]
                                + across[fifth + x]
                                + 4 * (across[second + x] + across[fourth + x])
                                + 6 * across[at])
                        / 16;
            }
        }
        return both;
    }

    private float[] describe(int region, float[] shape) {
        float[] descriptor = new float[LENGTH];
        double size = sizes[region];
        int at = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double mean = sums[region][2 * channel] / size;
            descriptor[at++] = (float) mean;
            descriptor[at++] = (float) Math.sqrt(Math.max(0, sums[region][2 * channel + 1] / size - mean * mean));
        }
        double entropy = 0;
        for (int count : greys[region]) {
            entropy -= count > 0 ? count / size * Math.log(count / size) : 0;
        }
        descriptor[at++] = (float) entropy;
        for (float count : histograms[region]) {
            descriptor[at++] = (float) Math.sqrt(count / size);
        }
        for (int from = 0; from < 2 * HARMONICS; from += HARMONICS) {
            double[] own = harmonics[region];
            double total = Math.max(1e-9, own[from]);
            descriptor[at++] = (float) (Math.hypot(own[from + 1], own[from + 2]) / total);
            descriptor[at++] = (float) (Math.hypot(own[from + 3], own[from + 4]) / total);
        }
        System.arraycopy(shape, 0, descriptor, at, shape.length);
        return descriptor;
    }
}
