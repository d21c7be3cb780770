package org.hashscape.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of its own in memory, which can be full or read-only. Only root may make one: tests skip elsewhere. */
public record SmallDisk(Path folder) implements AutoCloseable {

    /** Mounts one on a new folder, or skips the test. */
    public static SmallDisk on(Path folder, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()),
                "Skipped: a disk of its own needs the right to mount one (root on Linux)");
        return new SmallDisk(folder);
    }

    /** Takes all room but a little. @return what to delete to have room again */
    public Path fill(int leave) throws IOException {
        Path filler = folder.resolve("filler");
        long room = Files.getFileStore(folder).getUsableSpace() - leave;
        return Files.write(filler, new byte[(int) Math.max(0, room)]);
    }

    public void readOnly() throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount,ro", folder.toString())) {
            throw new IOException("cannot be made read-only: " + folder);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", folder.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
