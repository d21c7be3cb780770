package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Hit;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.filter.Region;
import org.hashscape.workbench.filter.TileFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filtered answer is the whole ranking without what does not pass, cut after k: not the best k without it. */
class FilteredSearchTest {

    private static final int PER_CLASS = 20;

    @TempDir
    private static Path temporary;

    private static Archive archive;
    private static SearchArchive search;

    /** A rectangle, a day and a label that let through about one tile in six. */
    private static final TileFilter FILTER = TileFilter.NONE
            .withAny(List.of("noise", "stripes"))
            .between(Optional.of(LocalDate.of(2021, 1, 10)), Optional.empty())
            .in(Optional.of(Region.parseBox("4.5,40,15.2,60")));

    @BeforeAll
    static void importImages() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), PER_CLASS, "png", 1);
        StringBuilder manifest = new StringBuilder("path,labels,date,west,south,east,north\n");
        for (String name : TestImages.CLASSES) {
            for (int i = 0; i < PER_CLASS; i++) {
                manifest.append(String.format(
                        Locale.ROOT,
                        "%s/%s_%02d.png,%s,2021-01-%02d,%d,50,%d.5,51%n",
                        name,
                        name,
                        i,
                        name.equals("blobs") ? name : name + ";all",
                        1 + i,
                        i,
                        i));
            }
        }
        Files.writeString(images.resolve("manifest.csv"), manifest);
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
        search = new SearchArchive(archive);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static QueryRequest request(String method, int k, Lookup lookup, boolean rerank) throws IOException {
        TileId query =
                archive.catalogue().byKey("noise/noise_12.png").orElseThrow().id();
        String descriptor = SearchArchive.isMultiCode(method) ? "regions" : "colour-texture";
        int bits = SearchArchive.isMultiCode(method) ? 8 : 24;
        return new QueryRequest(new QuerySource.ArchiveTile(query), method, descriptor, bits, 1, k, lookup, rerank);
    }

    @ParameterizedTest
    @CsvSource({
        "lsh,false",
        "klsh,false",
        "kslsh,false",
        "itq,false",
        "sign,false",
        "deep,false",
        "exhaustive,false",
        "exhaustive-euclidean,false",
        "multicode,false",
        "multicode-symmetric,false",
        "multicode-kslsh,false",
        "lsh,true",
        "multicode,true"
    })
    void rankingIsThatOfTheTilesThatPass(String method, boolean rerank) throws IOException {
        QueryRequest whole = request(method, 3 * PER_CLASS, new Lookup.FullRanking(), rerank);
        equalsSlowDefinition(
                whole, request(method, 5, new Lookup.FullRanking(), rerank).among(FILTER));
    }

    @Test
    void asymmetricRankingIsThatOfTheTilesThatPass() throws IOException {
        QueryRequest whole = request("deep", 3 * PER_CLASS, new Lookup.Asymmetric(), false);
        equalsSlowDefinition(
                whole, request("deep", 5, new Lookup.Asymmetric(), false).among(FILTER));
    }

    @Test
    void bucketsHoldOnlyTilesThatPassAndTheRadiusGrowsUntilOneDoes() throws IOException {
        QueryRequest asked = request("lsh", 5, new Lookup.Table(0), false).among(FILTER);
        QueryAnswer answer = search.answer(asked, Progress.NONE);
        assertThat(answer.tiles()).isNotEmpty().allMatch(FILTER::passes);
        QueryAnswer closest =
                search.answer(request("lsh", 5, new Lookup.FullRanking(), false).among(FILTER), Progress.NONE);
        int least = closest.hammingDistances().get(0);
        assertThat(answer.hammingDistances()).allMatch(apart -> apart == least || least == 0 && apart == 0);
    }

    private static void equalsSlowDefinition(QueryRequest whole, QueryRequest filtered) throws IOException {
        QueryAnswer all = search.answer(whole, Progress.NONE);
        QueryAnswer answer = search.answer(filtered, Progress.NONE);
        List<TileId> expected = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < all.tiles().size() && expected.size() < filtered.k(); i++) {
            if (FILTER.passes(all.tiles().get(i))) {
                expected.add(all.tiles().get(i).id());
                distances.add(all.ranking().hits().get(i).distance());
            }
        }
        assertThat(expected).hasSize(5);
        assertThat(answer.ranking().tiles()).isEqualTo(expected);
        assertThat(answer.ranking().hits().stream().map(Hit::distance).toList()).isEqualTo(distances);
        long passing = archive.catalogue().tiles().stream()
                .filter(FILTER::passes)
                .map(Tile::key)
                .filter(key -> !key.equals("noise/noise_12.png"))
                .count();
        assertThat(answer.archiveSize()).isEqualTo((int) passing);
        assertThat(answer.candidates()).isLessThanOrEqualTo((int) passing);
        assertThat(answer.relevantInArchive()).isEqualTo((int) passing); // all share the label "all"
        assertThat(answer.note())
                .hasValueSatisfying(
                        note -> assertThat(note).startsWith("Filtered: " + (passing + 1) + " of 60 tiles pass"));
        if (!answer.distanceHistogram().isEmpty()) {
            assertThat(answer.distanceHistogram().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo((int) passing);
        }
    }

    @ParameterizedTest
    @CsvSource({"lsh,false", "lsh,true", "exhaustive,false", "multicode,false"})
    void nothingPassesAndTheAnswerIsEmpty(String method, boolean rerank) throws IOException {
        TileFilter impossible = TileFilter.NONE.withAll(List.of("noise", "blobs"));
        QueryAnswer answer = search.answer(
                request(method, 5, new Lookup.FullRanking(), rerank).among(impossible), Progress.NONE);
        assertThat(answer.tiles()).isEmpty();
        assertThat(answer.note()).hasValueSatisfying(note -> assertThat(note).contains("0 of 60 tiles pass"));
        QueryAnswer buckets =
                search.answer(request("lsh", 5, new Lookup.Table(1), false).among(impossible), Progress.NONE);
        assertThat(buckets.tiles()).isEmpty();
    }
}
