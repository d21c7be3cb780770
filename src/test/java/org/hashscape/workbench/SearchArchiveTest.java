package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Hit;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchArchiveTest {

    private static final int PER_CLASS = 20;

    /** Enough for what asks for sameness alone: a vocabulary of SIFT words takes most of its time for each tile. */
    private static final int FEW_PER_CLASS = 7;

    @TempDir
    private Path temporary;

    private Path images;
    private Archive archive;

    @BeforeEach
    void importImages() throws IOException {
        images = TestImages.archive(temporary.resolve("images"), PER_CLASS, "png", 1);
        archive = imported("a.hsa", images);
    }

    private Path fewImages() {
        return TestImages.archive(temporary.resolve("few"), FEW_PER_CLASS, "png", 1);
    }

    private Archive imported(String name, Path from) throws IOException {
        Archive made = Workspace.openOrCreate(temporary.resolve(name));
        new ImportTiles(made).run(from, DatasetLayout.AUTO, Progress.NONE);
        return made;
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsh", "klsh", "kslsh", "itq", "sign", "exhaustive", "exhaustive-euclidean"})
    void everyMethodFindsTheSameTextureAndNeverTheQueryItself(String method) throws IOException {
        QueryRequest request = request(method, "colour-texture", 16, new Lookup.FullRanking(), false);
        QueryAnswer answer = new SearchArchive(archive).answer(request, Progress.NONE);

        assertThat(answer.ranking().tiles())
                .hasSize(10)
                .doesNotContain(new TileId(1))
                .doesNotHaveDuplicates();
        assertThat(answer.precisionAt(10)).isGreaterThan(0.6);
        assertThat(answer.relevantInArchive()).isEqualTo(PER_CLASS - 1);
        assertThat(answer.archiveSize()).isEqualTo(3 * PER_CLASS - 1);
        assertThat(answer.ranking().hits()).isSortedAccordingTo(Comparator.comparingDouble(Hit::distance));
    }

    @Test
    void asymmetricRankingRefusesMethodsThatHaveBitsOnlyBeforeTheyAreTrained() throws IOException {
        for (String method : List.of("lsh", "exhaustive")) {
            QueryRequest request = request(method, "colour-texture", 16, new Lookup.Asymmetric(), false);
            assertThatThrownBy(() -> new SearchArchive(archive).answer(request, Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(method)
                    .hasMessageContaining("deep, deep-early, deep-mhcln");
        }
        assertThat(archive.store().models().all()).isEmpty();
    }

    @Test
    void asymmetricRankingOrdersByHowSureTheQueryIsOfEachBit() throws IOException {
        QueryRequest request = request("deep-early", "colour-texture", 16, new Lookup.Asymmetric(), false);
        QueryAnswer answer = new SearchArchive(archive).answer(request, Progress.NONE);
        assertThat(answer.ranking().tiles()).hasSize(10).doesNotContain(new TileId(1));
        assertThat(answer.ranking().hits()).isSortedAccordingTo(Comparator.comparingDouble(Hit::distance));
        for (int i = 0; i < 10; i++) {
            assertThat(answer.ranking().hits().get(i).distance())
                    .isLessThanOrEqualTo(answer.hammingDistances().get(i));
        }
        assertThat(answer.precisionAt(10)).isGreaterThan(0.6);
    }

    @Test
    void reopenedArchiveAnswersFromTheStoredModelWithTheSameRanking() throws IOException {
        QueryRequest request = request("kslsh", "sift-words", 16, new Lookup.FullRanking(), false);
        Path few = fewImages();
        QueryAnswer before;
        try (Archive first = imported("few.hsa", few)) {
            before = new SearchArchive(first).answer(request, Progress.NONE);
        }
        Files.move(few, temporary.resolve("gone"));
        try (Archive again = Workspace.open(temporary.resolve("few.hsa"))) {
            QueryAnswer after = new SearchArchive(again).answer(request, Progress.NONE);

            assertThat(after.ranking()).isEqualTo(before.ranking());
            assertThat(after.distanceHistogram()).isEqualTo(before.distanceHistogram());
        }
    }

    @Test
    void anotherArchiveOfTheSameImagesGivesTheSameModelAndRanking() throws IOException {
        QueryRequest request = request("itq", "colour-texture+sift-words", 16, new Lookup.FullRanking(), false);
        Path few = fewImages();
        try (Archive first = imported("few.hsa", few);
                Archive twin = imported("twin.hsa", few)) {
            QueryAnswer one = new SearchArchive(first).answer(request, Progress.NONE);
            QueryAnswer other = new SearchArchive(twin).answer(request, Progress.NONE);

            assertThat(other.ranking()).isEqualTo(one.ranking());
            byte[] model = first.store().models().all().get(0).bytes();
            assertThat(twin.store().models().all().get(0).bytes()).isEqualTo(model);
        }
    }

    @Test
    void outsideCopyOfATileRanksLikeTheTileAndFindsItFirst() throws IOException {
        Tile tile = archive.catalogue().tile(7);
        Path copy = temporary.resolve("copy.png");
        Files.copy(images.resolve(tile.key()), copy);
        SearchArchive search = new SearchArchive(archive);
        QueryRequest inside = request("exhaustive", "colour-texture", 16, new Lookup.FullRanking(), false)
                .about(new QuerySource.ArchiveTile(tile.id()));
        QueryAnswer fromTile = search.answer(inside, Progress.NONE);
        QueryAnswer fromFile =
                search.answer(inside.about(new QuerySource.ImageFile(copy, Optional.empty())), Progress.NONE);

        assertThat(fromFile.ranking().tiles().get(0)).isEqualTo(tile.id());
        assertThat(fromFile.ranking().tiles().subList(1, 10))
                .isEqualTo(fromTile.ranking().tiles().subList(0, 9));
        assertThat(fromFile.judged()).isFalse();
    }

    @Test
    void bucketLookUpRanksByDescriptorAndSaysWhenItWidened() throws IOException {
        QueryAnswer answer = new SearchArchive(archive)
                .answer(request("lsh", "colour-texture", 64, new Lookup.Table(0), false), Progress.NONE);

        assertThat(answer.ranking().size()).isPositive();
        assertThat(answer.note()).isPresent();
        assertThat(answer.candidates()).isLessThan(answer.archiveSize());
        assertThat(answer.stepTimes()).containsKeys("describe", "hash", "look up", "re-rank");
    }

    @Test
    void rerankingKeepsTheCandidatesOfTheCodesAndOrdersThemByDescriptor() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryAnswer all = search.answer(
                request("exhaustive", "colour-texture", 8, new Lookup.FullRanking(), false), Progress.NONE);
        QueryAnswer reranked =
                search.answer(request("lsh", "colour-texture", 8, new Lookup.FullRanking(), true), Progress.NONE);

        // 10 x k candidates are the whole of this archive, so re-ranking must equal the exhaustive ranking.
        assertThat(reranked.ranking().tiles()).isEqualTo(all.ranking().tiles());
        assertThat(reranked.hammingDistances()).hasSize(10);
    }

    @Test
    void newTilesAreEncodedByTheOldModel() throws IOException {
        QueryRequest request = request("lsh", "colour-texture", 256, new Lookup.FullRanking(), false);
        SearchArchive search = new SearchArchive(archive);
        search.answer(request, Progress.NONE);
        byte[] model = archive.store().models().all().get(0).bytes();
        Files.copy(images.resolve("blobs/blobs_00.png"), images.resolve("blobs/twin.png"));
        new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
        QueryAnswer answer = search.answer(request, Progress.NONE);

        assertThat(answer.tiles().get(0).key()).isEqualTo("blobs/twin.png");
        assertThat(answer.hammingDistances().get(0)).isZero();
        assertThat(archive.store().models().all().get(0).bytes()).isEqualTo(model);
    }

    @Test
    void readyOnlyOnceEverythingIsInMemory() throws IOException {
        QueryRequest request = request("lsh", "colour-texture", 16, new Lookup.FullRanking(), false);
        SearchArchive search = new SearchArchive(archive);

        assertThat(search.isReady(request)).isFalse();
        search.answer(request, Progress.NONE);
        assertThat(search.isReady(request)).isTrue();
    }

    @Test
    void moreResultsThanTilesGivesThemAll() throws IOException {
        QueryRequest request = new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(1)),
                "lsh",
                "colour-texture",
                16,
                1,
                500,
                new Lookup.FullRanking(),
                false);

        assertThat(new SearchArchive(archive)
                        .answer(request, Progress.NONE)
                        .ranking()
                        .size())
                .isEqualTo(3 * PER_CLASS - 1);
    }

    @Test
    void saysWhyASupervisedMethodCannotBeUsedWithoutLabels() throws IOException {
        try (Archive unlabelled = Workspace.openOrCreate(temporary.resolve("flat.hsa"))) {
            new ImportTiles(unlabelled).run(images, DatasetLayout.FLAT, Progress.NONE);

            assertThatThrownBy(() -> new SearchArchive(unlabelled)
                            .answer(
                                    request("kslsh", "colour-texture", 16, new Lookup.FullRanking(), false),
                                    Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("label");
        }
    }

    @Test
    void emptyArchiveSaysToImportFirst() throws IOException {
        try (Archive empty = Workspace.openOrCreate(temporary.resolve("empty.hsa"))) {
            assertThatThrownBy(() -> new SearchArchive(empty)
                            .answer(
                                    request("lsh", "colour-texture", 16, new Lookup.FullRanking(), false),
                                    Progress.NONE))
                    .hasMessageContaining("Import a folder first");
        }
    }

    @Test
    void namesKnownMethodsAndDescriptorsWhenAskedForOthers() {
        SearchArchive search = new SearchArchive(archive);
        assertThatThrownBy(() -> search.answer(
                        request("magic", "colour-texture", 16, new Lookup.FullRanking(), false), Progress.NONE))
                .hasMessageContaining("kslsh");
        assertThatThrownBy(() ->
                        search.answer(request("lsh", "colours", 16, new Lookup.FullRanking(), false), Progress.NONE))
                .hasMessageContaining("colour-texture");
    }

    @Test
    void cancelledTrainingLeavesNoModel() {
        AtomicBoolean describing = new AtomicBoolean(true);
        Progress untilTraining = new Progress() {
            @Override
            public void report(double fraction, String sentence) {
                describing.compareAndSet(true, !sentence.startsWith("Training"));
            }

            @Override
            public void checkCancelled() {
                if (!describing.get()) {
                    throw new CancelledException();
                }
            }
        };
        assertThatThrownBy(() -> new SearchArchive(archive)
                        .answer(request("kslsh", "colour-texture", 16, new Lookup.FullRanking(), false), untilTraining))
                .isInstanceOf(CancelledException.class);
        assertThat(modelsStored()).isEmpty();
    }

    @Test
    void undescribableTilesAreLeftOutButTheRestIsSearched() throws IOException {
        Files.delete(images.resolve("noise/noise_03.png"));
        QueryAnswer answer = new SearchArchive(archive)
                .answer(request("lsh", "colour-texture", 16, new Lookup.FullRanking(), false), Progress.NONE);

        assertThat(answer.archiveSize()).isEqualTo(3 * PER_CLASS - 2);
        assertThat(answer.undescribed()).isEqualTo(1);
        assertThat(answer.remarks()).anyMatch(remark -> remark.startsWith("1 tile is in no answer"));
    }

    @Test
    void descriptionNamesTheTilesThatItLeavesOut() throws IOException {
        Files.delete(images.resolve("noise/noise_03.png"));
        DescribeTiles.Report report = new DescribeTiles(archive).run("colour-texture", false, Progress.NONE);

        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.described()).isEqualTo(3 * PER_CLASS - 1);
        assertThat(report.reasons()).containsOnlyKeys("noise/noise_03.png");
        assertThat(report.reasons().get("noise/noise_03.png")).contains("is gone");
    }

    @Test
    void saysWhereAMethodHasLearnedFromTheLabelsThatJudgeIt() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryAnswer taught =
                search.answer(request("kslsh", "colour-texture", 16, new Lookup.FullRanking(), false), Progress.NONE);
        QueryAnswer untaught =
                search.answer(request("lsh", "colour-texture", 16, new Lookup.FullRanking(), false), Progress.NONE);

        assertThat(taught.judgedByTrainingLabels()).isTrue();
        assertThat(taught.remarks()).anyMatch(remark -> remark.startsWith("kslsh has learned from these labels"));
        assertThat(untaught.judgedByTrainingLabels()).isFalse();
        assertThat(untaught.remarks()).noneMatch(remark -> remark.contains("labels"));
    }

    @Test
    void countsTilesThatTieWithTheLastResult() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        QueryRequest request = request("lsh", "colour-texture", 8, new Lookup.FullRanking(), false);
        QueryAnswer answer = search.answer(request, Progress.NONE);
        QueryRequest all = new QueryRequest(
                request.source(), "lsh", "colour-texture", 8, 1, 3 * PER_CLASS, request.lookup(), false);
        QueryAnswer whole = search.answer(all, Progress.NONE);
        int last = answer.hammingDistances().get(9);
        long asClose =
                whole.hammingDistances().stream().filter(bits -> bits <= last).count();

        assertThat(asClose).as("codes of 8 bits tie").isGreaterThan(10);
        assertThat(answer.tiedWithLast()).isEqualTo((int) asClose - 10);
        assertThat(whole.tiedWithLast()).isZero();
        assertThat(search.answer(request("lsh", "colour-texture", 8, new Lookup.FullRanking(), true), Progress.NONE)
                        .tiedWithLast())
                .as("ranked by descriptor")
                .isZero();
    }

    @Test
    void tileThatVanishedBeforeItWasDescribedDoesNotStopTheOthers() throws IOException {
        QueryRequest request = request("lsh", "colour-texture", 16, new Lookup.FullRanking(), false);
        SearchArchive search = new SearchArchive(archive);
        search.answer(request, Progress.NONE);
        Path extra = images.resolve("blobs/extra.png");
        TestImages.write(TestImages.image("blobs", 64, 99), "png", extra);
        new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
        Files.delete(extra);

        assertThat(search.answer(request, Progress.NONE).archiveSize()).isEqualTo(3 * PER_CLASS - 1);
    }

    private List<?> modelsStored() {
        try {
            return archive.store().models().all();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private QueryRequest request(String method, String descriptor, int bits, Lookup lookup, boolean rerank) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(1)), method, descriptor, bits, 1, 10, lookup, rerank);
    }
}
