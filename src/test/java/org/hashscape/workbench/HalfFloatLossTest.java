package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.HalfVector;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.ProtocolResult;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.retrieval.evaluation.StratifiedSplit;
import org.hashscape.testing.RealData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What search loses where an archive keeps half floats: the same descriptors of UC Merced, rounded and not. */
@Tag("long")
class HalfFloatLossTest {

    private static final int K = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"colour-texture", "scene-net"})
    void hardlyAnyRankChangesAndNoFigureDoes(String descriptor) throws IOException {
        Path images = RealData.folder("ucmd-jpeg95.zip").resolve("ucmd_jpeg95/Images");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("u.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            List<Labels> labels = new ArrayList<>();
            List<float[]> exact = new ArrayList<>();
            DescriptorExtractor extractor = KnownDescriptors.byId(descriptor).learn(List.of(), 1, Progress.NONE);
            List<Tile> tiles = IntStream.range(0, archive.catalogue().size())
                    .filter(row -> row % 2 == 0)
                    .mapToObj(row -> archiveTile(archive, row))
                    .toList();
            TileDescriptions.run(
                    tiles,
                    tile -> {
                        try {
                            return Optional.of(archive.raster(tile));
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    },
                    extractor,
                    described -> {
                        labels.add(described.tile().labels());
                        exact.add(described.vector().orElseThrow());
                    },
                    Progress.NONE);
            DescriptorMatrix floats = matrix(exact);
            DescriptorMatrix halves =
                    matrix(exact.stream().map(HalfVector::rounded).toList());

            double shared = 0;
            int same = 0;
            ExhaustiveSearch all = new ExhaustiveSearch(floats, DescriptorDistance.COSINE);
            ExhaustiveSearch rounded = new ExhaustiveSearch(halves, DescriptorDistance.COSINE);
            for (int row = 0; row < floats.rows(); row++) {
                Neighbours one = all.search(floats.row(row), K, row);
                Neighbours other = rounded.search(halves.row(row), K, row);
                shared += Arrays.stream(one.rows())
                        .filter(hit -> Arrays.stream(other.rows()).anyMatch(each -> each == hit))
                        .count();
                same += Arrays.equals(one.rows(), other.rows()) ? 1 : 0;
            }
            shared /= (double) K * floats.rows();
            ProtocolResult before = score(floats, labels);
            ProtocolResult after = score(halves, labels);
            System.out.printf(
                    Locale.ENGLISH,
                    "%s, %,d tiles of UC Merced: %.3f %% of the first %d shared, %.1f %% of rankings the same to the last"
                            + " place; AP@20 standard %.5f -> %.5f, mAP %.5f -> %.5f%n",
                    descriptor,
                    floats.rows(),
                    100 * shared,
                    K,
                    100.0 * same / floats.rows(),
                    before.mean(Metric.AP_STANDARD_AT_K),
                    after.mean(Metric.AP_STANDARD_AT_K),
                    before.mean(Metric.MAP_FULL),
                    after.mean(Metric.MAP_FULL));
            assertThat(shared).isGreaterThan(0.995);
            assertThat(after.mean(Metric.AP_STANDARD_AT_K))
                    .isBetween(
                            before.mean(Metric.AP_STANDARD_AT_K) - 0.001, before.mean(Metric.AP_STANDARD_AT_K) + 0.001);
        }
    }

    private static Tile archiveTile(Archive archive, int row) {
        try {
            return archive.catalogue().tile(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProtocolResult score(DescriptorMatrix matrix, List<Labels> labels) {
        ProtocolRun run = new ProtocolRun(
                EvaluationProtocol.WHOLE,
                labels,
                StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, 1),
                RelevanceRule.byId("shares-label"),
                K);
        return run.score(run.byDescriptors(matrix, DescriptorDistance.COSINE, 1), 2, Progress.NONE);
    }

    private static DescriptorMatrix matrix(List<float[]> rows) {
        int dimension = rows.get(0).length;
        float[] values = new float[rows.size() * dimension];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * dimension, dimension);
        }
        return new DescriptorMatrix(rows.size(), dimension, values);
    }
}
