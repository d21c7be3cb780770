package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hashscape.archive.dataset.DatasetScan.Irregular;
import org.hashscape.model.Progress;

/**
 * Finds the tiles of a folder. Symbolic links are never followed, since they may lead out of the archive or in a
 * circle; a link that could have held tiles is reported instead.
 */
public final class DatasetScanner {

    /** The usual name of a manifest in CSV. */
    public static final String MANIFEST_NAME = "manifest.csv";

    private static final int LARGEST_LOOKED_AT = 8;

    /** Under another locale another encoding is meant, and it is the locale that has to change. */
    private static final String NAMELESS = "Its name is not text in this system's encoding ("
            + System.getProperty("sun.jnu.encoding", "unknown")
            + "), so it could not be found again. Rename it, or start Hashscape under a UTF-8 locale"
            + " (LC_ALL=C.UTF-8)";

    private final Predicate<Path> looksLikeImage;
    private final ImageHeader.Reader headers;
    private final long mostPixels;

    /**
     * @param looksLikeImage by the file's name alone
     * @param headers looks at the headers of images
     * @param mostPixels the most pixels a tile may have: larger images are scenes
     */
    public DatasetScanner(Predicate<Path> looksLikeImage, ImageHeader.Reader headers, long mostPixels) {
        this.looksLikeImage = looksLikeImage;
        this.headers = headers;
        this.mostPixels = mostPixels;
    }

    /** @throws IOException where the folder or its manifest cannot be read, or it has not got the layout */
    public DatasetScan scan(ScanRequest request, Progress progress) throws IOException {
        Path root = request.root();
        Walk walk = new Walk(request.folder(), root, progress);
        boolean oneImage = request.only().filter(looksLikeImage).isPresent();
        if (oneImage) {
            walk.images.add(request.only().orElseThrow());
        } else {
            Files.walkFileTree(request.folder(), walk);
        }
        List<Keyed> keyed = new ArrayList<>();
        walk.images.forEach(image -> keyed.add(new Keyed(keyOf(root, image), image)));
        keyed.sort(Comparator.comparing(Keyed::key));
        walk.irregular.sort(Comparator.comparing(Irregular::key));
        FolderContents contents = new FolderContents(
                request.folder(),
                root,
                keyed.stream().map(Keyed::file).toList(),
                walk.patches,
                walk.largest(),
                walk.irregular,
                headers,
                mostPixels,
                request.grid());
        return reader(request, contents, oneImage).read(contents, progress);
    }

    private record Keyed(String key, Path file) {}

    /** The manifest that speaks for a folder: its own, or the root's; empty where there is neither. */
    public static Optional<Path> manifestOf(Path folder, Path root) {
        return ManifestLayout.manifestOf(folder, root);
    }

    private static LayoutReader reader(ScanRequest request, FolderContents contents, boolean oneImage) {
        Optional<Path> manifest = oneImage ? Optional.empty() : request.only();
        return switch (request.layout()) {
            case AUTO -> detect(contents, oneImage, manifest);
            case FOLDERS -> new ClassFolders(true);
            case FLAT -> new ClassFolders(false);
            case MANIFEST -> new ManifestLayout(manifest);
            case UC_MERCED -> new UcMerced(false);
            case UC_MERCED_MULTILABEL -> new UcMerced(true);
            case EUROSAT -> new EuroSat(false);
            case EUROSAT_MS -> new EuroSat(true);
            case BIGEARTHNET -> new BigEarthNet(false);
            case BIGEARTHNET_43 -> new BigEarthNet(true);
            case SCENE -> new Scenes();
        };
    }

    private static LayoutReader detect(FolderContents contents, boolean oneImage, Optional<Path> manifest) {
        if (oneImage) {
            return new Scenes();
        }
        List<LayoutReader> known = List.of(
                new ManifestLayout(manifest),
                new BigEarthNet(false),
                new UcMerced(true),
                new UcMerced(false),
                new EuroSat(true),
                new EuroSat(false),
                new Scenes(),
                new ClassFolders(true));
        return known.stream()
                .filter(reader -> reader.fits(contents))
                .findFirst()
                .orElse(new ClassFolders(false));
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

    /** Whether the name as text leads back to the file: names are bytes on some systems, and text cannot hold all. */
    private static boolean isNamed(Path file) {
        Path name = file.getFileName();
        try {
            return name == null || name.getFileSystem().getPath(name.toString()).equals(name);
        } catch (InvalidPathException notText) {
            return false;
        }
    }

    /** The key of a file whose last name is not text: as far as it is UTF-8 that, other bytes as {@code \xe9}. */
    private static String escapedKey(Path root, Path file) {
        String key = keyOf(root, file);
        String inner = key.substring(0, key.lastIndexOf('/') + 1);
        return inner + NameBytes.text(NameBytes.of(file));
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
        private final SortedMap<Path, PatchBands> patches = new TreeMap<>();
        private final PriorityQueue<Sized> largest = new PriorityQueue<>(Comparator.comparingLong(Sized::bytes));

        private record Sized(Path file, long bytes) {}

        Walk(Path folder, Path root, Progress progress) {
            this.folder = folder;
            this.root = root;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            if (!inner.equals(folder) && !isNamed(inner)) {
                irregular.add(new Irregular(escapedKey(root, inner), NAMELESS));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
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
            } else if (!isNamed(file)) {
                if (looksLikeImage.test(file)) {
                    irregular.add(new Irregular(escapedKey(root, file), NAMELESS));
                }
            } else if (!isOfPatch(file) && looksLikeImage.test(file)) {
                images.add(file);
                if (Scenes.canBe(file)) {
                    largest.add(new Sized(file, attributes.size()));
                    if (largest.size() > LARGEST_LOOKED_AT) {
                        largest.remove();
                    }
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isOfPatch(Path file) {
            Path patch = file.getParent();
            if (patch == null || patch.equals(folder) && patch.equals(root)) {
                return false; // a patch is a folder below the root
            }
            Optional<PatchBands> more =
                    patches.getOrDefault(patch, PatchBands.NONE).with(file);
            more.ifPresent(bands -> patches.put(patch, bands));
            return more.isPresent();
        }

        /** The largest TIFF files, largest first. */
        List<Path> largest() {
            List<Sized> sorted = new ArrayList<>(largest);
            sorted.sort(Comparator.comparingLong(Sized::bytes).reversed());
            return sorted.stream().map(Sized::file).toList();
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
