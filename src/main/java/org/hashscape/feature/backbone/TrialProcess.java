package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashscape.model.Progress;
import org.hashscape.system.ChildProcess;
import org.hashscape.system.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a network in a process of its own. TensorFlow checks much of a graph by assertions that end the whole process,
 * and a graph may ask for any amount of memory or never come to an end: none of that reaches this program.
 *
 * <p>The other process has this one's class path, a limit of time everywhere and one of address space on Linux, where a
 * shell can set it ({@code ulimit -v}). It ends when this program does. Where there is no {@code java} to start, as in a
 * packaged application without launchers, the trial runs in this process.
 */
final class TrialProcess implements Trial {

    private static final Logger LOG = LoggerFactory.getLogger(TrialProcess.class);

    /** Loading and running Inception-v3 takes 4 s on two free cores. */
    private static final Duration MOST_TIME = Duration.ofMinutes(2);

    /** Java and TensorFlow reserve 4 GB before they do anything; Inception-v3 needs 2 GB more. */
    private static final long MOST_BYTES = 8L << 30;

    private static final String NO_MEMORY = "ran out of memory trying to allocate";

    private static final Pattern ALLOCATION = Pattern.compile("Allocation of (\\d{1,19}) exceeds");

    private static final int OUTPUT_READ = 1 << 16;

    private final Duration mostTime;
    private final long mostBytes;

    TrialProcess() {
        this(MOST_TIME, MOST_BYTES);
    }

    TrialProcess(Duration mostTime, long mostBytes) {
        this.mostTime = mostTime;
        this.mostBytes = mostBytes;
    }

    @Override
    public int dimension(Path model, int size, PixelRange range, Progress progress) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            LOG.warn("There is no {}: the network is tried in this process", java);
            return new NetworkTrial().dimension(model, size, range, progress);
        }
        Path notes = Files.createTempDirectory("hashscape-trial");
        try {
            return run(java, model, size, range, notes, progress);
        } finally {
            Folders.delete(notes);
        }
    }

    private int run(Path java, Path model, int size, PixelRange range, Path notes, Progress progress)
            throws IOException {
        Path answer = notes.resolve("answer");
        Path output = notes.resolve("output");
        List<String> command = command(java, notes);
        command.addAll(List.of(
                NetworkTrial.class.getName(),
                model.toString(),
                Integer.toString(size),
                range.toString(),
                answer.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "1"); // warnings tell of memory that is not there
        // TensorFlow tries ten seconds for memory, again and again, before it gives up: its first warning is enough.
        int exit = ChildProcess.run(builder, mostTime, progress, () -> {
                    if (tail(output).contains(NO_MEMORY)) {
                        throw new IOException(tooLarge());
                    }
                })
                .orElseThrow(() -> new IOException("The network does not come to an end: it was stopped after "
                        + mostTime.toSeconds() + " seconds with two images"));
        String said = tail(output);
        if (Files.exists(answer)) {
            try {
                return NetworkTrial.readAnswer(answer);
            } catch (IOException refusal) {
                throw asksForTooMuch(said) ? new IOException(tooLarge(), refusal) : refusal;
            }
        }
        LOG.warn("The trial of a network ended with {}: {}", exit, said);
        throw new IOException(reason(exit, said));
    }

    private List<String> command(Path java, Path notes) {
        List<String> command = new ArrayList<>();
        if (isLinux()) {
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    "ulimit -c 0; ulimit -v \"$0\" || exit 99; exec \"$@\"",
                    Long.toString(mostBytes >> 10)));
        }
        command.add(java.toString());
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of(
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + notes.resolve("crash"),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Duser.home=" + System.getProperty("user.home"),
                "-Dhashscape.user=" + notes));
        Optional.ofNullable(System.getProperty("org.bytedeco.javacpp.cachedir"))
                .ifPresent(cache -> command.add("-Dorg.bytedeco.javacpp.cachedir=" + cache));
        return command;
    }

    /** What ended the other process before it could tell. */
    private String reason(int exit, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        Stream<String> memory =
                Stream.of("outofmemory", "out of memory", "bad_alloc", "cannot allocate", "mmap failed");
        if (memory.anyMatch(lower::contains)) {
            return tooLarge();
        }
        String check = said.lines()
                .filter(line -> line.contains("Check failed") || line.contains(" F tensorflow"))
                .reduce((first, second) -> second)
                .map(line -> ": " + shortened(line.replaceFirst("^.*?\\] ", "")))
                .orElse("");
        return "TensorFlow breaks down on this graph (exit code " + exit + check + "). It is damaged, or made to do"
                + " harm; nothing was imported.";
    }

    /** Folding a constant that finds no memory fails in words that do not say so; the allocator's warning does. */
    private boolean asksForTooMuch(String said) {
        return ALLOCATION.matcher(said).results().anyMatch(found -> Double.parseDouble(found.group(1)) > mostBytes);
    }

    private String tooLarge() {
        return String.format(
                Locale.ENGLISH, "The network needs more memory than the %,d GB a trial may take", mostBytes >> 30);
    }

    private static String shortened(String line) {
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }

    private static String tail(Path output) throws IOException {
        byte[] all;
        try (var in = Files.newInputStream(output)) {
            long skip = Math.max(0, Files.size(output) - OUTPUT_READ);
            in.skipNBytes(skip);
            all = in.readNBytes(OUTPUT_READ);
        }
        return new String(all, StandardCharsets.UTF_8).strip();
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
