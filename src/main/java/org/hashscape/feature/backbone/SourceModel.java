package org.hashscape.feature.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.hashscape.model.Progress;

/**
 * The files of a model that is to be imported.
 *
 * @param graph {@code saved_model.pb}, or a frozen graph
 * @param variables folder of a SavedModel's variables, where it has one
 */
record SourceModel(Path graph, Optional<Path> variables) {

    static final long MOST_BYTES = 2L << 30;
    private static final int MOST_ENTRIES = 10_000;
    private static final String SAVED_MODEL = "saved_model.pb";

    /**
     * Finds the model in a folder, a {@code .pb} file or a zip archive.
     *
     * @param unpacked an empty folder to unpack an archive to
     */
    static SourceModel find(Path source, Path unpacked, Progress progress) throws IOException {
        if (Files.isDirectory(source)) {
            return inFolder(source, source);
        }
        if (!Files.isRegularFile(source)) {
            throw new NoSuchFileException(source.toString(), null, "there is no such file or folder");
        }
        if (!isZip(source)) {
            return new SourceModel(source, Optional.empty());
        }
        unzip(source, unpacked, progress);
        return inFolder(unpacked, source);
    }

    private static SourceModel inFolder(Path folder, Path source) throws IOException {
        List<Path> found = find(folder, SAVED_MODEL);
        if (found.size() > 1) {
            throw new IOException(source + " holds " + found.size() + " SavedModels; name the folder of one of them");
        }
        if (found.isEmpty()) {
            found = find(folder, ".pb");
            if (found.size() != 1) {
                throw new IOException("There is no TensorFlow model in " + source + ": neither a " + SAVED_MODEL
                        + " nor one single frozen graph (*.pb)");
            }
            return new SourceModel(found.get(0), Optional.empty());
        }
        Path variables = found.get(0).resolveSibling("variables");
        if (!Files.isDirectory(variables)) {
            return new SourceModel(found.get(0), Optional.empty());
        }
        long bytes = 0;
        for (Path file : find(variables, "")) {
            bytes += Files.size(file);
        }
        if (bytes > MOST_BYTES) {
            throw new IOException(String.format(
                    "The model's variables are %,d MB large; at most %,d MB are taken", bytes >> 20, MOST_BYTES >> 20));
        }
        return new SourceModel(found.get(0), Optional.of(variables));
    }

    /** Regular files whose name ends so, at most two folders down. */
    private static List<Path> find(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(end))
                    .limit(100)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K' && in.read() <= 7;
        }
    }

    /** Counts what really comes out: the sizes that an archive announces may be lies. */
    private static void unzip(Path archive, Path folder, Progress progress) throws IOException {
        long left = MOST_BYTES;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                progress.checkCancelled();
                Path target = folder.resolve(entry.getName().replace('\\', '/')).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive is refused: its entry '" + entry.getName()
                            + "' would be written outside the folder it is unpacked to");
                }
                if (++entries > MOST_ENTRIES) {
                    throw new IOException("The archive is refused: it has more than " + MOST_ENTRIES + " entries");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    left -= copy(zip, target, left, progress);
                }
            }
        } catch (ZipException damaged) {
            throw new IOException(
                    archive.getFileName() + " is a damaged zip archive: " + damaged.getMessage(), damaged);
        } catch (IllegalArgumentException badName) {
            throw new IOException("The archive is refused: an entry's name is no file name", badName);
        }
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
