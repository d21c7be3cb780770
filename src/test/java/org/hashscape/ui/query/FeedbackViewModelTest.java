package org.hashscape.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashscape.model.Mark;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.Feedback;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a toolkit: the test's own thread plays the screen. */
class FeedbackViewModelTest {

    private static final TileId QUERY = new TileId(1);
    private static final QuerySource SOURCE = new QuerySource.ArchiveTile(QUERY);

    private final JobRunner jobs = new JobRunner();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final FakeKeeper keeper = new FakeKeeper();
    private long now = 1_000;
    private final FeedbackViewModel model = new FeedbackViewModel(
            new Background(jobs, screen::add, notice -> {}), (InstantSource) () -> Instant.ofEpochMilli(now++));

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void countsMarksAndTakesAMarkAwayTheSecondTime() {
        model.about(SOURCE);
        model.mark(new TileId(2), Verdict.RIGHT);
        model.mark(new TileId(3), Verdict.RIGHT);
        model.mark(new TileId(4), Verdict.WRONG);
        assertThat(model.sentenceProperty().get()).isEqualTo("Refined query: 2 right, 1 wrong");
        model.mark(new TileId(3), Verdict.RIGHT);
        model.mark(new TileId(2), Verdict.WRONG);
        assertThat(model.sentenceProperty().get()).isEqualTo("Refined query: 0 right, 2 wrong");
        model.clear();
        assertThat(model.of(SOURCE)).isEqualTo(Feedback.NONE);
    }

    @Test
    void undoRestoresEveryStateExactlyInTheArchiveToo() throws Exception {
        model.use(keeper);
        model.about(SOURCE);
        List<List<Mark>> states = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            settle();
            states.add(keeper.of(QUERY));
            if (step == 4) {
                model.clear();
            } else {
                model.mark(new TileId(2 + step % 3), step % 2 == 0 ? Verdict.RIGHT : Verdict.WRONG);
            }
        }
        settle();
        for (int step = 5; step >= 0; step--) {
            model.undo();
            settle();
            assertThat(keeper.of(QUERY)).isEqualTo(states.get(step));
        }
        assertThat(model.canUndoProperty().get()).isFalse();
    }

    @Test
    void marksOfAnotherQueryWaitForTheirs() {
        model.about(SOURCE);
        model.mark(new TileId(2), Verdict.RIGHT);
        QuerySource other = new QuerySource.ArchiveTile(new TileId(7));
        model.about(other);
        assertThat(model.marksProperty().get()).isEmpty();
        model.about(SOURCE);
        assertThat(model.marksProperty().get()).containsOnlyKeys(new TileId(2));
    }

    @Test
    void readsWhatTheArchiveKeepsAndRefinesTheQueryThatWaits() throws Exception {
        keeper.put(QUERY, List.of(new Mark(new TileId(5), Verdict.RIGHT, Instant.EPOCH)));
        List<String> told = new ArrayList<>();
        model.setOnMarks(() -> told.add("marks"));
        model.use(keeper);
        model.about(SOURCE);
        runScreenUntil(() -> !told.isEmpty());
        assertThat(model.of(SOURCE).right()).containsExactly(new TileId(5));
    }

    @Test
    void aGivenLabelIsTakenBackFromThoseThatGotIt() throws Exception {
        List<String> told = new ArrayList<>();
        model.setOnLabels(() -> told.add("labels"));
        model.use(keeper);
        model.about(SOURCE);
        model.mark(new TileId(2), Verdict.RIGHT);
        model.mark(new TileId(3), Verdict.RIGHT);
        model.giveLabel("roof");
        runScreenUntil(() -> told.size() == 1);
        assertThat(keeper.labelled).containsExactlyInAnyOrder(new TileId(2), new TileId(3));
        model.undo();
        runScreenUntil(() -> told.size() == 2);
        assertThat(keeper.labelled).isEmpty();
        assertThat(model.of(SOURCE).right()).hasSize(2);
    }

    private void settle() throws InterruptedException {
        runScreenUntil(() -> jobs.unfinished().isEmpty());
        while (!screen.isEmpty()) {
            screen.take().run();
        }
    }

    private void runScreenUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Runnable work = screen.poll(10, TimeUnit.MILLISECONDS);
            if (work != null) {
                work.run();
            }
        }
    }

    private static final class FakeKeeper implements FeedbackViewModel.Keeper {

        private final Map<TileId, List<Mark>> kept = new ConcurrentHashMap<>();
        private final List<TileId> labelled = new java.util.concurrent.CopyOnWriteArrayList<>();

        List<Mark> of(TileId query) {
            return kept.getOrDefault(query, List.of());
        }

        @Override
        public Map<TileId, List<Mark>> all() {
            return Map.copyOf(kept);
        }

        @Override
        public void put(TileId query, Collection<Mark> marks) {
            kept.put(query, List.copyOf(marks));
        }

        @Override
        public List<TileId> giveLabel(String label, Collection<TileId> tiles) {
            labelled.addAll(tiles);
            return List.copyOf(tiles);
        }

        @Override
        public void takeLabel(String label, Collection<TileId> tiles) {
            labelled.removeAll(tiles);
        }
    }
}
