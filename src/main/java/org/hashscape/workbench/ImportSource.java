package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.imaging.ImageDecoder;

/**
 * What an import is told to read.
 *
 * @param folder where it lies
 * @param only the one scene or manifest that is meant; the whole folder where there is none
 */
public record ImportSource(Path folder, Optional<Path> only) {

    /**
     * A folder, a scene, or a manifest.
     *
     * @throws IOException where there is none of these, or it may not be read
     */
    public static ImportSource of(Path from) throws IOException {
        Path whole = from.toAbsolutePath().normalize();
        if (Files.exists(whole) && !Files.isReadable(whole)) {
            throw new IOException(from + " cannot be read: permission denied");
        }
        if (Files.isDirectory(whole)) {
            return new ImportSource(whole, Optional.empty());
        }
        if (!Files.exists(whole)) {
            throw new IOException("There is no such folder or file: " + from);
        }
        boolean readable = Files.isRegularFile(whole) && (isManifest(whole) || ImageDecoder.looksLikeImage(whole));
        Path folder = whole.getParent();
        if (!readable || folder == null) {
            throw new IOException(from
                    + " is neither a folder, nor a scene (TIFF), nor a manifest (CSV, JSON, GeoJSON)."
                    + " Import the folder it lies in.");
        }
        return new ImportSource(folder, Optional.of(whole));
    }

    /** Whether there is a folder, a scene or a manifest. */
    public static boolean isReadable(Path from) {
        try {
            return !of(from).folder().toString().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The layout to read it with where this one was asked for. */
    DatasetLayout layoutFor(DatasetLayout asked) {
        if (asked != DatasetLayout.AUTO || only.isEmpty()) {
            return asked;
        }
        return isManifest(only.get()) ? DatasetLayout.MANIFEST : DatasetLayout.SCENE;
    }

    private static boolean isManifest(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".json") || name.endsWith(".geojson");
    }
}
