package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hashscape.archive.dataset.DatasetScan.Irregular;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;

/**
 * Finds the tiles of a folder. Symbolic links are never followed, since they may lead out of the archive or in a
 * circle; a link that could have held tiles is reported instead.
 */
public final class DatasetScanner {

    /** The file whose presence makes a folder a {@link DatasetLayout#MANIFEST} data set. */
    public static final String MANIFEST_NAME = "manifest.csv";

    private final Predicate<Path> looksLikeImage;

    /** @param looksLikeImage by the file's name alone */
    public DatasetScanner(Predicate<Path> looksLikeImage) {
        this.looksLikeImage = looksLikeImage;
    }

    /**
     * @param folder where to look
     * @param root folder that keys are relative to: the folder itself or one above it
     * @throws IOException where the folder or its manifest cannot be read
     */
    public DatasetScan scan(Path folder, Path root, DatasetLayout layout, Progress progress) throws IOException {
        Walk walk = new Walk(root, progress);
        Files.walkFileTree(folder, walk);
        walk.images.sort(Comparator.comparing(image -> keyOf(root, image)));
        walk.irregular.sort(Comparator.comparing(Irregular::key));
        DatasetLayout used = layout == DatasetLayout.AUTO ? detect(folder, walk.images) : layout;
        List<DatasetEntry> entries = used == DatasetLayout.MANIFEST
                ? fromManifest(folder, root, walk)
                : fromFolders(folder, root, walk.images, used == DatasetLayout.FOLDERS);
        return new DatasetScan(used, entries, walk.irregular);
    }

    private static DatasetLayout detect(Path folder, List<Path> images) {
        if (Files.isRegularFile(folder.resolve(MANIFEST_NAME))) {
            return DatasetLayout.MANIFEST;
        }
        Set<Path> parents = new HashSet<>();
        for (Path image : images) {
            Optional.ofNullable(image.getParent()).ifPresent(parents::add);
        }
        return parents.size() >= 2 ? DatasetLayout.FOLDERS : DatasetLayout.FLAT;
    }

    private static List<DatasetEntry> fromFolders(Path folder, Path root, List<Path> images, boolean labelled) {
        List<DatasetEntry> entries = new ArrayList<>();
        for (Path image : images) {
            Labels labels =
                    labelled ? classFolderOf(folder, image).map(Labels::of).orElse(Labels.NONE) : Labels.NONE;
            entries.add(new DatasetEntry(image, keyOf(root, image), labels, Optional.empty(), Optional.empty()));
        }
        return entries;
    }

    /** Name of the folder an image lies in; empty for images that lie directly in the data set's folder. */
    private static Optional<String> classFolderOf(Path folder, Path image) {
        return Optional.ofNullable(image.getParent())
                .filter(parent -> !parent.equals(folder))
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !name.isBlank());
    }

    private static List<DatasetEntry> fromManifest(Path folder, Path root, Walk walk) throws IOException {
        Map<String, Manifest.Row> rows = Manifest.read(folder.resolve(MANIFEST_NAME));
        List<DatasetEntry> entries = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Path image : walk.images) {
            String path = keyOf(folder, image);
            Manifest.Row row = rows.get(path);
            if (row != null) {
                found.add(path);
                entries.add(new DatasetEntry(image, keyOf(root, image), row.labels(), row.footprint(), row.acquired()));
            }
        }
        for (String path : rows.keySet()) {
            if (!found.contains(path)) {
                walk.irregular.add(
                        new Irregular(path, "Named in " + MANIFEST_NAME + ", but there is no such image file"));
            }
        }
        return entries;
    }

    /** A file's path below a folder, with {@code /} on every system. */
    static String keyOf(Path root, Path file) {
        Path relative = root.relativize(file);
        StringBuilder key = new StringBuilder();
        for (Path part : relative) {
            key.append(key.isEmpty() ? "" : "/").append(part);
        }
        return key.toString();
    }

    /** Collects images and irregular things. */
    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Progress progress;
        private final List<Path> images = new ArrayList<>();
        private final List<Irregular> irregular = new ArrayList<>();

        Walk(Path root, Progress progress) {
            this.root = root;
            this.progress = progress;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (attributes.isSymbolicLink()) {
                if (looksLikeImage.test(file) || !Files.isRegularFile(file)) {
                    irregular.add(new Irregular(
                            keyOf(root, file),
                            "A symbolic link: not followed, since it may lead out of the archive or in a circle"));
                }
            } else if (looksLikeImage.test(file)) {
                images.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            irregular.add(new Irregular(keyOf(root, file), "Cannot be read: " + failure.getMessage()));
            return FileVisitResult.CONTINUE;
        }
    }
}
