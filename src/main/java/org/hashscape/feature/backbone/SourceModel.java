package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashscape.model.Progress;

/**
 * The files of a model that is to be imported.
 *
 * @param graph {@code saved_model.pb}, or a frozen graph
 * @param variables folder of a SavedModel's variables, where it has one
 */
record SourceModel(Path graph, Optional<Path> variables) {

    private static final String SAVED_MODEL = "saved_model.pb";

    /**
     * Finds the model in a folder, a {@code .pb} file, or an archive of one of them.
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
        if (!ModelArchive.is(source)) {
            return new SourceModel(source, Optional.empty());
        }
        ModelArchive.unpack(source, unpacked, progress);
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
        if (bytes > ModelArchive.MOST_BYTES) {
            throw new IOException(String.format(
                    "The model's variables are %,d MB large; at most %,d MB are taken",
                    bytes >> 20, ModelArchive.MOST_BYTES >> 20));
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
}
