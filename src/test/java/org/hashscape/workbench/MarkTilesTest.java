package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Labels;
import org.hashscape.model.Mark;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTilesTest {

    private static final TileId QUERY = new TileId(1);

    @TempDir
    private Path temporary;

    private Path images;
    private Archive archive;

    @BeforeEach
    void importImages() throws IOException {
        images = TestImages.archive(temporary.resolve("images"), 8, "png", 1);
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void marksSurviveReopeningToTheMillisecond() throws IOException {
        List<Mark> marks = List.of(
                new Mark(new TileId(3), Verdict.RIGHT, Instant.parse("2026-11-23T15:00:00.123Z")),
                new Mark(new TileId(9), Verdict.WRONG, Instant.parse("2026-11-23T15:00:01Z")));
        new MarkTiles(archive).put(QUERY, marks);
        archive.close();
        archive = Workspace.open(temporary.resolve("a.hsa"));
        assertThat(new MarkTiles(archive).of(QUERY)).isEqualTo(marks);
        assertThat(new MarkTiles(archive).all()).containsOnlyKeys(QUERY);
        new MarkTiles(archive).put(QUERY, List.of());
        assertThat(new MarkTiles(archive).all()).isEmpty();
    }

    @Test
    void givenLabelsShowCountAndSurviveAnImportUntilTheyAreTakenBack() throws IOException {
        MarkTiles marks = new MarkTiles(archive);
        Labels before = labels(3);
        List<TileId> changed = marks.giveLabel(" roof ", List.of(new TileId(3), new TileId(4)));
        assertThat(changed).containsExactly(new TileId(3), new TileId(4));
        assertThat(marks.giveLabel("roof", changed)).isEmpty();
        ImportTiles.Report again = new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        assertThat(again.updated()).isZero();
        assertThat(labels(3).names()).contains("roof").containsAll(before.names());
        assertThat(archive.catalogue().labelCounts()).containsEntry("roof", 2);

        marks.takeLabel("roof", changed);
        assertThat(labels(3)).isEqualTo(before);
        assertThat(archive.catalogue().labelCounts()).doesNotContainKey("roof");
    }

    @Test
    void takingALabelLeavesThoseThatCameWithTheImages() throws IOException {
        String own = labels(3).names().first();
        new MarkTiles(archive).takeLabel(own, List.of(new TileId(3)));
        assertThat(labels(3).names()).containsExactly(own);
        assertThatThrownBy(() -> new MarkTiles(archive).giveLabel("  ", List.of(QUERY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void relevanceFollowsAGivenLabel() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryRequest request = request("exhaustive", Feedback.NONE);
        int before = search.answer(request, Progress.NONE).relevantInArchive();
        new MarkTiles(archive).giveLabel("roof", List.of(QUERY, new TileId(20)));
        QueryAnswer after = search.answer(request, Progress.NONE);
        assertThat(after.relevantInArchive()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exhaustive", "exhaustive-euclidean", "lsh", "klsh", "kslsh", "itq", "sign"})
    void theQueryAloneAsRightIsThePlainQuery(String method) throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryAnswer plain = search.answer(request(method, Feedback.NONE), Progress.NONE);
        QueryAnswer refined = search.answer(request(method, new Feedback(List.of(QUERY), List.of())), Progress.NONE);
        assertThat(refined.ranking()).isEqualTo(plain.ranking());
        assertThat(refined.distanceHistogram()).isEqualTo(plain.distanceHistogram());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exhaustive", "kslsh"})
    void whatIsRightComesNearerAndWhatIsWrongGoesAway(String method) throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryAnswer plain = search.answer(request(method, Feedback.NONE), Progress.NONE);
        TileId right = plain.ranking().tiles().get(12);
        TileId wrong = plain.ranking().tiles().get(2);
        Feedback marks = new Feedback(List.of(right), List.of(wrong));
        QueryAnswer refined = search.answer(request(method, marks), Progress.NONE);
        assertThat(refined.ranking().tiles().indexOf(right)).isLessThanOrEqualTo(12);
        assertThat(refined.ranking().tiles().indexOf(wrong)).isGreaterThanOrEqualTo(2);
        assertThat(refined.stepTimes()).containsKey("refine");
        assertThat(refined.ranking().tiles()).doesNotContain(QUERY);
    }

    @Test
    void theFormulaIsTwiceThePositiveMeanLessTheNegativeOne() {
        float[] refined = RefinedQuery.of(
                new float[] {1, 0, 4},
                List.of(new float[] {3, 0, 0}),
                List.of(new float[] {1, 1, 1}, new float[] {3, 1, 1}));
        assertThat(refined).containsExactly(2 * 2 - 2, 0, 2 * 2 - 1);
        float[] signed = RefinedQuery.of(new float[] {-1}, List.of(), List.of(new float[] {2}));
        assertThat(signed).containsExactly(-4);
    }

    @Test
    void refusesATileThatIsRightAndWrong() {
        assertThatThrownBy(() -> new Feedback(List.of(QUERY), List.of(QUERY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Labels labels(long tile) throws IOException {
        return archive.catalogue()
                .tile(archive.catalogue().rowOf(new TileId(tile)))
                .labels();
    }

    private static QueryRequest request(String method, Feedback marks) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(QUERY),
                method,
                "colour-texture",
                16,
                1,
                23,
                new Lookup.FullRanking(),
                false,
                marks);
    }
}
