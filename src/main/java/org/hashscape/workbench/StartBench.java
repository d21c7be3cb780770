package org.hashscape.workbench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.model.Progress;
import org.hashscape.system.ChildProcess;
import org.hashscape.system.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the window takes to be usable, beside an empty JavaFX window: both are started in turn, each as a program of
 * its own with this one's Java, options and class path, and write into a file ("part milliseconds") when each
 * part was done. The first start of each does not count.
 */
public final class StartBench {

    private static final Logger LOG = LoggerFactory.getLogger(StartBench.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
    private static final String USABLE = "usable";

    /**
     * What was measured, in milliseconds; medians over the rounds.
     *
     * @param window from the start of the program to the archive's tiles on screen
     * @param complete from the start of the program to everything on screen: query, methods and charts too
     * @param empty from the start of the other program to its window on screen
     * @param ratio the median of the rounds' ratios of {@code window} to {@code empty}
     * @param parts what each part of the start took, in order; adds up to about {@code complete}
     */
    public record Report(double window, double complete, double empty, double ratio, Map<String, Double> parts) {}

    private final String windowMain;
    private final String emptyMain;
    private final Path archive;

    /**
     * @param windowMain the class whose {@code main} opens the window
     * @param emptyMain the class whose {@code main} opens an empty one
     * @param archive what the window opens
     */
    public StartBench(String windowMain, String emptyMain, Path archive) {
        this.windowMain = windowMain;
        this.emptyMain = emptyMain;
        this.archive = archive;
    }

    /**
     * @param dropCaches whether Linux forgets all files before each start, as after the machine was switched on; only
     *     its administrator may ask for that
     * @throws IOException where a program does not come up; the log has what it said
     */
    public Report run(int rounds, boolean dropCaches, Progress progress) throws IOException {
        Path user = Files.createTempDirectory("hashscape-start");
        try {
            List<Map<String, Double>> starts = new ArrayList<>();
            List<Double> empty = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                progress.report((double) round / (rounds + 1), "Start " + round + " of " + rounds);
                double without = usable(start(List.of(emptyMain), user, dropCaches, progress));
                Map<String, Double> with = start(List.of(windowMain, archive.toString()), user, dropCaches, progress);
                if (round > 0) {
                    empty.add(without);
                    starts.add(with);
                    ratios.add(usable(with) / without);
                }
            }
            Map<String, Double> parts = new LinkedHashMap<>();
            for (String part : starts.get(0).keySet()) {
                parts.put(
                        part,
                        BenchRounds.median(
                                starts.stream().map(start -> start.get(part)).toList()));
            }
            return new Report(
                    BenchRounds.median(starts.stream().map(StartBench::usable).toList()),
                    BenchRounds.median(starts.stream().map(StartBench::total).toList()),
                    BenchRounds.median(empty),
                    BenchRounds.median(ratios),
                    parts);
        } finally {
            Folders.delete(user);
        }
    }

    /** Milliseconds of each part, in order. */
    private Map<String, Double> start(List<String> main, Path user, boolean dropCaches, Progress progress)
            throws IOException {
        if (dropCaches) {
            Files.writeString(DROP_CACHES, "3");
        }
        Path output = user.resolve("output.txt");
        Path marks = user.resolve("marks.txt");
        Files.writeString(marks, "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dhashscape.marks=" + marks, "-Dhashscape.user=" + user));
        command.addAll(main);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        long begun = System.currentTimeMillis();
        if (ChildProcess.run(builder, PATIENCE, progress, () -> {}).isEmpty()) {
            throw new IOException("The window did not come up within " + PATIENCE.toMinutes() + " minutes");
        }
        Map<String, Double> parts = parts(Files.readString(marks), begun);
        if (!parts.containsKey(USABLE)) {
            LOG.warn("A start that was measured said: {}", Files.readString(output, StandardCharsets.UTF_8));
            throw new IOException(
                    "The window did not come up. It needs a display; what the program said is in the log.");
        }
        return parts;
    }

    /** What each part took: from the mark before it, the first one from the start of the program. */
    static Map<String, Double> parts(String marks, long begun) {
        Map<String, Double> parts = new LinkedHashMap<>();
        long before = begun;
        for (String line : marks.lines().toList()) {
            String[] words = line.split(" ", -1);
            long now = Long.parseLong(words[1]);
            parts.put(words[0], (double) (now - before));
            before = now;
        }
        return parts;
    }

    /** Milliseconds until the window could be used. */
    private static double usable(Map<String, Double> parts) {
        double sum = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            sum += part.getValue();
            if (part.getKey().equals(USABLE)) {
                break;
            }
        }
        return sum;
    }

    private static double total(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
