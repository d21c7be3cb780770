package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.ModelTable;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.StoredEvaluation;
import org.hashscape.workbench.evaluation.StoredEvaluations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills real processes as kill -9 does, at random moments of import, describing, training, evaluation and export. After each
 * kill the archive is sound, what the process said it had committed is there, nothing is half, and the same work completes.
 * {@code -Dhashscape.kills=N}: kills of each kind of work.
 */
@Tag("long")
class KilledProcessesTest {

    private static final int FOLDERS = 15;
    private static final int IN_EACH = 8;
    private static final int LONGEST_MILLIS = 2500;

    @TempDir
    private static Path shared;

    @TempDir
    private Path temporary;

    private int losses;
    private int inTheMiddle;

    @BeforeAll
    static void makeAnArchive() throws IOException {
        for (int folder = 0; folder < FOLDERS; folder++) {
            Path place = Files.createDirectories(shared.resolve(String.format("images/class%02d", folder)));
            for (int i = 0; i < IN_EACH; i++) {
                String kind = TestImages.CLASSES[folder % TestImages.CLASSES.length];
                TestImages.write(
                        TestImages.image(kind, 64, 100L * folder + i), "jpg", place.resolve("tile" + i + ".jpg"));
            }
        }
        try (Archive archive = Workspace.openOrCreate(shared.resolve("a.hsa"))) {
            new ImportTiles(archive).run(shared.resolve("images"), DatasetLayout.FOLDERS, Progress.NONE);
            new TrainMethod(archive).run(KilledWork.spec(0), false, Progress.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingCommittedIsLost(KilledWork work) throws Exception {
        int kills = Integer.getInteger("hashscape.kills", 42);
        Random random = new Random(work.ordinal() + Integer.getInteger("hashscape.killSeed", 0));
        int first = 1;
        for (int kill = 0; kill < kills; kill++) {
            if (kill % 6 == 0) { // else the archive of the last kill goes on
                begin(work);
                first = 1;
            }
            int last = killed(
                    work, first, random.nextInt(work == KilledWork.EXPORT ? 2 * LONGEST_MILLIS : LONGEST_MILLIS));
            try {
                requireKept(work, last);
            } catch (AssertionError loss) {
                losses++;
                loss.addSuppressed(new IllegalStateException("kill " + kill + " of " + work + ", after step " + last));
                throw loss;
            }
            inTheMiddle += last >= first ? 1 : 0;
            first = last + 1;
        }
        System.getLogger("test")
                .log(
                        System.Logger.Level.INFO,
                        "{0}: {1} kills, {2} of them after something was committed, {3} losses",
                        work,
                        kills,
                        inTheMiddle,
                        losses);
    }

    private void begin(KilledWork work) throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(temporary)) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(temporary.resolve("out"));
        try (Stream<Path> all = Files.walk(shared.resolve("images"))) {
            for (Path file : all.toList()) {
                Files.copy(file, temporary.resolve(shared.relativize(file)));
            }
        }
        if (work == KilledWork.IMPORT) { // one tile, so that the archive's folder is the one above
            Path kept = Files.createDirectories(temporary.resolve("kept"));
            try (Stream<Path> folders = Files.list(temporary.resolve("images"))) {
                for (Path folder :
                        folders.filter(place -> !place.endsWith("class00")).toList()) {
                    Files.move(folder, kept.resolve(folder.getFileName()));
                }
            }
            try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
                new ImportTiles(archive).run(temporary.resolve("images"), DatasetLayout.FLAT, Progress.NONE);
            }
            try (Stream<Path> folders = Files.list(kept)) {
                for (Path folder : folders.toList()) {
                    Files.move(folder, temporary.resolve("images").resolve(folder.getFileName()));
                }
            }
        } else {
            Files.copy(shared.resolve("a.hsa"), temporary.resolve("a.hsa"));
        }
    }

    /** Starts the work, kills it some time after it is ready, and says which step it had done; first - 1 for none. */
    private int killed(KilledWork work, int first, int millis) throws Exception {
        Path said = shared.resolve("said.txt");
        Files.deleteIfExists(said);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Dhashscape.user=" + temporary.resolve("user"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWork.class.getName(),
                        work.name(),
                        temporary.toString(),
                        Integer.toString(first))
                .redirectError(shared.resolve("errors.txt").toFile())
                .redirectOutput(said.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.size(said) == 0 && process.isAlive() && System.nanoTime() < deadline) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive())
                .as(() -> "the work goes on until it is killed: " + errors())
                .isTrue();
        process.destroyForcibly().waitFor();
        return Files.readAllLines(said).stream()
                .filter(line -> line.matches("did \\d+"))
                .mapToInt(line -> Integer.parseInt(line.substring(4)))
                .max()
                .orElse(first - 1);
    }

    private static String errors() {
        try {
            return Files.readString(shared.resolve("errors.txt"));
        } catch (IOException none) {
            return "";
        }
    }

    private void requireKept(KilledWork work, int last) throws IOException {
        Path file = temporary.resolve("a.hsa");
        assertThat(RepairArchive.damage(file, Progress.NONE)).isEmpty();
        try (Archive archive = Workspace.open(file)) {
            switch (work) {
                case IMPORT -> requireTiles(archive, last);
                case DESCRIBE -> requireVectors(archive);
                case TRAIN -> requireModels(archive, last);
                case EVALUATE -> requireRows(archive, last);
                case EXPORT -> requireFiles(last);
            }
        }
        assertThat(RepairArchive.damage(file, Progress.NONE)).isEmpty();
    }

    private void requireTiles(Archive archive, int last) throws IOException {
        for (int number = 1; number <= Math.min(last, FOLDERS - 1); number++) {
            for (int i = 0; i < IN_EACH; i++) {
                assertThat(archive.catalogue().byKey(String.format("class%02d/tile%d.jpg", number, i)))
                        .isPresent();
            }
        }
        for (Tile tile : archive.catalogue().tiles()) {
            assertThat(archive.thumbnail(tile.id())).isPresent();
        }
        if (last % 5 == 4) { // the rest is left to the next process
            new ImportTiles(archive).run(temporary.resolve("images"), DatasetLayout.FLAT, Progress.NONE);
            assertThat(archive.catalogue().size()).isEqualTo(FOLDERS * IN_EACH);
            assertThat(archive.problems()).isEmpty();
        }
    }

    private static void requireVectors(Archive archive) throws IOException {
        DescriptorLibrary library = new DescriptorLibrary(archive);
        StoredDescriptorSet set =
                archive.store().descriptors().find("colour-texture").orElseThrow();
        long[] known = archive.store().descriptors().tileIds(set);
        archive.store().descriptors().rows(set, known).forEachBlock((first, rows) -> {});
        assertThat(library.load("colour-texture", Progress.NONE).size()).isEqualTo(FOLDERS * IN_EACH);
    }

    private static void requireModels(Archive archive, int last) throws IOException {
        ModelTable table = archive.store().models();
        for (int number = 1; number <= last; number++) {
            StoredModel model = table.find(KilledWork.spec(number)).orElseThrow(AssertionError::new);
            assertThat(table.codeCount(model)).isEqualTo(FOLDERS * IN_EACH);
        }
        for (StoredModel model : table.all()) {
            int words = (HashModelFormat.read(model.bytes()).bits() + 63) / 64;
            assertThat(table.codes(model, words).words()).hasSize(table.codeCount(model));
        }
        new TrainMethod(archive).run(KilledWork.spec(last + 1), false, Progress.NONE);
        assertThat(table.codeCount(table.find(KilledWork.spec(last + 1)).orElseThrow()))
                .isEqualTo(FOLDERS * IN_EACH);
    }

    private static void requireRows(Archive archive, int last) throws IOException {
        StoredEvaluations stored = new StoredEvaluations(archive);
        List<StoredEvaluation> list = stored.list();
        for (int number = 1; number <= last; number++) {
            int asked = number;
            assertThat(list).anyMatch(some -> some.request().equals(KilledWork.request(asked)) && some.complete());
        }
        for (StoredEvaluation some : list) {
            assertThat(stored.rows(some.id())).hasSize(some.done());
        }
        assertThat(new EvaluateArchive(archive).run(KilledWork.request(last + 1), Progress.NONE))
                .hasSize(2);
    }

    /** Whatever has its name is whole; what was being written has another name. */
    private void requireFiles(int last) throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("out"))) {
            List<Path> all = files.toList();
            assertThat(all.stream().filter(file -> !file.toString().endsWith(".part")))
                    .hasSizeGreaterThanOrEqualTo(Math.min(7, last));
            for (Path file : all) {
                requireWhole(file);
            }
        }
    }

    private static void requireWhole(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (name.endsWith(".html")) {
            assertThat(text.strip()).endsWith("</html>");
        } else if (name.endsWith(".pdf")) {
            assertThat(text.strip()).endsWith("%%EOF");
        } else if (name.endsWith(".png")) {
            assertThat(ImageIO.read(file.toFile())).isNotNull();
        } else if (name.endsWith(".csv")) {
            assertThat(text.lines()).hasSize(21);
            assertThat(text).endsWith("\r\n");
        } else if (name.endsWith("json")) {
            assertThat(new ObjectMapper().readTree(bytes).isObject()).isTrue();
        } else if (name.endsWith(".zip")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.size()).isGreaterThan(20);
            }
        }
    }
}
