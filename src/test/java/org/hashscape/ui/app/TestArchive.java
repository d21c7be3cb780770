package org.hashscape.ui.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;

/** Archives of simple pictures: stripes, spots and checks in noisy colours. */
final class TestArchive {

    private static final String[] CLASSES = {"checks", "spots", "stripes"};

    private TestArchive() {}

    /** Makes an archive of three classes with that many tiles each. */
    static Path make(Path folder, int tilesPerClass) throws IOException {
        Path images = images(folder.resolve("images"), tilesPerClass);
        Path file = folder.resolve("test.hsa");
        try (Archive archive = Workspace.openOrCreate(file)) {
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        }
        return file;
    }

    /** The sample archive, or one as large as that where the sample data are not at hand. */
    static Path sample(Path folder) throws IOException {
        Path originals = Workspace.homeFolder().resolve("sample-data");
        if (!Files.isDirectory(originals)) {
            return make(folder, 217);
        }
        Path file = folder.resolve("sample.hsa");
        try (Archive archive = Workspace.openOrCreate(file)) {
            new ImportTiles(archive).run(originals, DatasetLayout.AUTO, Progress.NONE);
        }
        return file;
    }

    /** The first tiles of some classes of the sample archive, with their folders' names as labels. */
    static Path sampleOf(Path folder, int perClass, String... classes) throws IOException {
        Path originals = Workspace.homeFolder().resolve("sample-data");
        if (!Files.isDirectory(originals)) {
            return make(folder, perClass);
        }
        for (String name : classes) {
            Path to = Files.createDirectories(folder.resolve("some").resolve(name));
            try (Stream<Path> files = Files.list(originals.resolve(name))) {
                for (Path file : files.sorted().limit(perClass).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        Path file = folder.resolve("some.hsa");
        try (Archive archive = Workspace.openOrCreate(file)) {
            new ImportTiles(archive).run(folder.resolve("some"), DatasetLayout.FOLDERS, Progress.NONE);
        }
        return file;
    }

    /** Measures a little in an archive, and keeps it there: the evaluation window has something to show. */
    static void evaluate(Path file) throws IOException {
        EvaluationRequest request = new EvaluationRequest(
                List.of("sign"),
                List.of("colour-texture"),
                List.of(16),
                "mhcln",
                List.of(1L),
                20,
                "shares-label",
                LeakPolicy.REFUSE);
        try (Archive archive = Workspace.open(file)) {
            new EvaluateArchive(archive).run(request, Progress.NONE);
        }
    }

    /** Class folders with that many pictures each. */
    static Path images(Path folder, int tilesPerClass) throws IOException {
        Random random = new Random(7);
        for (String name : CLASSES) {
            Path classFolder = Files.createDirectories(folder.resolve(name));
            for (int tile = 0; tile < tilesPerClass; tile++) {
                Path file = classFolder.resolve(String.format("%s%03d.png", name, tile));
                ImageIO.write(picture(name, random), "png", file.toFile());
            }
        }
        return folder;
    }

    private static BufferedImage picture(String name, Random random) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.4f, 0.5f));
        graphics.fillRect(0, 0, 64, 64);
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.9f));
        int step = 6 + random.nextInt(8);
        for (int place = 0; place < 64; place += step) {
            switch (name) {
                case "stripes" -> graphics.fillRect(place, 0, step / 2, 64);
                case "spots" -> graphics.fillOval(random.nextInt(60), random.nextInt(60), step, step);
                default -> {
                    for (int row = 0; row < 64; row += step) {
                        graphics.fillRect(place + row / step % 2 * step / 2, row, step / 2, step / 2);
                    }
                }
            }
        }
        graphics.dispose();
        return image;
    }
}
