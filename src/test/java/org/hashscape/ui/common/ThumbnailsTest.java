package org.hashscape.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import javafx.application.Platform;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

    private final JobRunner jobs = new JobRunner();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Long> read = Collections.synchronizedList(new ArrayList<>());
    private final Thumbnails thumbnails = new Thumbnails(this::slowly, jobs, Platform::runLater);

    @BeforeAll
    static void start() {
        TestToolkit.start();
    }

    @AfterEach
    void close() {
        gate.countDown();
        jobs.close();
    }

    @Test
    void neverReadsWhatHasScrolledAway() {
        Thumbnails.Viewer viewer = thumbnails.viewer(() -> {});
        viewer.want(tiles(1, 100));
        viewer.want(tiles(1001, 1040));
        gate.countDown();
        for (long tile = 1001; tile <= 1040; tile++) {
            until(tile);
        }
        assertThat(read).as("two loaders may have begun with one each").hasSizeLessThanOrEqualTo(42);
        assertThat(read).containsAll(LongStream.rangeClosed(1001, 1040).boxed().toList());
    }

    @Test
    void servesTheNewestViewerFirst() {
        Thumbnails.Viewer older = thumbnails.viewer(() -> {});
        Thumbnails.Viewer newer = thumbnails.viewer(() -> {});
        older.want(tiles(1, 40));
        newer.want(tiles(101, 110));
        gate.countDown();
        for (long tile = 1; tile <= 40; tile++) {
            until(tile);
        }
        assertThat(read.indexOf(110L)).isLessThan(read.indexOf(10L));
    }

    @Test
    void readsNothingTwice() {
        gate.countDown();
        thumbnails.load(tiles(1, 10), Progress.NONE);
        thumbnails.load(tiles(1, 10), Progress.NONE);
        assertThat(read).hasSize(10);
    }

    @Test
    void anUnreadableThumbnailIsKnownToBeMissing() {
        Thumbnails broken = new Thumbnails(
                tile -> {
                    throw new IOException("damaged");
                },
                jobs,
                Platform::runLater);
        broken.load(tiles(1, 1), Progress.NONE);
        assertThat(broken.ifLoaded(new TileId(1))).contains(Optional.empty());
    }

    private Optional<Raster> slowly(TileId tile) {
        try {
            gate.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        read.add(tile.value());
        return Optional.of(new Raster(2, 2, new byte[12]));
    }

    private void until(long tile) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (thumbnails.ifLoaded(new TileId(tile)).isEmpty()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static List<TileId> tiles(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(TileId::new).toList();
    }
}
