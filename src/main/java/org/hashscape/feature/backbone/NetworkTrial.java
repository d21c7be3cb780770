package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/**
 * Runs a network on two generated images before it is kept: a model that cannot describe them describes nothing. Also
 * the program that {@link TrialProcess} starts.
 */
final class NetworkTrial implements Trial {

    private static final String REFUSED = "refused ";

    @Override
    public int dimension(Path folder, int size, PixelRange range, Progress progress) throws IOException {
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

    /** Takes the model's folder, the images' side, the pixels' range, and the file for the answer. */
    public static void main(String[] arguments) throws IOException {
        endWithParent();
        Path answer = Path.of(arguments[3]);
        String text;
        try {
            text = Integer.toString(new NetworkTrial()
                    .dimension(
                            Path.of(arguments[0]),
                            Integer.parseInt(arguments[1]),
                            PixelRange.of(arguments[2]),
                            Progress.NONE));
        } catch (IOException refusal) {
            text = REFUSED + refusal.getMessage();
        } catch (OutOfMemoryError tooLarge) {
            text = REFUSED + "The network needs more memory than a trial may take";
        }
        Path whole = Files.writeString(answer.resolveSibling("answer.tmp"), text);
        Files.move(whole, answer, StandardCopyOption.ATOMIC_MOVE);
        Runtime.getRuntime().halt(0);
    }

    /** The pipe from the program that started this one closes when that ends. */
    private static void endWithParent() {
        CompletableFuture.runAsync(() -> {
            try {
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException closed) {
                // as good as its end
            }
            Runtime.getRuntime().halt(1);
        });
    }

    /** What {@link #main} has written. */
    static int readAnswer(Path answer) throws IOException {
        String text = Files.readString(answer);
        if (text.startsWith(REFUSED)) {
            throw new IOException(text.substring(REFUSED.length()));
        }
        return Integer.parseInt(text);
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
