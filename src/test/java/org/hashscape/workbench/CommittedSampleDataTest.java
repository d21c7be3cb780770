package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.hashscape.imaging.synthetic.SceneClass;
import org.hashscape.imaging.synthetic.SyntheticScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The folder {@code sample-data} that is committed: {@code hashscape sample-data sample-data} makes it anew. */
class CommittedSampleDataTest {

    private static final int MEGABYTE = 1_000_000;
    private final Path folder = Path.of(System.getProperty("hashscape.home", "."), "sample-data");

    /** A line of the manifest. */
    private record Entry(String path, TreeSet<String> labels, LocalDate date, String crs, double[] bounds) {

        static Entry parse(String line) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSize(8);
            double[] bounds = IntStream.range(4, 8)
                    .mapToDouble(i -> Double.parseDouble(cells[i]))
                    .toArray();
            return new Entry(
                    cells[0], new TreeSet<>(List.of(cells[1].split(";"))), LocalDate.parse(cells[2]), cells[3], bounds);
        }

        int number() {
            return Integer.parseInt(path.replaceAll(".*_(\\d{3})\\..*", "$1"));
        }

        String className() {
            return path.substring(0, path.indexOf('/'));
        }
    }

    @BeforeEach
    void isThere() {
        assumeThat(folder).isDirectory();
    }

    private List<Entry> manifest() throws IOException {
        return Files.readAllLines(folder.resolve("manifest.csv")).stream()
                .skip(1)
                .map(Entry::parse)
                .toList();
    }

    @Test
    void isSmallEnoughToTravelWithTheSource() throws IOException {
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThanOrEqualTo(12 * MEGABYTE);
    }

    @Test
    void holdsSixHundredTilesOfTwelveClassesAllInTheManifest() throws IOException {
        List<Entry> manifest = manifest();
        assertThat(manifest).hasSizeGreaterThanOrEqualTo(600);
        assertThat(manifest.stream().map(Entry::className).distinct()).hasSizeGreaterThanOrEqualTo(12);
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            List<String> tiles = walk.filter(Files::isRegularFile)
                    .filter(file -> !folder.equals(file.getParent()))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(manifest.stream().map(Entry::path)).containsExactlyInAnyOrderElementsOf(tiles);
        }
        assertThat(manifest.stream()
                        .map(entry -> entry.path().substring(entry.path().lastIndexOf('.') + 1)))
                .contains("tif", "png", "jpg");
    }

    @Test
    void describesEveryTileFully() throws IOException {
        for (Entry entry : manifest()) {
            assertThat(entry.labels())
                    .as(entry.path())
                    .contains(entry.className())
                    .hasSizeBetween(2, 9);
            assertThat(entry.crs()).matches("EPSG:32[67](0[1-9]|[1-5]\\d|60)");
            assertThat(entry.date()).isBetween("2015-01-01", "2026-01-01");
            double[] b = entry.bounds();
            assertThat(b[2] - b[0]).as("degrees of longitude").isBetween(0.0005, 0.1);
            assertThat(b[3] - b[1]).as("degrees of latitude").isBetween(0.0005, 0.05);
            int zone = (int) Math.floor((b[0] + 180) / 6) + 1;
            assertThat(entry.crs()).isEqualTo("EPSG:" + ((b[1] < 0 ? 32700 : 32600) + zone));
        }
    }

    /** One tile of each class in each format that keeps pixels; SyntheticSceneTest pins those of the other numbers. */
    @Test
    void isWhatTheGeneratorMakes() throws IOException {
        List<Entry> exact = manifest().stream()
                .filter(entry -> entry.path().endsWith(".tif") && entry.number() < 10)
                .toList();
        assertThat(exact).hasSize(2 * SceneClass.values().length);
        exact.parallelStream().forEach(entry -> {
            SceneClass sceneClass = Stream.of(SceneClass.values())
                    .filter(c -> c.id().equals(entry.className()))
                    .findAny()
                    .orElseThrow();
            BufferedImage stored = read(entry);
            SyntheticScene made = SyntheticScene.paint(sceneClass, entry.number(), stored.getWidth(), SampleData.SEED);
            assertThat(samples(stored))
                    .as(entry.path() + ": run hashscape sample-data sample-data")
                    .isEqualTo(made.raster().rgb());
            assertThat(entry.labels()).isEqualTo(made.labels().names());
        });
    }

    private BufferedImage read(Entry entry) {
        try {
            return ImageIO.read(folder.resolve(entry.path()).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] samples(BufferedImage image) {
        byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return rgb;
    }

    /** Not a toy where colour alone decides; nor one where it says nothing. */
    @Test
    void isNotSolvedByColourAlone() throws IOException {
        List<Entry> manifest = manifest();
        double[][] hsv = new double[manifest.size()][];
        double[][] rgb = new double[manifest.size()][];
        IntStream.range(0, hsv.length).parallel().forEach(i -> {
            byte[] samples = samples(read(manifest.get(i)));
            hsv[i] = histogram(samples, true);
            rgb[i] = histogram(samples, false);
        });
        List<String> classes = manifest.stream().map(Entry::className).toList();
        assertThat(precisionAt10(hsv, classes)).as("HSV histogram").isBetween(0.40, 0.85);
        assertThat(precisionAt10(rgb, classes)).as("RGB histogram").isBetween(0.40, 0.85);
    }

    /** Shares of pixels in 8 x 8 x 8 boxes of RGB, or in 16 x 4 x 4 of hue, saturation and value. */
    private static double[] histogram(byte[] samples, boolean hsv) {
        double[] shares = new double[512];
        for (int i = 0; i < samples.length; i += 3) {
            int r = samples[i] & 0xff;
            int g = samples[i + 1] & 0xff;
            int b = samples[i + 2] & 0xff;
            int box = (r >> 5) << 6 | (g >> 5) << 3 | b >> 5;
            if (hsv) {
                float[] parts = Color.RGBtoHSB(r, g, b, null);
                box = (int) Math.min(15, parts[0] * 16) << 4
                        | (int) Math.min(3, parts[1] * 4) << 2
                        | (int) Math.min(3, parts[2] * 4);
            }
            shares[box] += 3.0 / samples.length;
        }
        return shares;
    }

    /** Leave one out, nearest by city-block distance, mean over all tiles. */
    private static double precisionAt10(double[][] histograms, List<String> classes) {
        return IntStream.range(0, histograms.length)
                .parallel()
                .mapToDouble(query -> {
                    double[] distance = Arrays.stream(histograms)
                            .mapToDouble(other -> cityBlock(other, histograms[query]))
                            .toArray();
                    return IntStream.range(0, histograms.length)
                                    .filter(other -> other != query)
                                    .boxed()
                                    .sorted(Comparator.comparingDouble(other -> distance[other]))
                                    .limit(10)
                                    .filter(other -> classes.get(other).equals(classes.get(query)))
                                    .count()
                            / 10.0;
                })
                .average()
                .orElseThrow();
    }

    private static double cityBlock(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum;
    }
}
