package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.jspecify.annotations.Nullable;

/** An open archive. Thread-safe: reads may come from any thread, while one writer works. */
public final class Archive implements AutoCloseable {

    private static final String ENDING = ".hsa";
    private static final String ROOT = "root";
    private static final String ROOT_FROM_ARCHIVE = "root-from-archive";

    /** A file that could not be imported. */
    public record Problem(String path, String reason) {}

    private final ArchiveStore store;
    private final ImageDecoder decoder = new ImageDecoder();
    private volatile long generation;
    private @Nullable TileCatalogue catalogue;

    Archive(ArchiveStore store) {
        this.store = store;
    }

    /** File name without ".hsa". */
    public String name() {
        String name = String.valueOf(file().getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** The archive file. */
    public Path file() {
        return store.file().toAbsolutePath();
    }

    /**
     * The folder that tile keys are relative to; empty before the first import. May be gone: thumbnails still show.
     * Where archive and originals were moved together, it is found again beside the archive.
     */
    public Optional<Path> root() throws IOException {
        Optional<Path> absolute = store.fact(ROOT).map(Path::of);
        if (absolute.isPresent() && !Files.isDirectory(absolute.get())) {
            Optional<Path> moved = store.fact(ROOT_FROM_ARCHIVE)
                    .map(relative -> archiveFolder().resolve(relative).normalize())
                    .filter(Files::isDirectory);
            return moved.isPresent() ? moved : absolute;
        }
        return absolute;
    }

    /** How the archive was generated, where it was: it never had originals, and its descriptors are made up. */
    public Optional<String> generated() throws IOException {
        return store.fact(GenerateArchive.FACT);
    }

    /** Says where the originals lie now ("Locate folder..."). */
    public void locateRoot(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (store.fact(ROOT).filter(absolute.toString()::equals).isPresent()) {
            return;
        }
        store.putFact(ROOT, absolute.toString());
        if (absolute.getRoot() != null
                && absolute.getRoot().equals(archiveFolder().getRoot())) {
            store.putFact(
                    ROOT_FROM_ARCHIVE, archiveFolder().relativize(absolute).toString());
        }
        touch();
    }

    /** The tiles as of now; cheap to call again: kept until the archive changes. */
    public synchronized TileCatalogue catalogue() throws IOException {
        TileCatalogue current = catalogue;
        if (current == null) {
            current = new TileCatalogue(store.tiles().columns(Progress.NONE));
            catalogue = current;
        }
        return current;
    }

    /** Files that could not be imported, by path. */
    public List<Problem> problems() throws IOException {
        return store.tiles().problems().stream()
                .map(problem -> new Problem(problem.path(), problem.reason()))
                .toList();
    }

    /** The tile's thumbnail, at most 128 pixels wide and high, from the archive file. */
    public Optional<Raster> thumbnail(TileId tile) throws IOException {
        Optional<byte[]> jpeg = thumbnailJpeg(tile);
        return jpeg.isPresent() ? Optional.of(Thumbnails.decode(jpeg.get())) : Optional.empty();
    }

    /** The thumbnail as the JPEG bytes that the archive keeps. */
    public Optional<byte[]> thumbnailJpeg(TileId tile) throws IOException {
        return store.tiles().thumbnail(tile);
    }

    /** The tile's pixels from its original. @throws IOException where it is gone or unreadable, with what to do */
    public Raster raster(Tile tile) throws IOException {
        Optional<String> generated = generated();
        if (generated.isPresent()) {
            throw new IOException(
                    "There are no originals: this archive was generated to measure with (" + generated.get() + ").");
        }
        Path file = root().orElseThrow(() -> new IOException("The archive has no folder of originals yet"))
                .resolve(tile.key());
        if (!Files.exists(file)) {
            throw new IOException(
                    "The original " + file + " is gone. If the folder was moved, choose Locate folder...");
        }
        return decoder.decode(file).raster();
    }

    /** The pixels of an image file that need not belong to the archive. @throws IOException where it is unreadable */
    public Raster outsideRaster(Path file) throws IOException {
        return decoder.decode(file).raster();
    }

    @Override
    public void close() {
        store.close();
    }

    /** The file behind it, for use cases in other packages of the workbench. */
    public ArchiveStore store() {
        return store;
    }

    ImageDecoder decoder() {
        return decoder;
    }

    /** Counts changes of tiles or labels: whatever was kept under another number is stale. */
    long generation() {
        return generation;
    }

    /** Says that tiles or labels have changed. */
    synchronized void touch() {
        generation++;
        catalogue = null;
    }

    private Path archiveFolder() {
        return Optional.ofNullable(file().getParent()).orElse(file());
    }
}
