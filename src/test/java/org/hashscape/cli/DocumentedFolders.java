package org.hashscape.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.testing.TestImages;
import org.hashscape.testing.TestTiff;

/** Small folders of the shapes that the documentation speaks of, with the names that its commands ask for. */
final class DocumentedFolders {

    /** A tile of {@link #classes} and {@link #places}, and another one beside it. */
    static final String TILE = "forest/a_001.jpg";

    static final String OTHER_TILE = "forest/a_002.jpg";

    private static final List<String> CLASSES = List.of("forest", "cloud", "class");
    private static final int SIDE = 64;
    private static final int TILES = 10;
    private static final List<String> BANDS =
            List.of("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12");

    private final Path folder;

    DocumentedFolders(Path folder) {
        this.folder = folder;
    }

    /** Class folders, as {@code forest/a_001.jpg}. */
    Path classes() throws IOException {
        return classes("classes");
    }

    /** The same with a manifest: two labels a tile, days of the summer of 2021, places in the Alps. */
    Path places() throws IOException {
        Path made = classes("places");
        StringBuilder manifest = new StringBuilder("path,labels,date,west,south,east,north\n");
        for (String name : CLASSES) {
            for (int i = 1; i <= TILES; i++) {
                manifest.append(String.format(
                        Locale.ROOT,
                        "%s/%s,%s;%s,2021-07-%02d,%.2f,46.00,%.2f,46.05%n",
                        name,
                        name(name, i),
                        name,
                        i % 2 == 0 ? "even" : "odd",
                        i,
                        7 + i / 10.0,
                        7.05 + i / 10.0));
            }
        }
        Files.writeString(made.resolve("manifest.csv"), manifest);
        return made;
    }

    private Path classes(String name) throws IOException {
        Path made = folder.resolve(name);
        for (int of = 0; of < CLASSES.size(); of++) {
            for (int i = 1; i <= TILES; i++) {
                picture(made.resolve(CLASSES.get(of)).resolve(name(CLASSES.get(of), i)), of, i);
            }
        }
        return made;
    }

    private static String name(String ofClass, int number) {
        return ofClass.equals("class") && number == 1 ? "tile.jpg" : String.format("a_%03d.jpg", number);
    }

    /** UC Merced's class folders in {@code Images}, and its table of 17 labels beside them. */
    Path ucMerced() throws IOException {
        Path made = folder.resolve("ucmd_jpeg95");
        List<String> labels = DatasetLayout.UC_MERCED_MULTILABEL.card().classes();
        StringBuilder table = new StringBuilder("IMAGE\\LABEL\t" + String.join("\t", labels) + "\n");
        List<String> classes = DatasetLayout.UC_MERCED.card().classes();
        for (int of = 0; of < classes.size(); of++) {
            for (int i = 0; i < 5; i++) {
                String name = String.format("%s%02d", classes.get(of), i);
                picture(made.resolve("Images").resolve(classes.get(of)).resolve(name + ".jpg"), of, i);
                StringJoiner own = new StringJoiner("\t", name + "\t", "\n");
                for (int label = 0; label < labels.size(); label++) {
                    own.add(label == of % labels.size() || label == i ? "1" : "0");
                }
                table.append(own);
            }
        }
        Files.writeString(made.resolve("LandUse_Multilabeled.txt"), table);
        return made;
    }

    /** EuroSAT's class folders. */
    Path euroSat() throws IOException {
        Path made = folder.resolve("eurosat");
        List<String> classes = DatasetLayout.EUROSAT.card().classes();
        for (int of = 0; of < classes.size(); of++) {
            for (int i = 1; i <= 5; i++) {
                String name = classes.get(of);
                picture(made.resolve(name).resolve(name + "_" + i + ".jpg"), of, i);
            }
        }
        return made;
    }

    /** The same with 13 bands. */
    Path euroSatOfThirteenBands() throws IOException {
        Path made = folder.resolve("eurosat-ms");
        for (String name : DatasetLayout.EUROSAT_MS.card().classes()) {
            Path file = Files.createDirectories(made.resolve(name)).resolve(name + "_1.tif");
            new TestTiff(SIDE, SIDE, 13)
                    .samples(16, 1)
                    .write(file, (x, y, band) -> 100 * band + x * y % (name.length() + 7));
        }
        return made;
    }

    /** Two patches of BigEarthNet. */
    Path bigEarthNet() throws IOException {
        Path made = folder.resolve("bigearthnet");
        for (int i = 1; i <= 2; i++) {
            String name = "S2A_MSIL2A_20170613T101031_87_4" + i;
            Path patch = Files.createDirectories(made.resolve(name));
            for (String band : BANDS) {
                new TestTiff(20, 20, 1)
                        .samples(16, 1)
                        .write(patch.resolve(name + "_" + band + ".tif"), (x, y, unused) -> 100 * x + y);
            }
            Files.writeString(
                    patch.resolve(name + "_labels_metadata.json"),
                    "{\"labels\": [\"Pastures\"], \"coordinates\": {\"ulx\": 0, \"uly\": 1200, \"lrx\": 1200, \"lry\": 0},"
                            + " \"projection\": \"EPSG:32633\", \"acquisition_date\": \"2017-06-13 10:10:31\"}");
        }
        return made;
    }

    /** One scene, larger than a tile, in a folder of its own. */
    Path scene() throws IOException {
        Path made = Files.createDirectories(folder.resolve("scenes")).resolve("scene.tif");
        return new TestTiff(600, 300, 4)
                .samples(16, 1)
                .tiled(64)
                .placed(32633, 500_000, 5_400_000, 10)
                .write(made, (x, y, band) -> 100 * band + x + x * y % 13);
    }

    /** A texture of the class under light and shade of its own: no tile is almost a copy of another. */
    private static void picture(Path file, int ofClass, int number) throws IOException {
        Files.createDirectories(file.getParent());
        String texture = TestImages.CLASSES[ofClass % TestImages.CLASSES.length];
        long seed = 1000L * ofClass + number;
        BufferedImage image = TestImages.image(texture, SIDE, seed);
        BufferedImage shade = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(seed);
        for (int i = 0; i < 16; i++) {
            shade.setRGB(i % 4, i / 4, random.nextInt(120) << 24 | (random.nextBoolean() ? 0xFFFFFF : 0));
        }
        image.createGraphics().drawImage(shade, 0, 0, SIDE, SIDE, null);
        TestImages.write(image, "jpg", file);
    }
}
