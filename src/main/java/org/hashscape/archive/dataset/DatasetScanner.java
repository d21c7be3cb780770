package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        Walk walk = new Walk(folder, root, progress);
        Files.walkFileTree(folder, walk);
        Map<Path, String> keys = new HashMap<>();
        walk.images.forEach(image -> keys.put(image, keyOf(root, image)));
        walk.images.sort(Comparator.comparing(keys::get));
        walk.irregular.sort(Comparator.comparing(Irregular::key));
        DatasetLayout used = layout == DatasetLayout.AUTO ? detect(folder, root, walk.images) : layout;
        List<DatasetEntry> entries = used == DatasetLayout.MANIFEST
                ? fromManifest(folder, root, walk)
                : fromFolders(root, walk.images, used == DatasetLayout.FOLDERS);
        return new DatasetScan(used, entries, walk.irregular);
    }

    /** The manifest that speaks for a folder: its own, or the root's; empty where there is neither. */
    public static Optional<Path> manifestOf(Path folder, Path root) {
        return Stream.of(folder, root)
                .map(place -> place.resolve(MANIFEST_NAME))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static DatasetLayout detect(Path folder, Path root, List<Path> images) {
        if (manifestOf(folder, root).isPresent()) {
            return DatasetLayout.MANIFEST;
        }
        boolean inFolders =
                images.stream().anyMatch(image -> classFolderOf(root, image).isPresent());
        return inFolders ? DatasetLayout.FOLDERS : DatasetLayout.FLAT;
    }

    private static List<DatasetEntry> fromFolders(Path root, List<Path> images, boolean labelled) {
        List<DatasetEntry> entries = new ArrayList<>();
        for (Path image : images) {
            Labels labels =
                    labelled ? classFolderOf(root, image).map(Labels::of).orElse(Labels.NONE) : Labels.NONE;
            entries.add(new DatasetEntry(image, keyOf(root, image), labels, Optional.empty(), Optional.empty()));
        }
        return entries;
    }

    /** Name of the folder an image lies in; empty for images that lie directly in the root. */
    private static Optional<String> classFolderOf(Path root, Path image) {
        return Optional.ofNullable(image.getParent())
                .filter(parent -> !parent.equals(root))
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !name.isBlank());
    }

    private static List<DatasetEntry> fromManifest(Path folder, Path root, Walk walk) throws IOException {
        Path file = manifestOf(folder, root)
                .orElseThrow(() -> new IOException("There is no " + MANIFEST_NAME + " in " + folder
                        + ". Put it back, or choose another layout (--layout folders or flat)."));
        Path base = Optional.ofNullable(file.getParent()).orElse(folder);
        Manifest manifest = Manifest.read(file);
        List<DatasetEntry> entries = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Path image : walk.images) {
            Manifest.Row row = manifest.rows().get(keyOf(base, image));
            if (row != null) {
                found.add(keyOf(base, image));
                entries.add(new DatasetEntry(image, keyOf(root, image), row.labels(), row.footprint(), row.acquired()));
            }
        }
        String within = base.equals(folder) ? "" : keyOf(base, folder) + "/";
        String above = base.equals(root) ? "" : keyOf(root, base) + "/";
        for (String path : manifest.rows().keySet()) {
            if (path.startsWith(within) && !found.contains(path)) {
                walk.irregular.add(
                        new Irregular(above + path, "Named in " + MANIFEST_NAME + ", but there is no such image file"));
            }
        }
        manifest.faults().forEach((path, fault) -> walk.irregular.add(new Irregular(above + path, fault)));
        return entries;
    }

    /** A file's path below a folder, with {@code /} on every system. */
    public static String keyOf(Path root, Path file) {
        Path relative = root.relativize(file);
        StringBuilder key = new StringBuilder();
        for (Path part : relative) {
            key.append(key.isEmpty() ? "" : "/").append(part);
        }
        return key.toString();
    }

    private static String reasonOf(IOException failure) {
        return failure instanceof AccessDeniedException ? "permission denied" : String.valueOf(failure.getMessage());
    }

    /** Collects images and irregular things. */
    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final Path root;
        private final Progress progress;
        private final List<Path> images = new ArrayList<>();
        private final List<Irregular> irregular = new ArrayList<>();

        Walk(Path folder, Path root, Progress progress) {
            this.folder = folder;
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
            if (file.equals(folder)) {
                throw new IOException(file + " cannot be read: " + reasonOf(failure), failure);
            }
            irregular.add(new Irregular(keyOf(root, file), "Cannot be read: " + reasonOf(failure)));
            return FileVisitResult.CONTINUE;
        }
    }
}
