package org.hashscape.feature.backbone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.hashscape.model.Progress;

/**
 * Unpacks a zip or a gzipped tar archive that nobody vouches for: plain files and folders only, all of them below the
 * target, no more entries and bytes than a network needs. What really comes out is counted: the sizes that an archive
 * announces may be lies.
 */
final class ModelArchive {

    static final long MOST_BYTES = 2L << 30;
    private static final int MOST_ENTRIES = 10_000;

    private enum Kind {
        ZIP,
        TAR_GZ,
        NONE
    }

    private ModelArchive() {}

    /** Whether the file begins as such an archive does. */
    static boolean is(Path file) throws IOException {
        return kindOf(file) != Kind.NONE;
    }

    private static Kind kindOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            int second = in.read();
            if (first == 'P' && second == 'K' && in.read() <= 7) {
                return Kind.ZIP;
            }
            return first == 0x1f && second == 0x8b ? Kind.TAR_GZ : Kind.NONE;
        }
    }

    /** @param folder an empty folder */
    static void unpack(Path archive, Path folder, Progress progress) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                ArchiveInputStream<? extends ArchiveEntry> entries = kindOf(archive) == Kind.ZIP
                        ? new ZipArchiveInputStream(file)
                        : new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
            unpack(entries, folder, progress);
        } catch (ZipException damaged) {
            throw new IOException(archive.getFileName() + " is a damaged archive: " + damaged.getMessage(), damaged);
        } catch (IllegalArgumentException badName) {
            throw new IOException("The archive is refused: an entry's name is no file name", badName);
        }
    }

    private static void unpack(ArchiveInputStream<? extends ArchiveEntry> in, Path folder, Progress progress)
            throws IOException {
        long left = MOST_BYTES;
        int count = 0;
        for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            progress.checkCancelled();
            Path target = folder.resolve(entry.getName().replace('\\', '/')).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The archive is refused: its entry '" + entry.getName()
                        + "' would be written outside the folder it is unpacked to");
            }
            if (++count > MOST_ENTRIES) {
                throw new IOException("The archive is refused: it has more than " + MOST_ENTRIES + " entries");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry instanceof TarArchiveEntry tar && !isPlainFile(tar)) {
                throw new IOException(
                        "The archive is refused: its entry '" + entry.getName() + "' is neither a file nor a folder");
            } else {
                Files.createDirectories(target.resolveSibling("."));
                left -= copy(in, target, left, progress);
            }
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM || kind == TarConstants.LF_CONTIG;
    }

    private static long copy(InputStream in, Path target, long most, Progress progress) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                progress.checkCancelled();
                copied += read;
                if (copied > most) {
                    throw new IOException(
                            String.format("The archive is refused: more than %,d MB come out of it", MOST_BYTES >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
        return copied;
    }
}
