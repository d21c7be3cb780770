package org.hashscape.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that were made for a while. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder with everything in it, where it exists. What links in it point to stays.
     *
     * @throws IOException where something cannot be deleted; what was deleted before that is gone
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
