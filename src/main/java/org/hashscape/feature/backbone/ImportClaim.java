package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hashscape.system.Folders;

/**
 * The right to import one name into a folder of backbones, and a hidden work folder for it, until it is closed. Of two
 * imports of one name, in one program or in two, one gets it.
 *
 * <p>The right is a locked file {@code .importing-NAME.lock}: the system unlocks it when a program ends however it ends,
 * so what a killed import left can be told from what another one works on. The file is there before the work folder
 * {@code .importing-NAME} and goes after it.
 */
final class ImportClaim implements AutoCloseable {

    private static final String HIDDEN = ".importing-";
    private static final String LOCK = ".lock";

    /** Locks of this program: the system does not keep two threads of one program apart, and closing one lets all go. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final Path work;
    private final FileChannel channel;

    private ImportClaim(Path lockFile, Path work, FileChannel channel) {
        this.lockFile = lockFile;
        this.work = work;
        this.channel = channel;
    }

    /** @throws IOException where another import of that name is going on */
    static ImportClaim take(Path folder, String id) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        ImportClaim claim = tryTake(place, id)
                .orElseThrow(() -> new IOException("Another import of '" + id
                        + "' is going on, in this program or another one. Wait for it, or choose another name."));
        try {
            Folders.delete(claim.work);
            Files.createDirectory(claim.work);
            return claim;
        } catch (IOException | RuntimeException failure) {
            claim.close();
            throw failure;
        }
    }

    private static Optional<ImportClaim> tryTake(Path folder, String id) throws IOException {
        Path lockFile = folder.resolve(HIDDEN + id + LOCK);
        if (!OURS.add(lockFile)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock == null
                    ? Optional.empty()
                    : Optional.of(new ImportClaim(lockFile, folder.resolve(HIDDEN + id), channel));
        } finally {
            if (lock == null) {
                OURS.remove(lockFile);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** Deletes what killed imports left, and nothing that a living one works on. */
    static void clearDead(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, HIDDEN + "*")) {
            for (Path each : left) {
                String name = each.getFileName().toString().substring(HIDDEN.length());
                String id = name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name;
                Optional<ImportClaim> dead = tryTake(place, id);
                if (dead.isPresent()) {
                    dead.get().close();
                }
            }
        }
    }

    /** An empty folder at first. */
    Path work() {
        return work;
    }

    @Override
    public void close() throws IOException {
        try {
            Folders.delete(work);
            Files.deleteIfExists(lockFile);
        } finally {
            channel.close();
            OURS.remove(lockFile);
        }
    }
}
