package org.hashscape.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program's command line in a process of its own, with a heap of its own. */
public final class ChildProgram {

    /** @param seconds it took; negative where it was stopped at the limit */
    public record Result(int exit, double seconds, String output) {}

    private ChildProgram() {}

    /** Starts it, for whoever wants to stop it; what it says is not kept. */
    public static Process start(Path folder, String... arguments) throws IOException {
        return new ProcessBuilder(command(folder, "200m", 2, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static Result run(Path folder, String heap, int processors, long limitSeconds, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(folder, heap, processors, arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Result(ended ? process.exitValue() : -1, ended ? seconds : -1, Files.readString(output));
    }

    private static List<String> command(Path folder, String heap, int processors, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:ActiveProcessorCount=" + processors,
                "-Dhashscape.user=" + folder.resolve("user"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.hashscape.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
