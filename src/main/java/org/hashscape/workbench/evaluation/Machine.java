package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The machine that times were taken on, as one line. */
final class Machine {

    private static final Path LINUX_PROCESSOR = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** As "Linux amd64, 2 cores (Intel Xeon), Java 17.0.12, 6,144 MB heap". */
    static String line() {
        Runtime runtime = Runtime.getRuntime();
        return property("os.name") + " " + property("os.arch") + ", " + runtime.availableProcessors() + " cores"
                + processor().map(name -> " (" + name + ")").orElse("") + ", Java " + property("java.version") + ", "
                + (runtime.maxMemory() >> 20) + " MB heap";
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static Optional<String> processor() {
        try (var lines = Files.lines(LINUX_PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException | java.io.UncheckedIOException notLinux) {
            return Optional.empty();
        }
    }
}
