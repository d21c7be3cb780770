package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;

/** An open archive. Thread-safe: reads may come from any thread, while one writer works. */
public final class Archive implements AutoCloseable {

    /** A file that could not be imported. */
    public record Problem(String path, String reason) {}

    private final ArchiveStore store;

    Archive(ArchiveStore store) {
        this.store = store;
    }

    /** File name without ".hsa". */
    public String name() {
        throw new UnsupportedOperationException("stub");
    }

    /** The archive file. */
    public Path file() {
        throw new UnsupportedOperationException("stub");
    }

    /** The folder that tile keys are relative to. May be gone: thumbnails still show. Empty before the first import. */
    public Optional<Path> root() {
        throw new UnsupportedOperationException("stub");
    }

    /** Says where the originals lie now ("Locate folder..."). */
    public void locateRoot(Path folder) {
        throw new UnsupportedOperationException("stub");
    }

    /** The tiles as of now; cheap to call again: cached until the archive changes. */
    public TileCatalogue catalogue() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Problem> problems() {
        throw new UnsupportedOperationException("stub");
    }

    /** The tile's thumbnail, at most 96 pixels wide and high, from the archive file. */
    public Optional<Raster> thumbnail(TileId tile) {
        throw new UnsupportedOperationException("stub");
    }

    /** The tile's pixels from its original. @throws IOException where it is gone or unreadable, with what to do */
    public Raster raster(Tile tile) throws IOException {
        throw new UnsupportedOperationException("stub");
    }

    ArchiveStore store() {
        return store;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("stub");
    }
}
