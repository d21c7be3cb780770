package org.hashscape.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Ranking;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a toolkit: the test's own thread plays the screen. */
class SearchViewModelTest {

    private final JobRunner jobs = new JobRunner();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final SearchViewModel search =
            new SearchViewModel(new Background(jobs, screen::add, notice -> {}), QueryRequest::method);
    private final List<Phase> phases = new ArrayList<>();
    private final FakeSearcher searcher = new FakeSearcher();

    SearchViewModelTest() {
        search.phaseProperty().addListener((property, before, now) -> phases.add(now));
        search.search(searcher, (tiles, progress) -> {});
    }

    @AfterEach
    void close() {
        searcher.gate.countDown();
        jobs.close();
    }

    @Test
    void showsTheAnswer() throws Exception {
        searcher.ready = true;
        search.ask(query(1, "lsh"));
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Answered);
        assertThat(answered()).containsExactly(1L);
    }

    @Test
    void paintsOnlyTheNewestOfFiftyQuickQuestions() throws Exception {
        searcher.ready = true;
        searcher.gate = new CountDownLatch(1);
        for (int tile = 1; tile <= 50; tile++) {
            search.ask(query(tile, "lsh"));
        }
        searcher.gate.countDown();
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Answered);
        jobs.submit(JobRunner.Lane.QUERY, "end", progress -> true).result().get(10, TimeUnit.SECONDS);
        runScreen();
        assertThat(answered()).containsExactly(50L);
    }

    @Test
    void keepsPreparingWhileTheUserClicksOtherTilesAndAnswersTheNewest() throws Exception {
        searcher.gate = new CountDownLatch(1);
        search.ask(query(1, "kslsh"));
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Preparing);
        search.ask(query(2, "kslsh"));
        search.ask(query(3, "kslsh"));
        searcher.ready = true;
        searcher.gate.countDown();
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Answered);
        assertThat(answered()).containsExactly(3L);
        assertThat(searcher.asked).containsExactly(1L, 3L);
    }

    @Test
    void givesUpAPreparationWhenAnotherMethodIsPrepared() throws Exception {
        searcher.gate = new CountDownLatch(1);
        search.ask(query(1, "kslsh"));
        runScreenUntil(() -> searcher.asked.contains(1L));
        search.ask(query(1, "itq"));
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Preparing preparing
                && preparing.request().method().equals("itq"));
        searcher.gate.countDown();
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Answered);
        Phase.Answered last = (Phase.Answered) phases.get(phases.size() - 1);
        assertThat(last.answer().request().method()).isEqualTo("itq");
        assertThat(phases).noneMatch(phase -> phase instanceof Phase.Failed || phase instanceof Phase.Cancelled);
    }

    @Test
    void saysWhatWentWrong() throws Exception {
        searcher.ready = true;
        searcher.failure = "KSLSH needs labels: import the archive with class folders.";
        search.ask(query(1, "kslsh"));
        runScreenUntil(() -> search.phaseProperty().get() instanceof Phase.Failed);
        assertThat(((Phase.Failed) search.phaseProperty().get()).sentence()).isEqualTo(searcher.failure);
    }

    @Test
    void forgetsTheFormerArchive() throws Exception {
        searcher.ready = true;
        searcher.gate = new CountDownLatch(1);
        search.ask(query(1, "lsh"));
        runScreenUntil(() -> searcher.asked.contains(1L));
        search.search(new FakeSearcher(), (tiles, progress) -> {});
        searcher.gate.countDown();
        jobs.submit(JobRunner.Lane.QUERY, "end", progress -> true).result().get(10, TimeUnit.SECONDS);
        runScreen();
        assertThat(search.phaseProperty().get()).isInstanceOf(Phase.Idle.class);
        assertThat(answered()).isEmpty();
    }

    private List<Long> answered() {
        return phases.stream()
                .filter(Phase.Answered.class::isInstance)
                .map(phase -> tile(((Phase.Answered) phase).answer().request()))
                .toList();
    }

    private void runScreenUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(end);
            Runnable work = screen.poll(20, TimeUnit.MILLISECONDS);
            if (work != null) {
                work.run();
            }
        }
    }

    private void runScreen() {
        for (Runnable work = screen.poll(); work != null; work = screen.poll()) {
            work.run();
        }
    }

    private static QueryRequest query(long tile, String method) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(tile)),
                method,
                "colour-texture",
                32,
                1,
                20,
                new Lookup.FullRanking(),
                false);
    }

    private static long tile(QueryRequest request) {
        return ((QuerySource.ArchiveTile) request.source()).tile().value();
    }

    private static final class FakeSearcher implements SearchViewModel.Searcher {

        private volatile boolean ready;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile String failure = "";
        private final List<Long> asked = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean isReady(QueryRequest request) {
            return ready;
        }

        @Override
        public QueryAnswer answer(QueryRequest request, Progress progress) {
            asked.add(tile(request));
            while (gate.getCount() > 0) {
                progress.checkCancelled();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            progress.checkCancelled();
            if (!failure.isEmpty()) {
                throw new IllegalArgumentException(failure);
            }
            return new QueryAnswer(
                    request,
                    Optional.empty(),
                    Labels.NONE,
                    new Ranking(List.of()),
                    List.of(),
                    List.of(),
                    32,
                    0,
                    0,
                    0,
                    0,
                    List.of(),
                    Map.of(),
                    Optional.empty());
        }
    }
}
