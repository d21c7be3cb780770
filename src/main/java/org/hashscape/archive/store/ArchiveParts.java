package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that make an archive: its log and shared memory, where SQLite keeps some, and the archive itself. */
public final class ArchiveParts {

    private ArchiveParts() {}

    /** All of them, there or not; the archive last, since its log is of no use without it. */
    private static List<Path> of(Path archive) {
        return Stream.of("-wal", "-shm", "")
                .map(ending -> archive.resolveSibling(archive.getFileName() + ending))
                .toList();
    }

    /** Gives those that are there the name of another archive. */
    public static void move(Path archive, Path to) throws IOException {
        List<Path> parts = of(archive);
        List<Path> places = of(to);
        for (int i = 0; i < parts.size(); i++) {
            if (Files.exists(parts.get(i))) {
                Files.move(parts.get(i), places.get(i));
            }
        }
    }

    /** Has those that are still there deleted when the program ends, as on Ctrl+C. */
    public static void deleteOnExit(Path archive) {
        of(archive).forEach(part -> part.toFile().deleteOnExit());
    }

    public static void delete(Path archive) throws IOException {
        for (Path part : of(archive)) {
            Files.deleteIfExists(part);
        }
    }
}
