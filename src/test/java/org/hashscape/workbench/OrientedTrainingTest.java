package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.archive.store.TileRecord;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TileViews;
import org.hashscape.hashing.catalogue.HashMethods;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.TileId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views on their way from the archive to a training. */
class OrientedTrainingTest {

    private static final int TILES = 12;
    private static final int VIEWS = 8;
    private static final HashTrainer DEEP = HashMethods.byId("deep");

    @TempDir
    private Path temporary;

    private ArchiveStore store;

    @BeforeEach
    void createTiles() throws IOException {
        store = ArchiveStore.openOrCreate(temporary.resolve("a.hsa"));
        List<TileRecord> tiles = new ArrayList<>();
        for (int i = 0; i < TILES; i++) {
            tiles.add(new TileRecord(
                    "tile-" + i,
                    8,
                    8,
                    3,
                    "PNG",
                    new FileStamp(1, 1),
                    Labels.of("class-" + i % 2),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    new byte[] {1}));
        }
        store.tiles().putBatch(tiles, List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void viewsComeBackByRowAndTheirMeanIsTheDescriptor() throws IOException {
        Described described = describe("net", 5, 3, IntStream.range(0, TILES).toArray());
        int[] rows = {7, 2, 11};
        TileViews views = described.reader().read(rows).orElseThrow();
        assertThat(views.count()).isEqualTo(VIEWS);
        assertMeans(views, described.matrix(), rows);
    }

    @Test
    void aTileWithoutViewsTrainsAsItIs() throws IOException {
        Described described = describe("net", 5, 4, new int[] {1, 3});
        TileViews views = described.reader().read(new int[] {0, 1}).orElseThrow();
        float[] seen = new float[5];
        views.copy(0, 6, seen);
        assertThat(seen).isEqualTo(described.matrix().row(0));
        views.copy(1, 6, seen);
        assertThat(seen).isNotEqualTo(described.matrix().row(1));
        assertThat(described.reader().read(new int[] {0, 2})).isEmpty();
    }

    @Test
    void joinedViewsAreTheSameOrientationOfEveryPartAndTheirMeanIsTheJoinedDescriptor() throws IOException {
        Described a = describe("a", 5, 5, IntStream.range(0, TILES).toArray());
        Described b = describe("b", 3, 6, IntStream.range(0, TILES).toArray());
        var joined = org.hashscape.feature.JoinedDescriptor.fit(List.of(a.matrix(), b.matrix()));
        int[] rows = {4, 0, 9};
        TileViews views = StoredViews.join(
                joined,
                List.of(
                        a.reader().read(rows).orElseThrow(),
                        b.reader().read(rows).orElseThrow()),
                List.of(a.matrix().select(rows), b.matrix().select(rows)));
        assertMeans(views, joined.applyAll(List.of(a.matrix(), b.matrix())), rows);
    }

    @Test
    void onlyTrainersThatLearnFromViewsGetThem() throws IOException {
        Described described = describe("net", 5, 7, IntStream.range(0, TILES).toArray());
        long[] ids = IntStream.rangeClosed(1, TILES).asLongStream().toArray();
        DescribedTiles tiles =
                new DescribedTiles("net", ids, described.matrix(), described.reader(), raster -> new float[5]);
        List<Labels> labels = IntStream.range(0, TILES)
                .mapToObj(i -> Labels.of("class-" + i % 2))
                .toList();
        int[] rows = IntStream.range(0, TILES).toArray();
        assertThat(tiles.trainingSet(labels, rows, HashMethods.byId("kslsh")).views())
                .isEmpty();
        var set = tiles.trainingSet(labels, rows, DEEP);
        assertThat(set.views()).isPresent();
        assertMeans(
                set.select(new int[] {5, 1}).views().orElseThrow(),
                described.matrix().select(new int[] {5, 1}),
                new int[] {0, 1});
    }

    @Test
    void viewsGoWithTheirTileAndTheirDescriptor() throws IOException {
        Described described = describe("net", 5, 8, IntStream.range(0, TILES).toArray());
        assertThat(store.views().count(described.set())).isEqualTo(TILES);
        store.descriptors().create("net", 5, 1, new byte[0], "test");
        assertThat(store.views().count(described.set())).isZero();
    }

    private record Described(StoredDescriptorSet set, DescriptorMatrix matrix, StoredViews.Reader reader) {}

    /** Describes every tile, and keeps the views of some rows. */
    private Described describe(String name, int dimension, long seed, int[] viewed) throws IOException {
        StoredDescriptorSet set = store.descriptors().create(name, dimension, 1, new byte[0], "test");
        Random random = new Random(seed);
        float[] means = new float[TILES * dimension];
        List<float[]> all = new ArrayList<>();
        for (int tile = 0; tile < TILES; tile++) {
            float[] views = new float[VIEWS * dimension];
            for (int i = 0; i < views.length; i++) {
                views[i] = random.nextFloat();
                means[tile * dimension + i % dimension] += views[i] / VIEWS;
            }
            all.add(views);
        }
        List<TileId> ids =
                Arrays.stream(viewed).mapToObj(row -> new TileId(row + 1)).toList();
        store.views().put(set, ids, Arrays.stream(viewed).mapToObj(all::get).toList());
        DescriptorMatrix matrix = new DescriptorMatrix(TILES, dimension, means);
        long[] tileIds = IntStream.rangeClosed(1, TILES).asLongStream().toArray();
        return new Described(set, matrix, StoredViews.reader(store.views(), set, tileIds, matrix));
    }

    private static void assertMeans(TileViews views, DescriptorMatrix matrix, int[] rows) {
        float[] seen = new float[matrix.dimension()];
        for (int row = 0; row < rows.length; row++) {
            double[] mean = new double[seen.length];
            for (int view = 0; view < views.count(); view++) {
                views.copy(row, view, seen);
                for (int i = 0; i < seen.length; i++) {
                    mean[i] += seen[i] / views.count();
                }
            }
            for (int i = 0; i < seen.length; i++) {
                assertThat(mean[i]).isCloseTo(matrix.at(rows[row], i), within(1e-3));
            }
        }
    }
}
