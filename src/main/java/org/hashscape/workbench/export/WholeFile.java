package org.hashscape.workbench.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Text written as a UTF-8 file that appears whole or not at all. */
final class WholeFile {

    private WholeFile() {}

    static void write(String text, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            throw new IOException(to + " is a folder; name a file to write");
        }
        Path folder = Optional.ofNullable(to.toAbsolutePath().getParent()).orElse(to.toAbsolutePath());
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "hashscape", ".part");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
