package org.hashscape.archive.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Labels;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileColumnsTest {

    private static final List<String> LABELS = List.of("forest", "Forêt", "river", "smoke, thick", "ILICE");
    private static final List<String> WORDS =
            List.of("a", "Abc", "scène", "İstanbul", "日本", "river", "x/y", "ab ab", "Kelvin\u212a", "zz");

    private final List<Tile> tiles = tiles(9000, 3);
    private final TileColumns columns = TileColumns.of(tiles);

    @Test
    void everyTileComesBackAsItWas() {
        assertThat(columns.size()).isEqualTo(tiles.size());
        for (int row = 0; row < tiles.size(); row++) {
            assertThat(columns.tile(row)).isEqualTo(tiles.get(row));
            assertThat(columns.rowOf(tiles.get(row).id().value())).isEqualTo(row);
            assertThat(columns.key(row)).isEqualTo(tiles.get(row).key());
            assertThat(columns.labels(row)).isEqualTo(tiles.get(row).labels());
        }
    }

    @Test
    void idsThatAreNotThereHaveNoRow() {
        List<Long> ids = tiles.stream().map(tile -> tile.id().value()).toList();
        long last = ids.get(ids.size() - 1);
        for (long id = 1; id <= last + 5000; id += 7) {
            assertThat(columns.rowOf(id)).isEqualTo(Math.max(-1, ids.indexOf(id)));
        }
        assertThat(TileColumns.of(List.of()).rowOf(1)).isEqualTo(-1);
        assertThatThrownBy(() -> columns.tile(tiles.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "aB",
                "river",
                "RIVER",
                "è",
                "È",
                "scène",
                "istanbul",
                "i",
                "k",
                "日",
                "/",
                "x/y_1",
                "b ab",
                "ab_",
                "smoke, t",
                "forest, river",
                "forêt",
                "nowhere",
                "_8999",
                "000"
            })
    void textIsFoundWhereTheSlowWayFindsIt(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        assertThat(columns.mentioning(text))
                .isEqualTo(slowly(tile -> tile.key().toLowerCase(Locale.ROOT).contains(wanted)
                        || tile.labels().toString().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    @Test
    void aTextIsNotFoundAcrossTwoKeys() {
        TileColumns two = TileColumns.of(List.of(tile(1, "xa"), tile(2, "bx")));
        assertThat(two.mentioning("ab").isEmpty()).isTrue();
        assertThat(two.mentioning("xabx").isEmpty()).isTrue();
        assertThat(two.mentioning("bx").cardinality()).isEqualTo(1);
    }

    @Test
    void labelsAreCountedAndFound() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        tiles.forEach(tile -> tile.labels().names().forEach(name -> counts.merge(name, 1, Integer::sum)));
        assertThat(columns.labelCounts()).isEqualTo(counts);
        for (String label : LABELS) {
            assertThat(columns.labelled(label))
                    .isEqualTo(slowly(tile -> tile.labels().names().contains(label)));
        }
        assertThat(columns.labelled("none").isEmpty()).isTrue();
    }

    @Test
    void datesAndFootprintsAreFiltered() {
        LocalDate first = LocalDate.of(2019, 5, 1);
        LocalDate last = LocalDate.of(2020, 2, 29);
        assertThat(columns.acquiredBetween(first, last))
                .isEqualTo(slowly(tile -> tile.acquired()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .isPresent()));
        assertThat(columns.acquiredBetween(LocalDate.MIN, LocalDate.MAX))
                .isEqualTo(slowly(tile -> tile.acquired().isPresent()));
        BitSet boxed = new BitSet();
        columns.visitBounds((row, west, south, east, north) -> {
            List<Position> ring = tiles.get(row).footprint().orElseThrow().ring();
            assertThat(west)
                    .isEqualTo(
                            ring.stream().mapToDouble(Position::longitude).min().orElseThrow());
            assertThat(north)
                    .isEqualTo(
                            ring.stream().mapToDouble(Position::latitude).max().orElseThrow());
            assertThat(east).isGreaterThanOrEqualTo(west);
            assertThat(north).isGreaterThanOrEqualTo(south);
            boxed.set(row);
        });
        assertThat(boxed).isEqualTo(slowly(tile -> tile.footprint().isPresent()));
        assertThat(columns.crsCounts().values().stream()
                        .mapToInt(count -> count)
                        .sum())
                .isEqualTo(boxed.cardinality());
    }

    @Test
    void keysAreFound() {
        assertThat(columns.rowOfKey(tiles.get(4321).key())).isEqualTo(4321);
        assertThat(columns.rowOfKey(tiles.get(4321).key() + "x")).isEqualTo(-1);
    }

    @Test
    void blocksSurviveBeingWrittenAndDamageIsSeen() {
        TileBlockBuilder builder = new TileBlockBuilder(2);
        builder.add(
                2 * TileBlock.IDS + 17,
                "scène",
                new TileBlock.Shape(3, 4, 13, "TIFF"),
                List.of(4, 9),
                Optional.of(new Footprint(
                        List.of(new Position(179.9, -0.1), new Position(180.2, 0), new Position(180.1, 1e-9)), "ü")),
                Optional.empty());
        byte[] bytes = TileBlockFormat.write(builder.build());
        TileBlock read = TileBlockFormat.read(2, bytes);
        Tile tile = new TileColumns(List.of(read), Map.of(4, "b", 9, "a")).tile(0);
        assertThat(tile.id()).isEqualTo(new TileId(2 * TileBlock.IDS + 17));
        assertThat(tile.labels()).isEqualTo(Labels.of("a", "b"));
        assertThat(tile.bands()).isEqualTo(13);
        assertThat(tile.footprint().orElseThrow().ring().get(2)).isEqualTo(new Position(180.1, 1e-9));
        for (int at = 0; at < bytes.length; at += 3) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> TileBlockFormat.read(2, damaged)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TileBlockFormat.read(2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBlockRefusesIdsThatAreNotItsOwnOrDoNotAscend() {
        TileBlockBuilder builder = new TileBlockBuilder(0);
        TileBlock.Shape shape = new TileBlock.Shape(1, 1, 1, "PNG");
        builder.add(5, "a", shape, List.of(), Optional.empty(), Optional.empty());
        for (long id : new long[] {5, 4, 0, TileBlock.IDS + 1}) {
            assertThatThrownBy(() -> builder.add(id, "b", shape, List.of(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(id));
        }
    }

    private BitSet slowly(Predicate<Tile> passes) {
        BitSet rows = new BitSet();
        for (int row = 0; row < tiles.size(); row++) {
            rows.set(row, passes.test(tiles.get(row)));
        }
        return rows;
    }

    private static Tile tile(long id, String key) {
        return new Tile(new TileId(id), key, 1, 1, 1, "PNG", Labels.NONE, Optional.empty(), Optional.empty());
    }

    /** Tiles with gaps in their ids, one of them several blocks wide. */
    private static List<Tile> tiles(int count, long seed) {
        Random random = new Random(seed);
        List<Tile> tiles = new ArrayList<>();
        long id = 0;
        for (int i = 0; i < count; i++) {
            id += random.nextInt(10) == 0 ? 1 + random.nextInt(5) : 1;
            id += i == 6000 ? 3L * TileBlock.IDS : 0;
            List<String> labels =
                    LABELS.stream().filter(label -> random.nextInt(3) == 0).toList();
            // The first block holds plain keys only.
            String word = id <= TileBlock.IDS ? "Abc/ab" : WORDS.get(random.nextInt(WORDS.size()));
            double west = random.nextInt(360) - 180.0;
            double south = random.nextDouble() * 170 - 85;
            List<Position> ring = List.of(
                    new Position(west, south), new Position(west + 0.1, south), new Position(west, south + 0.1));
            tiles.add(new Tile(
                    new TileId(id),
                    word + "_" + i,
                    64 + random.nextInt(2),
                    64,
                    3,
                    "JPEG",
                    Labels.of(labels),
                    random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(new Footprint(ring, "EPSG:326" + (10 + random.nextInt(3)))),
                    random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(LocalDate.ofEpochDay(17_000 + random.nextInt(2000)))));
        }
        return tiles;
    }
}
