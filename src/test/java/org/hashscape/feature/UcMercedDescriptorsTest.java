package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exhaustive search over every fifth tile of UC Merced (420 tiles, 20 of each class): what the descriptors are worth. */
@Tag("long")
class UcMercedDescriptorsTest {

    private static final int EVERY = 5;
    private static final int FIRST = 10;

    @Test
    void descriptorsFindTheSameClassFarAboveChance() throws IOException {
        Path zip = Path.of(System.getProperty("hashscape.data", "../shared/data"), "ucmd-jpeg95.zip");
        assumeTrue(Files.exists(zip), "UC Merced is not at " + zip + "; set -Dhashscape.data");
        List<String> classes = new ArrayList<>();
        List<Raster> tiles = new ArrayList<>();
        read(zip, classes, tiles);
        assertThat(tiles).hasSize(420);

        // chance is 19 in 419: .045
        assertThat(precision("colour-texture", tiles, classes)).isGreaterThan(0.36);
        assertThat(precision("sift-words", tiles, classes)).isGreaterThan(0.38);
    }

    private static void read(Path zip, List<String> classes, List<Raster> tiles) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> images = archive.stream()
                    .filter(entry -> entry.getName().endsWith(".jpg"))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .toList();
            for (int i = 0; i < images.size(); i += EVERY) {
                try (InputStream in = archive.getInputStream(images.get(i))) {
                    tiles.add(raster(ImageIO.read(in)));
                    classes.add(Path.of(images.get(i).getName()).getParent().toString());
                }
            }
        }
    }

    private static Raster raster(BufferedImage image) {
        byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return new Raster(image.getWidth(), image.getHeight(), rgb);
    }

    /** Mean precision among the nearest {@link #FIRST}. */
    private static double precision(String family, List<Raster> tiles, List<String> classes) {
        DescriptorExtractor extractor = DescriptorFamilies.byId(family).learn(tiles, 1, Progress.NONE);
        List<float[]> descriptors = tiles.stream().map(extractor::describe).toList();
        long hits = 0;
        for (int query = 0; query < tiles.size(); query++) {
            int from = query;
            hits += IntStream.range(0, tiles.size())
                    .filter(other -> other != from)
                    .boxed()
                    .sorted((a, b) -> Double.compare(
                            GeneratedTiles.distance(descriptors.get(from), descriptors.get(a)),
                            GeneratedTiles.distance(descriptors.get(from), descriptors.get(b))))
                    .limit(FIRST)
                    .filter(other -> classes.get(other).equals(classes.get(from)))
                    .count();
        }
        double precision = (double) hits / FIRST / tiles.size();
        assertThat(precision).as(family).isBetween(0.0, 1.0);
        return precision;
    }
}
