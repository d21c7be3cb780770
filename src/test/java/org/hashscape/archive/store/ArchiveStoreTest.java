package org.hashscape.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hashscape.archive.catalogue.TileColumns;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.HalfVector;
import org.hashscape.model.Labels;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveStoreTest {

    @TempDir
    private Path folder;

    @Test
    void tilesComeBackAsTheyWerePut() throws IOException {
        Footprint footprint = new Footprint(
                List.of(new Position(14.1, 50), new Position(14.2, 50), new Position(14.2, 50.123456789012)),
                "EPSG:32633");
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles()
                    .putBatch(List.of(tile("b/ü\n'1.png", Labels.of("x; y", "ä"), Optional.of(footprint))), List.of());
        }
        try (ArchiveStore store = ArchiveStore.open(file())) {
            Tile tile = store.tiles().columns(Progress.NONE).tile(0);
            assertThat(tile.key()).isEqualTo("b/ü\n'1.png");
            assertThat(tile.labels()).isEqualTo(Labels.of("x; y", "ä"));
            assertThat(tile.footprint()).contains(footprint);
            assertThat(tile.acquired()).contains(LocalDate.of(2020, 2, 29));
            assertThat(store.tiles().thumbnail(tile.id())).contains(new byte[] {1, 2, 3});
        }
    }

    @Test
    void columnsFollowEveryChangeOfTilesAndLabels() throws IOException {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles()
                    .putBatch(
                            List.of(
                                    tile("a", Labels.of("x"), Optional.empty()),
                                    tile("b", Labels.NONE, Optional.empty())),
                            List.of());
            assertThat(store.tiles().columns(Progress.NONE).labelCounts()).containsExactly(Map.entry("x", 1));
            store.marks().giveLabel("y", List.of(new TileId(2)));
            assertThat(store.tiles().columns(Progress.NONE).labels(1)).isEqualTo(Labels.of("y"));
            store.marks().takeLabel("y", List.of(new TileId(2)));
            assertThat(store.tiles().columns(Progress.NONE).labels(1)).isEqualTo(Labels.NONE);
            store.tiles().putMetadata("b", Labels.NONE, Optional.empty(), Optional.of(LocalDate.of(1999, 1, 1)));
            assertThat(store.tiles().columns(Progress.NONE).tile(1).acquired()).contains(LocalDate.of(1999, 1, 1));
            store.tiles()
                    .putBatch(
                            List.of(tile("c", Labels.NONE, Optional.empty())),
                            List.of(new ProblemRecord("a", "gone bad", new FileStamp(1, 1))));
            TileColumns columns = store.tiles().columns(Progress.NONE);
            assertThat(columns.size()).isEqualTo(2);
            assertThat(List.of(columns.key(0), columns.key(1))).containsExactly("b", "c");
            assertThat(columns.labelCounts()).isEmpty();
        }
    }

    @Test
    void aDamagedBlockOfColumnsIsMadeAnew() throws Exception {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a"), tile("b")), List.of());
            assertThat(store.tiles().columns(Progress.NONE).size()).isEqualTo(2);
        }
        execute("UPDATE tile_block SET columns = x'0102030405060708090a0b0c0d0e0f'");
        try (ArchiveStore store = ArchiveStore.open(file())) {
            assertThat(store.tiles().columns(Progress.NONE).key(1)).isEqualTo("b");
        }
    }

    @Test
    void replacedTileKeepsItsIdAndLosesWhatWasComputedFromItsOldPixels() throws IOException {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a"), tile("b")), List.of());
            StoredDescriptorSet set = store.descriptors().create("d", 2, 1, new byte[0], "test");
            store.descriptors()
                    .put(set, List.of(new TileId(1), new TileId(2)), List.of(new float[] {1, 2}, new float[] {3, 4}));
            StoredModel model =
                    store.models().put(new MethodSpec("lsh", "d", 8, 1, Split.ALL), 2, new byte[] {7}, "test");
            store.models().putCodes(model, new long[] {1, 2}, List.of(new long[] {5}, new long[] {6}));

            store.tiles().putBatch(List.of(tile("a")), List.of());

            TileColumns columns = store.tiles().columns(Progress.NONE);
            assertThat(columns.size()).isEqualTo(2);
            assertThat(List.of(columns.id(0), columns.id(1))).containsExactly(1L, 2L);
            assertThat(store.descriptors().missing(set)).containsExactly(new TileId(1));
            assertThat(store.models().codes(model, 1).tileIds()).containsExactly(2);
            assertThat(store.models().codes(model, 1).words()).containsExactly(6);
        }
    }

    @Test
    void floatsAndLongsSurviveBitForBit() throws IOException {
        float[] odd = {Float.MIN_VALUE, -0f, 1 / 3f, Float.MAX_VALUE};
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a")), List.of());
            StoredDescriptorSet set = store.descriptors().create("d", 4, 1, new byte[] {9}, "test");
            store.descriptors().put(set, List.of(new TileId(1)), List.of(odd));
            StoredModel model =
                    store.models().put(new MethodSpec("lsh", "d", 128, 1, Split.ALL), 1, new byte[] {7}, "test");
            store.models().putCodes(model, new long[] {1}, List.of(new long[] {Long.MIN_VALUE, -1}));

            assertThat(store.descriptors()
                            .rows(set, store.descriptors().tileIds(set))
                            .row(0))
                    .isEqualTo(HalfVector.rounded(odd));
            assertThat(store.models().codes(model, 2).words()).containsExactly(Long.MIN_VALUE, -1);
        }
    }

    @Test
    void newDescriptorSetTakesAlongWhatWasMadeOfTheOldOne() throws IOException {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.descriptors().create("a", 2, 1, new byte[0], "test");
            store.descriptors().create("ab", 2, 1, new byte[0], "test");
            store.descriptors().create("b+a", 4, 1, new byte[0], "test");
            for (String descriptor : new String[] {"a", "ab", "b+a", "b"}) {
                store.models().put(new MethodSpec("lsh", descriptor, 8, 1, Split.ALL), 2, new byte[] {7}, "test");
            }

            store.descriptors().create("a", 3, 1, new byte[0], "test");

            assertThat(store.descriptors().counts())
                    .extracting(count -> count.name())
                    .containsExactly("a", "ab");
            assertThat(store.models().all())
                    .extracting(model -> model.spec().descriptor())
                    .containsExactly("ab", "b");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200, 1280, 20_000})
    void vectorsComeBackRoundedInAnyOrderAndBlockByBlock(int dimension) throws IOException {
        int count = dimension > 1000 ? 40 : 700;
        Random random = new Random(dimension);
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles()
                    .putBatch(
                            IntStream.rangeClosed(1, count)
                                    .mapToObj(i -> tile("t" + i))
                                    .toList(),
                            List.of());
            StoredDescriptorSet set = store.descriptors().create("d", dimension, 1, new byte[0], "test");
            Map<Long, float[]> vectors = new TreeMap<>();
            for (int round = 0; round < 3; round++) { // some twice, some not at all
                List<TileId> tiles = new ArrayList<>();
                List<float[]> values = new ArrayList<>();
                for (long id = 1; id <= count; id++) {
                    if (random.nextInt(3) == 0) {
                        float[] vector = new float[dimension];
                        for (int i = 0; i < dimension; i++) {
                            vector[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(5) - 3));
                        }
                        tiles.add(new TileId(id));
                        values.add(vector);
                        vectors.put(id, HalfVector.rounded(vector));
                    }
                }
                store.descriptors().put(set, tiles, values);
            }
            long[] ids = store.descriptors().tileIds(set);
            assertThat(ids)
                    .containsExactly(
                            vectors.keySet().stream().mapToLong(Long::longValue).toArray());
            assertThat(store.descriptors().missing(set)).hasSize(count - ids.length);
            DescriptorRows rows = store.descriptors().rows(set, ids);
            List<float[]> all = List.copyOf(vectors.values());
            int[] mixed = {ids.length - 1, 0, ids.length / 2, 0};
            DescriptorMatrix chosen = rows.select(mixed);
            for (int i = 0; i < mixed.length; i++) {
                assertThat(chosen.row(i)).isEqualTo(all.get(mixed[i]));
            }
            DescriptorMatrix whole = DescriptorMatrix.copyOf(rows);
            for (int row = 0; row < ids.length; row++) {
                assertThat(whole.row(row)).isEqualTo(all.get(row));
            }
        }
    }

    @Test
    void vectorsAndCodesOfAnEarlierSchemaMoveIntoBlocks() throws Exception {
        int count = 5000;
        StoredDescriptorSet set;
        StoredModel model;
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles()
                    .putBatch(
                            IntStream.rangeClosed(1, count)
                                    .mapToObj(i -> tile("t" + i))
                                    .toList(),
                            List.of());
            set = store.descriptors().create("d", 2, 1, new byte[0], "test");
            model = store.models().put(new MethodSpec("lsh", "d", 80, 1, Split.ALL), 2, new byte[] {7}, "test");
        }
        // as schema 5 had them
        execute("CREATE TABLE descriptor (set_id INTEGER NOT NULL, tile_id INTEGER NOT NULL, vector BLOB NOT NULL,"
                + " PRIMARY KEY (set_id, tile_id))");
        execute("CREATE TABLE code (model_id INTEGER NOT NULL, tile_id INTEGER NOT NULL, words BLOB NOT NULL,"
                + " PRIMARY KEY (model_id, tile_id)) WITHOUT ROWID");
        execute("INSERT INTO descriptor SELECT " + set.id() + ", id, x'0000803f000000bf' FROM tile WHERE id <> 7");
        execute("INSERT INTO code SELECT " + model.id()
                + ", id, x'01000000000000000200000000000000' FROM tile WHERE id <> 9");
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String sentence) {
                said.add(sentence);
            }

            @Override
            public void checkCancelled() {}
        };
        ArchiveStore.open(file(), progress).close();
        try (ArchiveStore store = ArchiveStore.open(file())) {
            assertThat(said).anyMatch(sentence -> sentence.contains("4,096 descriptors moved"));
            assertThat(store.descriptors().missing(set)).containsExactly(new TileId(7));
            long[] ids = store.descriptors().tileIds(set);
            assertThat(store.descriptors().rows(set, ids).row(count - 2)).containsExactly(1, -0.5f);
            assertThat(store.models().codeCount(model)).isEqualTo(count - 1);
            assertThat(store.models().codes(model, 2).words()).startsWith(1, 2, 1, 2);
            assertThat(store.models().codes(model, 2).tileIds()).contains(8, 10).doesNotContain(9);
        }
    }

    @Test
    void vectorsOfVanishedTilesAreDropped() throws IOException {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            StoredDescriptorSet set = store.descriptors().create("d", 1, 1, new byte[0], "test");
            store.descriptors().put(set, List.of(new TileId(99)), List.of(new float[] {1}));

            assertThat(store.descriptors().tileIds(set)).isEmpty();
        }
    }

    @Test
    void damagedModelIsNoticedBeforeItIsUsed() throws Exception {
        MethodSpec spec = new MethodSpec("lsh", "d", 8, 1, Split.ALL);
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.models().put(spec, 1, new byte[] {1, 2, 3}, "test");
        }
        execute("UPDATE model SET bytes = x'010204'");
        try (ArchiveStore store = ArchiveStore.open(file())) {
            assertThatThrownBy(() -> store.models().find(spec))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("--force");
        }
    }

    @Test
    void vectorOfTheWrongLengthIsNoticedBeforeItIsRanked() throws Exception {
        StoredDescriptorSet set;
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a")), List.of());
            set = store.descriptors().create("d", 2, 1, new byte[0], "test");
            store.descriptors().put(set, List.of(new TileId(1)), List.of(new float[] {1, 2}));
        }
        execute("UPDATE descriptor_block SET vectors = x'01' || substr(vectors, 2)");
        try (ArchiveStore store = ArchiveStore.open(file())) {
            DescriptorRows rows =
                    store.descriptors().rows(set, store.descriptors().tileIds(set));
            assertThatThrownBy(() -> rows.row(0))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void manyProcessesMayMakeTheSameArchiveAtOnce() throws Exception {
        List<CompletableFuture<Void>> makers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            makers.add(CompletableFuture.runAsync(() -> {
                try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
                    store.putFact("made", "yes");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }));
        }
        makers.forEach(CompletableFuture::join);

        try (ArchiveStore store = ArchiveStore.open(file())) {
            assertThat(store.fact("made")).contains("yes");
        }
    }

    @Test
    void emptyFileIsNoArchiveAndStaysEmpty() throws Exception {
        Files.createFile(file());
        assertRefused(file(), "empty file");
        assertThat(Files.size(file())).isZero();
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoArchive() throws Exception {
        assertRefused(folder.resolve("none.hsa"), "There is no archive");
        Files.createDirectories(folder.resolve("dir.hsa"));
        assertRefused(folder.resolve("dir.hsa"), "is not a file");
        Files.writeString(folder.resolve("text.hsa"), "just some text, long enough", StandardCharsets.UTF_8);
        assertRefused(folder.resolve("text.hsa"), "not a Hashscape archive");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("other.hsa"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE music (id INTEGER)");
        }
        assertRefused(folder.resolve("other.hsa"), "another program");
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.putFact("x", "y");
        }
        execute("PRAGMA user_version = 99");
        assertRefused(file(), "newer Hashscape");
    }

    @Test
    void anArchiveOfTheFirstSchemaIsBroughtToTheNewest() throws Exception {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a")), List.of());
        }
        for (String table : tablesAfterTheFirstSchema()) {
            execute("DROP TABLE " + table);
        }
        for (int trigger = 1; trigger <= 5; trigger++) {
            execute("DROP TRIGGER IF EXISTS tile_block_stale_" + trigger);
        }
        execute("ALTER TABLE tile DROP COLUMN sum");
        execute("ALTER TABLE thumbnail DROP COLUMN sum");
        execute("DELETE FROM schema_history WHERE version <> '1'");
        execute("PRAGMA user_version = 1");
        try (ArchiveStore store = ArchiveStore.open(file())) {
            assertThat(store.tiles().count()).isEqualTo(1);
            assertThat(store.tiles().thumbnail(new TileId(1))).isPresent();
            assertThat(store.evaluations().all()).isEmpty();
            assertThat(store.fingerprints().missing()).hasSize(1);
        }
    }

    @Test
    void anArchiveWhoseSchemaWasNeverReleasedIsRefusedWithWhatToDo() throws Exception {
        ArchiveStore.openOrCreate(file()).close();
        execute("UPDATE schema_history SET checksum = 1 WHERE version = '1'");
        execute("PRAGMA user_version = 1");
        assertThatThrownBy(() -> ArchiveStore.open(file()))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("import the originals again");
    }

    @Test
    void deletingAnEvaluationKeepsRunsThatAnotherOneShows() throws IOException {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            EvaluationTable table = store.evaluations();
            long first = table.create("{}", 2);
            long second = table.create("{}", 1);
            long shared = table.put("aa", "{}", "{}", "1", "m");
            long own = table.put("bb", "{}", "{}", "1", "m");
            table.add(first, 0, shared);
            table.add(first, 1, own);
            table.add(second, 0, shared);
            table.delete(first);
            assertThat(table.find("aa")).isPresent();
            assertThat(table.find("bb")).isEmpty();
            assertThat(table.all()).hasSize(1).allMatch(evaluation -> evaluation.done() == 1);
            assertThat(table.put("aa", "{}", "{1}", "2", "m")).isEqualTo(shared);
        }
    }

    @Test
    void anArchiveThatVanishesWhileItIsOpenIsNotBegunAnew() throws Exception {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a")), List.of());
            Files.move(file(), folder.resolve("elsewhere.hsa"));
            ExecutorService readers = Executors.newFixedThreadPool(5);
            CountDownLatch together = new CountDownLatch(5); // more connections than are open
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                reads.add(readers.submit(() -> store.read(handle -> {
                    together.countDown();
                    return await(together);
                })));
            }
            assertThatThrownBy(() -> {
                        for (Future<Integer> read : reads) {
                            read.get();
                        }
                    })
                    .hasMessageEndingWith(
                            "The archive " + file() + " is gone: it was moved or deleted while it was open."
                                    + " Put it back, or open it where it is now.");
            readers.shutdown();
            assertThat(file()).doesNotExist();
        }
    }

    private static int await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.SECONDS) ? 1 : 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Test
    void anArchiveWhereNothingCanBeWrittenIsReadAndSaysSo() throws Exception {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a")), List.of());
        }
        try (ArchiveStore store = ArchiveStore.openReadOnly(file())) {
            assertThat(store.tiles().columns(Progress.NONE).key(0)).isEqualTo("a");
            assertThatThrownBy(() -> store.putFact("x", "y"))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessage(
                            "The archive " + file() + " can only be read where it lies. Browsing and searching go on;"
                                    + " to import, describe, train or mark, copy it to a folder that you may write to and open the"
                                    + " copy.");
            assertThat(folder.resolve("a.hsa-wal")).doesNotExist();
        }
    }

    @Test
    void truncatedArchiveOpensWithAMessage() throws IOException {
        try (ArchiveStore store = ArchiveStore.openOrCreate(file())) {
            store.tiles().putBatch(List.of(tile("a")), List.of());
        }
        try (RandomAccessFile archive = new RandomAccessFile(file().toFile(), "rw")) {
            archive.setLength(archive.length() / 2);
        }
        try (ArchiveStore store = ArchiveStore.open(file())) {
            assertThat(store.tiles().columns(Progress.NONE).size()).isEqualTo(1);
            assertThat(store.damage())
                    .hasValueSatisfying(said ->
                            assertThat(said).contains("is damaged: it has ").endsWith("hashscape repair " + file()));
        }
    }

    @Test
    void carriesItsApplicationIdAndSchemaVersion() throws Exception {
        ArchiveStore.openOrCreate(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA application_id").getInt(1))
                    .isEqualTo(0x48534131);
            assertThat(statement.executeQuery("PRAGMA user_version").getInt(1)).isEqualTo(ArchiveSchema.VERSION);
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
        }
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> ArchiveStore.open(file))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(message);
    }

    private Path file() {
        return folder.resolve("a.hsa");
    }

    private List<String> tablesAfterTheFirstSchema() throws SQLException {
        Set<String> first = Set.of(
                "fact",
                "tile",
                "label",
                "tile_label",
                "thumbnail",
                "problem",
                "descriptor_set",
                "descriptor",
                "model",
                "code",
                "schema_history");
        List<String> later = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            while (tables.next()) {
                if (!first.contains(tables.getString(1))) {
                    later.add(tables.getString(1));
                }
            }
        }
        return later;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TileRecord tile(String key) {
        return tile(key, Labels.of("label"), Optional.empty());
    }

    private static TileRecord tile(String key, Labels labels, Optional<Footprint> footprint) {
        return new TileRecord(
                key,
                10,
                20,
                3,
                "PNG",
                new FileStamp(5, 6),
                labels,
                footprint,
                Optional.of(LocalDate.of(2020, 2, 29)),
                new byte[] {1, 2, 3});
    }
}
