package org.hashscape.ui.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashscape.model.Hit;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Ranking;
import org.hashscape.model.RegionMap;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.TileSet;
import org.hashscape.ui.query.SearchViewModel.Searcher;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.multicode.ExplainedTile;
import org.hashscape.workbench.multicode.PrimitiveShare;
import org.hashscape.workbench.multicode.RegionExplanation;
import org.hashscape.workbench.multicode.RegionMatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a toolkit: the test's own thread plays the screen. */
class RegionsViewModelTest {

    private final JobRunner jobs = new JobRunner();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final FakeExplainer explainer = new FakeExplainer();
    private final RegionsViewModel model = new RegionsViewModel(new Background(jobs, screen::add, notice -> {}));
    private final Searcher searcher = model.use(explainer, new All());

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void onlyTheNewestAnswersRegionsShow() throws Exception {
        explainer.hold = new CountDownLatch(1);
        model.about(answer(request("multicode", 1)));
        model.about(answer(request("multicode", 2)));
        explainer.hold.countDown();
        settle(model::isSettled);
        assertThat(shown().answer().request()).isEqualTo(request("multicode", 2));
    }

    @Test
    void listsThePrimitivesOfTheQueryWithTheirShareOfTheDistance() throws Exception {
        show(request("multicode", 1));
        assertThat(shown().primitives()).singleElement().satisfies(primitive -> {
            assertThat(primitive.number()).isEqualTo(3);
            assertThat(primitive.share()).isEqualTo(0.75);
            assertThat(primitive.area()).isEqualTo(0.5);
            assertThat(primitive.bits()).isEqualTo(8);
        });
        assertThat(model.sentenceProperty().get()).isEmpty();
    }

    @Test
    void aPrimitiveIsSearchedByAndAllAgain() throws Exception {
        QueryRequest request = request("multicode", 1);
        int[] asked = {0};
        model.setOnAsk(() -> asked[0]++);
        show(request);
        model.toggle(3);
        assertThat(searcher.answer(request, Progress.NONE).note()).contains("by 3");
        assertThat(searcher.answer(request("multicode", 2), Progress.NONE).note())
                .isEmpty();
        model.toggle(3);
        assertThat(searcher.answer(request, Progress.NONE).note()).isEmpty();
        assertThat(asked[0]).isEqualTo(2);
        model.toggle(3);
        model.asking(new QuerySource.ArchiveTile(new TileId(2)));
        assertThat(model.onlyProperty().get()).isEmpty();
        assertThat(model.shownProperty().get()).isEmpty();
    }

    @Test
    void otherMethodsHaveNoRegions() throws Exception {
        show(request("multicode", 1));
        model.about(answer(request("lsh", 1)));
        assertThat(model.isExplained()).isFalse();
        assertThat(model.shownProperty().get()).isEmpty();
    }

    @Test
    void saysWhatIsSpecial() throws Exception {
        explainer.query = tile(16, 2);
        show(request("multicode", 1));
        assertThat(model.sentenceProperty().get()).contains("16 x 16");
        explainer.query = tile(64, 1);
        show(request("multicode", 2));
        assertThat(model.sentenceProperty().get()).contains("one region").contains("single code");
        explainer.failure = "The tile is not cut into regions";
        model.about(answer(request("multicode", 3)));
        settle(() -> model.sentenceProperty().get().contains("not cut"));
        assertThat(model.isSettled()).isTrue();
    }

    @Test
    void aNameFiltersUntilItIsTakenAway() throws Exception {
        show(request("multicode", 1));
        model.filterBy(3);
        assertThat(model.filterByProperty().get()).isEmpty(); // it has no name yet
        model.name(3, "water");
        settle(() -> model.namesProperty().get().containsKey(3));
        assertThat(shown().title(3)).isEqualTo("4 water");
        model.filterBy(3);
        settle(() -> model.filterProperty().get().isPresent());
        TileSet filter = model.filterProperty().get().orElseThrow();
        assertThat(filter.name()).isEqualTo("water");
        assertThat(filter.tiles()).containsExactlyInAnyOrder(new TileId(7), new TileId(8));
        model.name(3, "");
        settle(() -> model.filterProperty().get().isEmpty());
        assertThat(model.filterByProperty().get()).isEmpty();
    }

    @Test
    void anotherModelsPrimitivesAreOthers() throws Exception {
        show(request("multicode", 1));
        model.name(3, "water");
        settle(() -> model.namesProperty().get().containsKey(3));
        model.filterBy(3);
        settle(() -> model.filterProperty().get().isPresent());
        show(request("multicode-kslsh", 1));
        assertThat(model.filterProperty().get()).isEmpty();
    }

    private void show(QueryRequest request) throws InterruptedException {
        model.about(answer(request));
        settle(() -> model.shownProperty()
                .get()
                .filter(some -> some.answer().request().equals(request))
                .isPresent());
    }

    private ShownRegions shown() {
        return model.shownProperty().get().orElseThrow();
    }

    private void settle(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            Runnable next = screen.poll(10, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static QueryRequest request(String method, long tile) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(tile)),
                method,
                "regions",
                8,
                1,
                1,
                new Lookup.FullRanking(),
                false);
    }

    private static QueryAnswer answer(QueryRequest request) {
        return answer(request, Optional.empty());
    }

    private static QueryAnswer answer(QueryRequest request, Optional<String> note) {
        TileId found = new TileId(7);
        Tile tile = new Tile(found, "a.png", 64, 64, 3, "PNG", Labels.NONE, Optional.empty(), Optional.empty());
        return new QueryAnswer(
                request,
                Optional.empty(),
                Labels.NONE,
                new Ranking(List.of(new Hit(1, found, 4, 0.5))),
                List.of(tile),
                List.of(4),
                8,
                1,
                1,
                0,
                0,
                List.of(),
                Map.of(),
                note);
    }

    /** The first region counts and is primitive 3, the second does not count. */
    private static ExplainedTile tile(int edge, int regions) {
        int[] marks = new int[edge * edge];
        for (int at = 0; at < marks.length; at++) {
            marks[at] = regions == 1 || at < marks.length / 2 ? 0 : 1;
        }
        List<RegionMatch> matches = List.of(new RegionMatch(0, 3, 0.9, true), new RegionMatch(1, 5, 0.4, false));
        return new ExplainedTile(RegionMap.of(edge, edge, marks), matches.subList(0, regions));
    }

    private static final class All implements Searcher {

        @Override
        public boolean isReady(QueryRequest request) {
            return true;
        }

        @Override
        public QueryAnswer answer(QueryRequest request, Progress progress) {
            return RegionsViewModelTest.answer(request);
        }
    }

    private static final class FakeExplainer implements RegionsViewModel.Explainer {

        private final Map<Integer, String> names = new ConcurrentHashMap<>();
        private volatile CountDownLatch hold = new CountDownLatch(0);
        private volatile ExplainedTile query = tile(64, 2);
        private volatile String failure = "";

        @Override
        public RegionExplanation explain(QueryAnswer answer, Progress progress) throws IOException {
            try {
                hold.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
            List<PrimitiveShare> shares =
                    List.of(new PrimitiveShare(3, true, true, 3, 0.75), new PrimitiveShare(6, false, true, -1, 0.25));
            return new RegionExplanation(
                    query,
                    List.of(new RegionExplanation.HitRegions(new TileId(7), Optional.of(tile(64, 2)), shares)),
                    names);
        }

        @Override
        public QueryAnswer searchBy(QueryRequest request, int primitive, Progress progress) {
            return RegionsViewModelTest.answer(request, Optional.of("by " + primitive));
        }

        @Override
        public Map<Integer, String> name(QueryRequest request, int primitive, String name, Progress progress) {
            if (name.isBlank()) {
                names.remove(primitive);
            } else {
                names.put(primitive, name);
            }
            return Map.copyOf(names);
        }

        @Override
        public List<TileId> tilesShowing(QueryRequest request, int primitive, Progress progress) {
            return List.of(new TileId(7), new TileId(8));
        }
    }
}
