package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.backbone.BareForward;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;

/**
 * Measures how much of a network's own speed is left when tiles are described by it: reading, decoding, bringing to
 * size, running and pooling, everything but the archive's write. Both are measured in one run, in rounds that take
 * turns, and their medians are compared, so that a busy machine slows both.
 */
public final class BenchBackbone {

    /**
     * What was measured.
     *
     * @param bare images a second of the network alone, over batches that lie prepared in memory
     * @param endToEnd images a second from the files
     * @param ratio median over the rounds of end to end by bare
     * @param bareCpuMillis processor time per image, of all threads
     * @param endToEndCpuMillis likewise
     */
    public record Report(
            String backbone,
            int tiles,
            int rounds,
            double bare,
            double endToEnd,
            double ratio,
            double bareCpuMillis,
            double endToEndCpuMillis) {}

    private record Took(double seconds, double cpuSeconds) {}

    private final Archive archive;

    public BenchBackbone(Archive archive) {
        this.archive = archive;
    }

    /**
     * @param tiles at most so many, evenly spread over the archive
     * @param rounds of each kind, after one that warms up
     */
    public Report run(String backbone, int tiles, int rounds, Progress progress) throws IOException {
        List<Tile> chosen = spread(archive.catalogue().tiles(), tiles);
        if (chosen.isEmpty()) {
            throw new IOException("The archive " + archive.name() + " has no tiles");
        }
        DescriptorExtractor extractor = KnownDescriptors.byId(backbone).learn(List.of(), 0, Progress.NONE);
        List<Raster> rasters = new ArrayList<>();
        for (Tile tile : chosen) {
            rasters.add(archive.raster(tile));
        }
        List<Double> bare = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        double bareCpu = 0;
        double wholeCpu = 0;
        try (BareForward forward = new BareForward(KnownDescriptors.folderOf(backbone), backbone, rasters)) {
            rasters.clear();
            for (int round = -1; round < rounds; round++) {
                progress.report((round + 1.0) / (rounds + 1), "Measuring " + backbone);
                Took alone = time(forward::run);
                Took all = time(() -> describe(chosen, extractor, progress));
                if (round >= 0) {
                    bare.add(chosen.size() / alone.seconds());
                    whole.add(chosen.size() / all.seconds());
                    ratio.add(alone.seconds() / all.seconds());
                    bareCpu += alone.cpuSeconds();
                    wholeCpu += all.cpuSeconds();
                }
            }
        }
        double images = (double) chosen.size() * rounds / 1000;
        return new Report(
                backbone,
                chosen.size(),
                rounds,
                BenchRounds.median(bare),
                BenchRounds.median(whole),
                BenchRounds.median(ratio),
                bareCpu / images,
                wholeCpu / images);
    }

    private void describe(List<Tile> tiles, DescriptorExtractor extractor, Progress progress) {
        TileDescriptions.run(
                tiles,
                tile -> {
                    try {
                        return Optional.of(archive.raster(tile));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                },
                extractor,
                described -> {},
                progress);
    }

    private static List<Tile> spread(List<Tile> all, int count) {
        List<Tile> some = new ArrayList<>();
        int wanted = Math.min(count, all.size());
        for (int i = 0; i < wanted; i++) {
            some.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return some;
    }

    private static Took time(Runnable work) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Took((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }
}
