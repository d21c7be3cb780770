package org.hashscape.workbench.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/**
 * A file that appears whole or not at all: written beside its place under another name, and moved there when it is done.
 * A new file gets the rights that every new file of this user gets, one that is replaced keeps its own; where the name is a
 * symbolic link, the file behind it is replaced and the link stays.
 */
final class WholeFile {

    /** Less room than this counts as none. */
    private static final long NO_ROOM_BYTES = 65_536;

    private static final int MOST_NAMES = 1000;
    private static final int MOST_LINKS = 40;

    /** What is written. */
    @FunctionalInterface
    interface Body {

        /** @param out buffered; closed by the caller */
        void write(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    static void write(String text, Path to) throws IOException {
        write(to, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static void write(Path to, Body body) throws IOException {
        Path place = behindLinks(to.toAbsolutePath());
        if (Files.isDirectory(place)) {
            throw new IOException(to + " is a folder; name a file to write");
        }
        Path folder = Optional.ofNullable(place.getParent()).orElse(place);
        Path temporary = begin(to, folder);
        temporary.toFile().deleteOnExit(); // where somebody presses Ctrl+C meanwhile
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                body.write(out);
            } catch (IOException failure) {
                if (Files.getFileStore(folder).getUsableSpace() >= NO_ROOM_BYTES) {
                    throw failure;
                }
                throw new IOException(
                        "The disk is full: " + to + " could not be written. Nothing is left of it, and a file that had"
                                + " this name before is as it was. Make room and export again.",
                        failure);
            }
            keepRights(place, temporary);
            // without ATOMIC_MOVE Java deletes the file in the place first, and a kill would lose both
            Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path begin(Path to, Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return newFileBeside(folder);
        } catch (AccessDeniedException denied) {
            throw new IOException(
                    to + " cannot be written: permission denied in " + folder + ". Choose another folder.", denied);
        } catch (FileSystemException refused) { // its own message names a file that the user never heard of
            String reason = Optional.ofNullable(refused.getReason()).orElse("nothing can be made in " + folder);
            throw new IOException(to + " cannot be written: " + reason + ". Choose another folder.", refused);
        }
    }

    /** The file itself, which need not be there yet, where a name is a link to it. */
    private static Path behindLinks(Path name) throws IOException {
        Path place = name;
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new IOException(name + " is a symbolic link that leads in a circle; name another file");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place)).normalize();
        }
        return place;
    }

    private static Path newFileBeside(Path folder) throws IOException {
        for (int number = 1; number <= MOST_NAMES; number++) {
            Path name = folder.resolve(".hashscape-" + ProcessHandle.current().pid() + "-" + number + ".part");
            try {
                Files.newOutputStream(name, StandardOpenOption.CREATE_NEW).close();
                return name;
            } catch (FileAlreadyExistsException taken) {
                // another export at the same time, or one that was cut off: the next name
            }
        }
        throw new IOException("There are " + MOST_NAMES + " unfinished files (.hashscape-*.part) in " + folder
                + "; delete those that no program writes any more");
    }

    private static void keepRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (Files.exists(from) && rights != null) {
            rights.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
