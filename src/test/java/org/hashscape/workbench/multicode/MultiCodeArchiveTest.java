package org.hashscape.workbench.multicode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Hit;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.MultiCodedTiles;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.TrainMethod;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Multi-codes from the folder of images to the explained answer. */
class MultiCodeArchiveTest {

    private static final int PER_CLASS = 20;

    @TempDir
    private static Path temporary;

    private static Archive archive;

    @BeforeAll
    static void importImages() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), PER_CLASS, "png", 1);
        TestImages.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", images.resolve("blobs/plain.png"));
        TestImages.write(TestImages.image("noise", 16, 4), "png", images.resolve("noise/small.png"));
        TestImages.write(fourBands(), "tif", images.resolve("stripes/four.tif"));
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multicode", "multicode-symmetric", "multicode-itq", "multicode-kslsh"})
    void everyMultiCodeFindsTheSameTextureAndNeverTheQueryItself(String method) throws IOException {
        TileId tile = idOf("noise/noise_00.png");
        QueryAnswer answer = new SearchArchive(archive).answer(request(method, tile), Progress.NONE);
        assertThat(answer.ranking().tiles()).hasSize(10).doesNotContain(tile).doesNotHaveDuplicates();
        assertThat(answer.precisionAt(10)).isGreaterThan(0.6);
        assertThat(answer.ranking().hits()).isSortedAccordingTo(Comparator.comparingDouble(Hit::distance));
        assertThat(answer.bits()).isGreaterThanOrEqualTo(8);
        assertThat(answer.hammingDistances()).hasSize(10).allMatch(bits -> bits >= 0 && bits <= answer.bits());
        assertThat(answer.distanceHistogram().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(answer.archiveSize());
    }

    @ParameterizedTest
    @CsvSource({
        "multicode, blobs/plain.png, one region",
        "multicode, noise/small.png, 16x16",
        "multicode, stripes/four.tif, of 4",
        "multicode-symmetric, blobs/plain.png, one region",
        "multicode-symmetric, noise/small.png, 16x16",
        "multicode-symmetric, stripes/four.tif, of 4"
    })
    void oddTilesAreCutCodedAskedAboutAndSaidToBeOdd(String method, String key, String said) throws IOException {
        QueryRequest request = request(method, idOf(key));
        SearchArchive search = new SearchArchive(archive);
        QueryAnswer answer = search.answer(request, Progress.NONE);
        assertThat(answer.tiles()).hasSize(10);
        ExplainedTile tile = new ExplainRegions(search).query(request, Progress.NONE);
        assertThat(tile.regions()).isNotEmpty();
        boolean none = tile.regions().stream().noneMatch(RegionMatch::counted);
        assertThat(answer.note()).hasValueSatisfying(note -> {
            assertThat(note).contains(said);
            assertThat(note.contains("ranked by descriptor")).isEqualTo(none);
        });
    }

    @Test
    void aTileWhoseRegionsAreAllInDoubtIsRankedByDescriptorAndSaysSo() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryRequest request = request("multicode-symmetric", idOf("noise/noise_01.png"));
        MultiCodedTiles coded = search.multiCodes(request, Progress.NONE);
        archive.store()
                .multiCodes()
                .put(coded.model(), Map.of(idOf("noise/noise_01.png"), new MultiCode(8, 0, new byte[0]).toBytes()));
        QueryAnswer answer = new SearchArchive(archive).answer(request, Progress.NONE);
        assertThat(answer.tiles()).hasSize(10);
        assertThat(answer.note())
                .hasValueSatisfying(
                        note -> assertThat(note).contains("No region").contains("ranked by descriptor"));
    }

    @Test
    void anImageFromOutsideIsCutAndRankedAsTheSameTileOfTheArchive() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryRequest inside = request("multicode-symmetric", idOf("stripes/stripes_03.png"));
        Path file = temporary.resolve("images/stripes/stripes_03.png");
        QueryAnswer outside =
                search.answer(inside.about(new QuerySource.ImageFile(file, Optional.empty())), Progress.NONE);
        assertThat(outside.ranking().hits().get(0).tile()).isEqualTo(idOf("stripes/stripes_03.png"));
        assertThat(outside.ranking().hits().get(0).distance()).isZero();
    }

    @Test
    void anotherProgramRunReadsTheSameCodes() throws IOException {
        QueryRequest request = request("multicode", idOf("blobs/blobs_01.png"));
        MultiCodedTiles first = new SearchArchive(archive).multiCodes(request, Progress.NONE);
        MultiCodedTiles second = new SearchArchive(archive).multiCodes(request, Progress.NONE);
        assertThat(second.codes()).isEqualTo(first.codes());
        assertThat(second.bytesPerTile()).isPositive();
    }

    @Test
    void explainsItsHits() throws IOException {
        for (String method : List.of("multicode", "multicode-symmetric")) {
            SearchArchive search = new SearchArchive(archive);
            QueryAnswer answer = search.answer(request(method, idOf("noise/noise_02.png")), Progress.NONE);
            RegionExplanation why = new ExplainRegions(search).explain(answer, Progress.NONE);
            assertThat(why.hits()).hasSize(10);
            for (int i = 0; i < 10; i++) {
                RegionExplanation.HitRegions hit = why.hits().get(i);
                assertThat(hit.tile()).isEqualTo(answer.ranking().hits().get(i).tile());
                assertThat(hit.regions().orElseThrow().map().width()).isEqualTo(64);
                double shares =
                        hit.shares().stream().mapToDouble(PrimitiveShare::share).sum();
                double expected = answer.ranking().hits().get(i).distance() == 0 ? 0 : 1;
                assertThat(shares).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void searchesByOnePrimitiveAndFiltersByItsName() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        ExplainRegions regions = new ExplainRegions(search);
        QueryRequest request = request("multicode-symmetric", idOf("noise/noise_05.png"));
        int primitive = regions.query(request, Progress.NONE).regions().get(0).primitive();
        List<TileId> showing = regions.tilesShowing(request, primitive, Progress.NONE);
        QueryAnswer answer = regions.searchBy(request, primitive, Progress.NONE);
        assertThat(showing).containsAll(answer.ranking().tiles());
        assertThat(answer.note()).isPresent();
        regions.name(request, primitive, " rough ground ", Progress.NONE);
        assertThat(new ExplainRegions(new SearchArchive(archive)).names(request, Progress.NONE))
                .containsEntry(primitive, "rough ground");
        regions.name(request, primitive, "", Progress.NONE);
        assertThat(regions.names(request, Progress.NONE)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> regions.name(request, 99, "no", Progress.NONE));
    }

    @Test
    void trainingSaysTheMeanBitsOfATile() throws IOException {
        MethodSpec spec = new MethodSpec("multicode", "regions", 8, 2, MethodSpec.Split.TRAIN);
        TrainMethod.Report report = new SearchArchive(archive).trainer().run(spec, true, Progress.NONE);
        assertThat(report.bits()).isGreaterThanOrEqualTo(6);
        assertThat(report.trainedTiles()).isLessThan(report.encodedTiles());
        assertThat(new TrainMethod(archive).cost(spec).trained()).isTrue();
    }

    @Test
    void isEvaluatedLikeEveryMethodWithTheBitsThatItUses() throws IOException {
        List<EvaluationRow> rows = new EvaluateArchive(archive)
                .run(
                        new EvaluationRequest(
                                List.of("multicode", "multicode-symmetric", "klsh"),
                                List.of("regions"),
                                List.of(8),
                                "whole",
                                List.of(1L),
                                10,
                                "shares-label",
                                LeakPolicy.REFUSE),
                        Progress.NONE);
        assertThat(rows).extracting(EvaluationRow::method).containsExactly("multicode", "multicode-symmetric", "klsh");
        assertThat(rows.get(0).bits()).isEqualTo(8);
        assertThat(rows.get(0).bitsPerQuery()).isGreaterThanOrEqualTo(6);
        assertThat(rows.get(0).notes()).anyMatch(note -> note.contains("primitives of"));
        assertThat(rows.get(1).notes()).anyMatch(note -> note.contains("2 bits for the share of each"));
        assertThat(rows.get(1).bitsPerQuery()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void refusesDescriptorsWithoutRegions() {
        QueryRequest request = new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(1)),
                "multicode",
                "sift-words",
                8,
                1,
                10,
                new Lookup.FullRanking(),
                false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchArchive(archive).answer(request, Progress.NONE))
                .withMessageContaining("regions");
    }

    private static QueryRequest request(String method, TileId tile) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(tile), method, "regions", 8, 1, 10, new Lookup.FullRanking(), false);
    }

    private static TileId idOf(String key) throws IOException {
        return archive.catalogue().byKey(key).orElseThrow().id();
    }

    /** Red, green, blue and a fourth band that is not transparency. */
    private static BufferedImage fourBands() {
        BufferedImage stripes = TestImages.image("stripes", 64, 8);
        BufferedImage four = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                four.setRGB(x, y, stripes.getRGB(x, y) & 0xffffff | (128 + x) << 24);
            }
        }
        return four;
    }
}
