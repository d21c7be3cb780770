package org.hashscape.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small image archives made on the spot: three classes that differ in texture and colour. */
public final class TestImages {

    /** Classes of {@link #archive}, in alphabetical order. */
    public static final String[] CLASSES = {"blobs", "noise", "stripes"};

    private TestImages() {}

    /** A folder {@code <class>/<class>_NN.<ending>} with as many tiles per class as told, 64x64, drawn from the seed. */
    public static Path archive(Path folder, int perClass, String ending, long seed) {
        try {
            for (String name : CLASSES) {
                Files.createDirectories(folder.resolve(name));
                for (int i = 0; i < perClass; i++) {
                    Path file = folder.resolve(name).resolve(String.format("%s_%02d.%s", name, i, ending));
                    write(image(name, 64, seed + 31L * i + name.hashCode()), ending, file);
                }
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One image of a class. */
    public static BufferedImage image(String name, int side, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int base = 60 + random.nextInt(60);
        int period = 4 + random.nextInt(4);
        double angle = random.nextDouble() * Math.PI;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double value = switch (name) {
                    case "stripes" -> 60 * Math.sin((x * Math.cos(angle) + y * Math.sin(angle)) * 2 * Math.PI / period);
                    case "blobs" -> 50 * Math.sin(x / 9.0 + angle) * Math.cos(y / 9.0);
                    default -> 45 * random.nextGaussian();
                };
                int grey = clamp(base + value + 6 * random.nextGaussian());
                int green = clamp(grey + (name.equals("blobs") ? 30 : 0));
                image.setRGB(x, y, grey << 16 | green << 8 | clamp(grey - 10));
            }
        }
        return image;
    }

    /** Writes an image in the format of the ending. */
    public static void write(BufferedImage image, String ending, Path file) throws IOException {
        String format = ending.equals("jpg") ? "jpeg" : ending.equals("tif") ? "tiff" : ending;
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException("No writer for " + ending);
        }
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }
}
