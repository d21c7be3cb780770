package org.hashscape.workbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.evaluation.RankingMetrics;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.NearDuplicates;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.export.ExportComparison;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final int K = 7;
    private static final String EVIL = "<script>alert(1)<b>\"'&.png";

    @TempDir
    private static Path temporary;

    private static Archive archive;
    private static SearchArchive search;

    @BeforeAll
    static void importImages() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 8, "png", 1);
        Files.createDirectories(images.resolve("a<b>"));
        TestImages.write(
                TestImages.image("blobs", 64, 4), "png", images.resolve("a<b>").resolve(EVIL));
        TestImages.write(
                TestImages.image("blobs", 64, 4), "png", images.resolve("a<b>").resolve("copy.png"));
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        search = new SearchArchive(archive);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void agreementIsTheSlowCountOfCommonTilesOverK() {
        for (long tile = 1; tile <= archive().size(); tile += 3) {
            Comparison comparison = compare(tile, K, "lsh", "itq", "exhaustive");
            for (int one = 0; one < 3; one++) {
                for (int other = 0; other < 3; other++) {
                    int common = 0;
                    for (TileId here : tiles(comparison, one)) {
                        for (TileId there : tiles(comparison, other)) {
                            common += here.equals(there) ? 1 : 0;
                        }
                    }
                    assertThat(comparison.agreement(one, other)).hasValue((double) common / K);
                }
                assertThat(comparison.agreement(one, one)).hasValue(1);
            }
        }
    }

    @Test
    void agreementOfWholeRankingsIsOneHoweverLargeKIs() {
        Comparison comparison = compare(1, 500, "lsh", "exhaustive");
        assertThat(comparison.agreement(0, 1)).hasValue(1);
        assertThat(comparison.rows()).isEqualTo(archive().size() - 1);
    }

    @Test
    void apAndPrecisionAreThoseOfTheMetrics() {
        Comparison comparison = compare(5, K, "lsh", "exhaustive");
        for (Column column : comparison.columns()) {
            QueryAnswer answer = column.answer().orElseThrow();
            boolean[] relevant = new boolean[answer.tiles().size()];
            for (int i = 0; i < relevant.length; i++) {
                relevant[i] = answer.relevantAt(i);
            }
            assertThat(column.averagePrecision())
                    .hasValue(RankingMetrics.averagePrecisionStandardAt(relevant, K, answer.relevantInArchive()));
            assertThat(column.precision().orElseThrow())
                    .isCloseTo(RankingMetrics.precisionAt(relevant, K), within(1e-12));
        }
    }

    @Test
    void everyTileKnowsItsRankInEveryColumn() {
        Comparison comparison = compare(2, K, "lsh", "itq", "klsh", "exhaustive");
        for (int column = 0; column < 4; column++) {
            List<TileId> tiles = tiles(comparison, column);
            Set<TileId> all = new TreeSet<>(tiles);
            for (TileId tile : all) {
                assertThat(comparison.rankIn(column, tile)).hasValue(tiles.indexOf(tile) + 1);
            }
        }
    }

    @Test
    void aMethodThatCannotAnswerSaysWhyInItsPlace() {
        QueryRequest good = request(1, K, "lsh");
        QueryRequest bad =
                new QueryRequest(good.source(), "lsh", "no-such-descriptor", 16, 1, K, new Lookup.FullRanking(), false);
        Comparison comparison = new CompareMethods(search).run(List.of(good, bad), Progress.NONE);
        assertThat(comparison.columns().get(0).answer()).isPresent();
        assertThat(comparison.columns().get(1).answer()).isEmpty();
        assertThat(comparison.columns().get(1).problem()).contains("no-such-descriptor");
        assertThat(comparison.agreement(0, 1)).isEmpty();
    }

    @Test
    void refusesColumnsOfDifferentQuestions() throws IOException {
        QueryAnswer one = search.answer(request(1, K, "lsh"), Progress.NONE);
        QueryAnswer other = search.answer(request(2, K, "lsh"), Progress.NONE);
        assertThatThrownBy(() -> new Comparison(List.of(Column.answered(one), Column.answered(other))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theExportedPageHoldsEveryRankAndNoForeignMarkup() throws IOException {
        Path page = temporary.resolve("comparison.html");
        new ExportComparison(archive).run(compare(1, 25, "lsh", "exhaustive"), page, Progress.NONE);
        String html = Files.readString(page);
        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;alert(1)");
        assertThat(html.split("<th class=\"rank\" scope=\"row\">", -1)).hasSize(25 + 1);
        assertThat(html).doesNotContain("src=\"http").contains("AP@25");
    }

    @Test
    void copiesInARankingAreFoundByTheirPixels() throws IOException {
        QueryAnswer answer = search.answer(request(10, 25, "exhaustive"), Progress.NONE);
        var folded = new NearDuplicates(archive).fold(answer.ranking(), Progress.NONE);
        assertThat(folded.entries())
                .anySatisfy(entry -> assertThat(entry.positions().stream()
                                .map(position -> answer.tiles().get(position).fileName()))
                        .contains(EVIL, "copy.png"));
    }

    private static Comparison compare(long tile, int k, String... methods) {
        List<QueryRequest> requests = new ArrayList<>();
        for (String method : methods) {
            requests.add(request(tile, k, method));
        }
        return new CompareMethods(search).run(requests, Progress.NONE);
    }

    private static QueryRequest request(long tile, int k, String method) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(tile)),
                method,
                "colour-texture",
                16,
                1,
                k,
                new Lookup.FullRanking(),
                false);
    }

    private static List<TileId> tiles(Comparison comparison, int column) {
        return comparison.columns().get(column).answer().orElseThrow().ranking().tiles();
    }

    private static org.hashscape.workbench.TileCatalogue archive() {
        try {
            return archive.catalogue();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
