package org.hashscape.workbench.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hashscape.model.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A file that is not whole yet, {@code NAME.part}, and beside it, in {@code NAME.part.version}, what the server calls
 * the version it is a part of. One download at a time has it. Thread-safe.
 */
final class PartFile implements AutoCloseable {

    /** Those of this program: file locks only keep programs apart. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final int MOST_VERSION_BYTES = 1 << 12;

    private final Path file;
    private final Path version;
    private final FileChannel channel;
    private long length;
    private Optional<String> validator;

    private PartFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.version = versionOf(file);
        this.channel = channel;
        this.validator = Files.exists(version) && Files.size(version) < MOST_VERSION_BYTES
                ? Optional.of(Files.readString(version)).filter(text -> !text.isBlank())
                : Optional.empty();
        this.length = channel.size();
        if (validator.isEmpty()) {
            restart(Optional.empty());
        }
    }

    private static Path versionOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".version");
    }

    /** @throws IOException where another download works on it */
    static PartFile of(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        Files.createDirectories(whole.resolveSibling("."));
        Path file = whole.resolveSibling(whole.getFileName() + ".part");
        if (!OURS.add(file)) {
            throw taken(target);
        }
        @Nullable FileChannel channel = null;
        @Nullable PartFile made = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(target);
            }
            made = new PartFile(file, channel);
            return made;
        } finally {
            if (made == null) {
                OURS.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static IOException taken(Path target) {
        return new IOException("Another download of " + target.getFileName() + " is going on; wait for it");
    }

    synchronized long length() {
        return length;
    }

    /** What the server calls the version that this is a part of. */
    synchronized Optional<String> validator() {
        return validator;
    }

    /** Throws away what there is; what comes now is of another version. */
    synchronized void restart(Optional<String> newValidator) throws IOException {
        channel.truncate(0);
        length = 0;
        validator = newValidator;
        if (newValidator.isPresent()) {
            Files.writeString(version, newValidator.get());
        } else {
            Files.deleteIfExists(version);
        }
    }

    synchronized void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            length += channel.write(bytes, length);
        }
    }

    synchronized String sha256(Progress progress) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
            for (long at = 0; at < length; at += buffer.position()) {
                progress.checkCancelled();
                buffer.clear();
                if (channel.read(buffer, at) <= 0) {
                    throw new IOException(file + " became shorter while it was read");
                }
                digest.update(buffer.array(), 0, buffer.position());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** It is whole: it becomes the file it was a part of. */
    synchronized void moveTo(Path target) throws IOException {
        channel.close();
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(version);
        OURS.remove(file);
    }

    /** Leaves nothing behind. */
    synchronized void discard() throws IOException {
        restart(Optional.empty());
        close();
        Files.deleteIfExists(file);
    }

    /** Lets go; a part of a known version stays, all else goes. */
    @Override
    public synchronized void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        channel.close();
        OURS.remove(file);
        if (Files.exists(file) && Files.size(file) == 0) {
            Files.delete(file);
            Files.deleteIfExists(version);
        }
    }
}
