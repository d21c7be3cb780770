package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hashscape.model.Raster;

/** Runs a network on two generated images before it is kept: a model that cannot describe them describes nothing. */
final class NetworkTrial {

    private NetworkTrial() {}

    /**
     * Features that the network gives per image.
     *
     * @throws IOException where it does not run, gives numbers that are none, or the same for every image
     */
    static int dimension(Path folder, int size, PixelRange range) throws IOException {
        try (Network network = Network.open(folder, size, range)) {
            List<float[]> features = network.features(List.of(waves(size, 7, 3), waves(size, 2, 11)));
            for (float[] each : features) {
                for (float value : each) {
                    if (!Float.isFinite(value)) {
                        throw new IOException("The network gives " + value
                                + " as a feature of an ordinary image: its weights are damaged, or it expects another"
                                + " range of pixel values (--range)");
                    }
                }
            }
            int dimension = features.get(0).length;
            if (dimension > BackboneSpec.MOST_DIMENSIONS) {
                throw new IOException("The network gives " + dimension + " features per image; at most "
                        + BackboneSpec.MOST_DIMENSIONS + " are taken. Choose an output after its pooling (--output).");
            }
            if (Arrays.equals(features.get(0), features.get(1))) {
                throw new IOException("The network gives the same features for different images: not a backbone, or"
                        + " the wrong output (--output)");
            }
            return dimension;
        } catch (IllegalArgumentException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private static Raster waves(int size, int across, int down) {
        byte[] rgb = new byte[3 * size * size];
        for (int y = 0, at = 0; y < size; y++) {
            for (int x = 0; x < size; x++, at += 3) {
                double phase = (across * x + down * y) * Math.PI / 64;
                rgb[at] = (byte) Math.round(127.5 + 120 * Math.sin(phase));
                rgb[at + 1] = (byte) Math.round(127.5 + 80 * Math.cos(2 * phase));
                rgb[at + 2] = (byte) (255 * y / size);
            }
        }
        return new Raster(size, size, rgb);
    }
}
