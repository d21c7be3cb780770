package org.hashscape.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashscape.model.Hit;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Ranking;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.query.SearchViewModel;
import org.hashscape.workbench.Explanation;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings.ColumnChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a toolkit: the test's own thread plays the screen. */
class ComparisonViewModelTest {

    private static final List<Choice> METHODS = List.of(
            new Choice("kslsh", "KSLSH"),
            new Choice("lsh", "LSH"),
            new Choice("itq", "ITQ"),
            new Choice("klsh", "KLSH"),
            new Choice("exhaustive", "Exhaustive"));

    private final JobRunner jobs = new JobRunner();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final FakeSearcher searcher = new FakeSearcher();
    private final ComparisonViewModel model = new ComparisonViewModel(
            new Background(jobs, screen::add, notice -> {}),
            METHODS,
            List.of(new Choice("colour-texture", "Colour")),
            List.of(choice("lsh"), choice("itq")),
            choice("lsh"));
    private final List<Comparison> painted = new ArrayList<>();

    ComparisonViewModelTest() {
        model.comparisonProperty().addListener((property, before, now) -> now.ifPresent(painted::add));
        model.use(
                searcher,
                (request, tile, progress) ->
                        new Explanation(Optional.empty(), Optional.empty(), 0, Labels.NONE, Labels.NONE),
                (tiles, progress) -> {});
    }

    @AfterEach
    void close() {
        searcher.gate.countDown();
        jobs.close();
    }

    @Test
    void asksNothingWhileItIsOff() {
        model.ask(query(1));
        assertThat(searcher.asked).isEmpty();
        assertThat(painted).isEmpty();
    }

    @Test
    void paintsOnlyTheNewestOfFiftyQuickQuestionsAndAllColumnsAtOnce() throws Exception {
        model.onProperty().set(true);
        model.add();
        searcher.gate = new CountDownLatch(1);
        for (int tile = 1; tile <= 50; tile++) {
            model.ask(query(tile));
        }
        searcher.gate.countDown();
        runScreenUntil(() -> !painted.isEmpty());
        jobs.submit(JobRunner.Lane.QUERY, "end", progress -> true).result().get(10, TimeUnit.SECONDS);
        runScreen();
        assertThat(painted).hasSize(1);
        assertThat(painted.get(0).columns())
                .hasSize(3)
                .allSatisfy(column -> assertThat(tile(column.request())).isEqualTo(50));
    }

    @Test
    void aColumnThatFailsSaysWhyAndTheOthersAnswer() throws Exception {
        searcher.failing = "itq";
        model.onProperty().set(true);
        model.ask(query(1));
        runScreenUntil(() -> !painted.isEmpty());
        Comparison shown = painted.get(painted.size() - 1);
        assertThat(shown.columns().get(0).answer()).isPresent();
        assertThat(shown.columns().get(1).problem()).isEqualTo("ITQ needs more tiles.");
        assertThat(model.placesProperty().get().get(1).shown()).isEmpty();
    }

    @Test
    void whileAModelIsMadeTheOtherColumnsShowAndFollowNewQueries() throws Exception {
        searcher.unready = "itq";
        searcher.gateOf = "itq";
        searcher.gate = new CountDownLatch(1);
        model.onProperty().set(true);
        model.ask(query(1));
        runScreenUntil(() -> !painted.isEmpty());
        model.ask(query(2));
        runScreenUntil(
                () -> tile(painted.get(painted.size() - 1).columns().get(0).request()) == 2);
        Comparison waiting = painted.get(painted.size() - 1);
        assertThat(waiting.columns().get(0).answer()).isPresent();
        assertThat(waiting.columns().get(1).problem()).contains("Preparing ITQ");
        searcher.unready = "";
        searcher.gate.countDown();
        runScreenUntil(
                () -> painted.get(painted.size() - 1).columns().get(1).answer().isPresent());
        assertThat(painted)
                .allSatisfy(comparison -> assertThat(comparison.columns())
                        .extracting(column -> tile(column.request()))
                        .containsOnly(tile(comparison.columns().get(0).request())));
        assertThat(tile(painted.get(painted.size() - 1).columns().get(1).request()))
                .isEqualTo(2);
    }

    @Test
    void thereAreTwoToFourColumnsAndTheirChoicesAreTold() throws Exception {
        List<List<ColumnChoice>> told = new ArrayList<>();
        model.setOnChoices(told::add);
        model.onProperty().set(true);
        model.ask(query(1));
        for (int i = 0; i < 5; i++) {
            model.add();
        }
        assertThat(model.columns()).hasSize(4);
        assertThat(told.get(told.size() - 1)).doesNotHaveDuplicates().hasSize(4);
        runScreenUntil(() ->
                !painted.isEmpty() && painted.get(painted.size() - 1).columns().size() == 4);
        for (int i = 0; i < 5; i++) {
            model.remove(model.columns().get(0));
        }
        assertThat(model.columns()).hasSize(2);
        assertThat(painted.get(painted.size() - 1).columns()).hasSize(2);
        model.columns().get(1).bar().methodProperty().set("klsh");
        assertThat(told.get(told.size() - 1).get(1).method()).isEqualTo("klsh");
    }

    @Test
    void aSelectedResultIsExplainedByEveryMethod() throws Exception {
        model.onProperty().set(true);
        model.ask(query(1));
        runScreenUntil(() -> !painted.isEmpty());
        Place place = model.placesProperty().get().get(0);
        model.selectedProperty().set(Optional.of(place));
        runScreenUntil(() -> model.why().whyProperty().get().isPresent());
        assertThat(model.why().whyProperty().get().orElseThrow().methods()).hasSize(2);
        assertThat(place.spoken()).startsWith("A, rank 1");
    }

    private void runScreenUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
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

    private static ColumnChoice choice(String method) {
        return new ColumnChoice(method, "colour-texture", 32);
    }

    private static QueryRequest query(long tile) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(tile)),
                "lsh",
                "colour-texture",
                32,
                1,
                5,
                new Lookup.FullRanking(),
                false);
    }

    private static long tile(QueryRequest request) {
        return ((QuerySource.ArchiveTile) request.source()).tile().value();
    }

    private static final class FakeSearcher implements SearchViewModel.Searcher {

        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile String gateOf = "";
        private volatile String unready = "";
        private volatile String failing = "";
        private final List<Long> asked = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public boolean isReady(QueryRequest request) {
            return !request.method().equals(unready);
        }

        @Override
        public QueryAnswer answer(QueryRequest request, Progress progress) {
            asked.add(tile(request));
            while (gate.getCount() > 0 && (gateOf.isEmpty() || gateOf.equals(request.method()))) {
                progress.checkCancelled();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            progress.checkCancelled();
            if (request.method().equals(failing)) {
                throw new IllegalArgumentException("ITQ needs more tiles.");
            }
            TileId found = new TileId(100 + tile(request));
            Tile tile =
                    new Tile(found, "a.png", 8, 8, 3, "PNG", Labels.of("forest"), Optional.empty(), Optional.empty());
            return new QueryAnswer(
                    request,
                    Optional.empty(),
                    Labels.NONE,
                    new Ranking(List.of(new Hit(1, found, 0, 1))),
                    List.of(tile),
                    List.of(0),
                    32,
                    1,
                    1,
                    0,
                    0,
                    List.of(),
                    Map.of(),
                    Optional.empty());
        }
    }
}
