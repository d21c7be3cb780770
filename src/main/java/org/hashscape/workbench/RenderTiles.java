package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.store.RenderingTable;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the bands and the stretch of an archive and makes its thumbnails anew, on all cores, in whole batches. Whatever
 * was computed from the former pictures is dropped at once; thumbnails follow one after the other, and a run that was cut
 * short is completed by the next.
 */
public final class RenderTiles {

    private static final Logger LOG = LoggerFactory.getLogger(RenderTiles.class);
    private static final int BATCH = 256;

    /**
     * What a run did.
     *
     * @param rendered thumbnails made
     * @param unreadable tiles whose originals could not be read; they keep their old thumbnail until the next run
     */
    public record Report(Rendering rendering, int rendered, int unreadable) {}

    private final Archive archive;
    private final RenderingTable table;

    public RenderTiles(Archive archive) {
        this.archive = archive;
        this.table = archive.store().renderings();
    }

    /** Tiles whose thumbnails still show another rendering. */
    public int stale() throws IOException {
        return table.stale().size();
    }

    /**
     * Renders the archive in another way; where that is its way already, completes what a former run left.
     *
     * @throws IOException where none of the originals can be read, or the archive cannot be written
     */
    public Report run(Rendering rendering, Progress progress) throws IOException {
        if (!archive.rendering().equals(rendering)) {
            archive.chooseRendering(rendering);
        }
        return complete(progress);
    }

    /** Makes the thumbnails that still show another rendering. */
    public Report complete(Progress progress) throws IOException {
        Rendering rendering = archive.rendering();
        List<Tile> stale = archive.catalogue().known(table.stale());
        Thumbs thumbs = new Thumbs(table.number(), stale.size(), progress);
        try {
            Pipeline.run(stale, tile -> render(tile, rendering), thumbs::add, progress);
            thumbs.flush();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            archive.touch();
        }
        if (thumbs.rendered == 0 && thumbs.unreadable > 0) {
            throw new IOException("None of the " + thumbs.unreadable + " originals below "
                    + archive.root().orElse(archive.file())
                    + " can be read. If the folder was moved, choose Locate folder...");
        }
        return new Report(rendering, thumbs.rendered, thumbs.unreadable);
    }

    private record Made(TileId tile, Optional<byte[]> jpeg) {}

    private Made render(Tile tile, Rendering rendering) {
        try {
            Raster picture = archive.trial(tile, rendering, Thumbnails.SIDE);
            return new Made(tile.id(), Optional.of(Thumbnails.encode(picture)));
        } catch (IOException unreadable) {
            LOG.warn("Tile {} cannot be rendered: {}", tile.key(), unreadable.getMessage());
            return new Made(tile.id(), Optional.empty());
        }
    }

    /** Thumbnails made but not yet written. */
    private final class Thumbs {

        private final long number;
        private final int all;
        private final Progress progress;
        private final Map<TileId, byte[]> waiting = new LinkedHashMap<>();
        private final long start = System.nanoTime();
        private int rendered;
        private int unreadable;

        Thumbs(long number, int all, Progress progress) {
            this.number = number;
            this.all = all;
            this.progress = progress;
        }

        void add(Made made) {
            if (made.jpeg().isPresent()) {
                waiting.put(made.tile(), made.jpeg().get());
            } else {
                unreadable++;
            }
            if (waiting.size() >= BATCH) {
                flush();
            }
            int done = rendered + waiting.size() + unreadable;
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.report(
                    (double) done / all,
                    String.format(
                            Locale.ENGLISH,
                            "Rendering %,d of %,d thumbnails (%,.0f a second)",
                            done,
                            all,
                            done / seconds));
        }

        void flush() {
            try {
                table.put(waiting, number);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            rendered += waiting.size();
            waiting.clear();
        }
    }
}
