package org.hashscape.ui.common;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.image.Image;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thumbnails of one archive, decoded in the background and kept in memory up to a limit.
 *
 * <p>Whoever draws asks {@link #ifLoaded} and gets an answer at once; for what was not there it hands over the list of
 * what it sees now with {@link Viewer#want}. Each such list replaces the viewer's former one, so pictures that have
 * scrolled away are never loaded, and the newest list is served first.
 */
public final class Thumbnails {

    /** Reads one thumbnail; called on background threads, may block. */
    @FunctionalInterface
    public interface Source {
        Optional<Raster> read(TileId tile) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final long MEMORY_BYTES = 128L << 20;
    private static final int LOADERS = 2;
    /** A loader gives its thread back after so many pictures, so that other small reads are not kept waiting. */
    private static final int TURN = 24;

    private final Source source;
    private final JobRunner jobs;
    private final Executor screen;
    private final Cache<TileId, Optional<Image>> loaded = Caffeine.newBuilder()
            .maximumWeight(MEMORY_BYTES)
            .weigher(Thumbnails::bytes)
            .build();
    private final List<Runnable> arrivals = new CopyOnWriteArrayList<>();
    private final AtomicBoolean announced = new AtomicBoolean();

    private final Object lock = new Object();
    private final ArrayDeque<Viewer> newestFirst = new ArrayDeque<>();
    private final Set<TileId> inWork = new HashSet<>();
    private int loaders;
    private volatile boolean closed;

    /**
     * @param screen runs work on the thread that draws
     */
    public Thumbnails(Source source, JobRunner jobs, Executor screen) {
        this.source = source;
        this.jobs = jobs;
        this.screen = screen;
    }

    /** The picture if it is in memory; an empty inner value stands for a tile that has none. */
    public Optional<Optional<Image>> ifLoaded(TileId tile) {
        return Optional.ofNullable(loaded.getIfPresent(tile));
    }

    /** Loads what is missing on the calling thread, so that it is there when a screen first draws it. */
    public void load(List<TileId> tiles, Progress progress) {
        for (TileId tile : tiles) {
            progress.checkCancelled();
            if (loaded.getIfPresent(tile) == null) {
                loaded.put(tile, read(tile));
            }
        }
    }

    /** Someone who draws thumbnails. {@code onArrival} runs on the drawing thread after new ones have come. */
    public Viewer viewer(Runnable onArrival) {
        arrivals.add(onArrival);
        return new Viewer(onArrival);
    }

    /** Reads every picture again when it is next wanted, as after an import. */
    public void forget() {
        loaded.invalidateAll();
        announce();
    }

    /** Stops loading; the archive is about to close. */
    public void close() {
        synchronized (lock) {
            closed = true;
            newestFirst.clear();
        }
        arrivals.clear();
    }

    /** The wishes of one place on the screen. */
    public final class Viewer {

        private final Runnable onArrival;
        private final ArrayDeque<TileId> wanted = new ArrayDeque<>();

        private Viewer(Runnable onArrival) {
            this.onArrival = onArrival;
        }

        /** Replaces what this viewer waits for, in the order it should come. */
        public void want(List<TileId> tiles) {
            synchronized (lock) {
                newestFirst.remove(this);
                wanted.clear();
                wanted.addAll(tiles);
                if (closed || tiles.isEmpty()) {
                    return;
                }
                newestFirst.addFirst(this);
                while (loaders < Math.min(LOADERS, tiles.size())) {
                    loaders++;
                    submitTurn();
                }
            }
        }

        /** This viewer draws other thumbnails from now on. */
        public void close() {
            want(List.of());
            arrivals.remove(onArrival);
        }
    }

    private void submitTurn() {
        jobs.submit(Lane.READ, "Reading thumbnails", progress -> {
            takeTurn();
            return true;
        });
    }

    private void takeTurn() {
        for (int done = 0; done < TURN; done++) {
            Optional<TileId> next = next();
            if (next.isEmpty()) {
                return;
            }
            TileId tile = next.get();
            loaded.put(tile, read(tile));
            synchronized (lock) {
                inWork.remove(tile);
            }
            announce();
        }
        submitTurn();
    }

    /** The most wanted picture that nobody loads yet; where there is none, this loader is done. */
    private Optional<TileId> next() {
        synchronized (lock) {
            while (!newestFirst.isEmpty()) {
                Viewer viewer = newestFirst.getFirst();
                while (!viewer.wanted.isEmpty()) {
                    TileId tile = viewer.wanted.removeFirst();
                    if (loaded.getIfPresent(tile) == null && inWork.add(tile)) {
                        return Optional.of(tile);
                    }
                }
                newestFirst.removeFirst();
            }
            loaders--;
            return Optional.empty();
        }
    }

    private Optional<Image> read(TileId tile) {
        try {
            return source.read(tile).map(Pictures::of);
        } catch (IOException | RuntimeException unreadable) {
            if (!closed) {
                LOG.warn("Thumbnail of tile {} cannot be read", tile, unreadable);
            }
            return Optional.empty();
        }
    }

    private void announce() {
        if (announced.compareAndSet(false, true)) {
            screen.execute(() -> {
                announced.set(false);
                arrivals.forEach(Runnable::run);
            });
        }
    }

    private static int bytes(TileId tile, Optional<Image> image) {
        return image.map(some -> (int) (4 * some.getWidth() * some.getHeight())).orElse(16);
    }
}
