package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** How an archive file can be opened where it lies. */
enum ArchiveAccess {
    /** As usual: SQLite keeps its log and its shared memory beside the file. */
    WRITE,
    /** Nothing can be written there: the file is read as one that never changes. */
    READ,
    /** The file ends too soon: what is sound of it is read from a copy. */
    CUT_OFF;

    private static final int HEADER_BYTES = 100;
    private static final int PAGE_SIZE = 16;
    private static final int CHANGES = 24;
    private static final int PAGES = 28;
    private static final int PAGES_VALID_FOR = 92;

    /**
     * Looks at a file that is there.
     *
     * @throws ArchiveException where it cannot be read as it lies
     */
    static ArchiveAccess of(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new ArchiveException("The archive " + file + " may not be read: permission denied. Ask its owner for"
                    + " the right to read it.");
        }
        boolean logged = hasLog(file);
        if (missingPages(file).isPresent() && !logged) {
            return CUT_OFF;
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (Files.isWritable(file) && Files.isWritable(folder)) {
            return WRITE;
        }
        if (logged) {
            throw new ArchiveException(
                    "The archive " + file + " has writes that are not finished (" + file.getFileName()
                            + "-wal beside it), and nothing can be written to its folder. Copy both files to a folder that you"
                            + " may write to, and open the copy.");
        }
        return READ;
    }

    /** How much of the file's own idea of its length is missing, in words. */
    static Optional<String> missingPages(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is there
            }
            if (header.hasRemaining()) {
                return Optional.of("it ends within its first " + HEADER_BYTES + " bytes");
            }
            int size = header.getShort(PAGE_SIZE) & 0xffff;
            long expected = (header.getInt(PAGES) & 0xffffffffL) * (size == 1 ? 65_536 : size);
            boolean known = header.getInt(CHANGES) == header.getInt(PAGES_VALID_FOR);
            return known && channel.size() < expected
                    ? Optional.of("it has " + channel.size() + " of " + expected + " bytes")
                    : Optional.empty();
        }
    }

    private static boolean hasLog(Path file) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }
}
