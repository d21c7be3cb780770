package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.model.Progress;
import org.hashscape.system.Folders;

/**
 * How quick an import is, beside what the same cores do when they decode the same files with ImageIO and do nothing else.
 * Both are measured in turn, round after round, after one of each that does not count.
 */
public final class ImportBench {

    /**
     * What was measured; medians over the rounds.
     *
     * @param decodePerSecond files by ImageIO alone on all cores
     * @param importPerSecond files imported into a new archive
     * @param last the last import
     */
    public record Report(
            int files,
            int cores,
            double decodePerSecond,
            double importPerSecond,
            double ratio,
            ImportTiles.Report last) {}

    private ImportBench() {}

    /** @throws IOException where the folder has no image, or cannot be read */
    public static Report run(Path folder, int rounds, Progress progress) throws IOException {
        ImportSource.of(folder);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(ImageDecoder::looksLikeImage)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException("There is no image in " + folder + " to measure with.");
        }
        List<Double> decoding = new ArrayList<>();
        List<Double> importing = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Optional<ImportTiles.Report> last = Optional.empty();
        for (int round = 0; round <= rounds; round++) {
            Progress part = progress.part((double) round / (rounds + 1), (round + 1.0) / (rounds + 1));
            part.report(0, "Round " + round + " of " + rounds + ": decoding");
            double decoded = files.size() / decode(files, part);
            part.report(0.5, "Round " + round + " of " + rounds + ": importing");
            ImportTiles.Report report = importAll(folder, part);
            double imported = files.size() / (report.elapsed().toNanos() / 1e9);
            if (round > 0) {
                decoding.add(decoded);
                importing.add(imported);
                ratios.add(imported / decoded);
            }
            last = Optional.of(report);
        }
        return new Report(
                files.size(),
                Runtime.getRuntime().availableProcessors(),
                BenchRounds.median(decoding),
                BenchRounds.median(importing),
                BenchRounds.median(ratios),
                last.orElseThrow());
    }

    private static double decode(List<Path> files, Progress progress) {
        AtomicInteger pixels = new AtomicInteger();
        long start = System.nanoTime();
        Pipeline.run(files, ImportBench::pixelsOf, pixels::addAndGet, progress);
        return pixels.get() == 0 ? 0 : (System.nanoTime() - start) / 1e9;
    }

    private static int pixelsOf(Path file) {
        try {
            var image = ImageIO.read(file.toFile());
            return image == null ? 0 : image.getWidth();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static ImportTiles.Report importAll(Path folder, Progress progress) throws IOException {
        Path place = Files.createTempDirectory("hashscape-bench");
        try (Archive archive = Workspace.openOrCreate(place.resolve("bench.hsa"))) {
            return new ImportTiles(archive).run(folder, DatasetLayout.AUTO, progress);
        } finally {
            Folders.delete(place);
        }
    }
}
