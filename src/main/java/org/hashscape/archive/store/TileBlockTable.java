package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hashscape.archive.catalogue.TileBlock;
import org.hashscape.archive.catalogue.TileBlock.Shape;
import org.hashscape.archive.catalogue.TileBlockBuilder;
import org.hashscape.archive.catalogue.TileBlockFormat;
import org.hashscape.archive.catalogue.TileColumns;
import org.hashscape.model.Footprint;
import org.hashscape.model.Progress;
import org.jdbi.v3.core.Handle;

/**
 * All tiles as columns. Blocks that are kept are read as they are; those that tiles have changed in since are made from
 * the tables of tiles and labels, and kept from then on. An archive that cannot be written is read all the same.
 */
final class TileBlockTable {

    /** Blocks that are made in one transaction: some 100 ms. */
    private static final int BATCH = 16;

    /** Blocks that are decoded side by side: 16 MB at most. */
    private static final int TOGETHER = 32;

    private final ArchiveStore store;

    TileBlockTable(ArchiveStore store) {
        this.store = store;
    }

    TileColumns columns(Progress progress) throws IOException {
        makeMissing(progress);
        return store.read(handle -> {
            TreeMap<Long, TileBlock> blocks = kept(handle);
            for (long number : missing(handle)) { // another program wrote meanwhile, or this one may not write
                blocks.put(number, make(handle, number));
            }
            return new TileColumns(List.copyOf(blocks.values()), labelNames(handle));
        });
    }

    private void makeMissing(Progress progress) throws IOException {
        List<Long> missing = store.read(TileBlockTable::missing);
        for (int from = 0; from < missing.size(); from += BATCH) {
            progress.checkCancelled();
            progress.report(
                    (double) from / missing.size(),
                    String.format(
                            Locale.ENGLISH,
                            "Reading what is known of %,d tiles",
                            (long) missing.size() * TileBlock.IDS));
            List<Long> some = missing.subList(from, Math.min(from + BATCH, missing.size()));
            try {
                store.write(handle -> {
                    keep(handle, some);
                    return null;
                });
            } catch (ArchiveException readOnly) {
                return;
            }
        }
    }

    private static TreeMap<Long, TileBlock> kept(Handle handle) throws SQLException {
        TreeMap<Long, TileBlock> blocks = new TreeMap<>();
        TreeMap<Long, byte[]> unread = new TreeMap<>();
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, columns FROM tile_block")) {
            while (rows.next()) {
                byte[] columns = rows.getBytes(2);
                unread.put(rows.getLong(1), columns == null ? new byte[0] : columns);
                if (unread.size() == TOGETHER) {
                    decode(unread, blocks);
                    unread.clear();
                }
            }
        }
        decode(unread, blocks);
        for (Map.Entry<Long, TileBlock> block : blocks.entrySet()) {
            if (block.getValue().number() < 0) {
                block.setValue(make(handle, block.getKey()));
            }
        }
        return blocks;
    }

    /** Reads blocks on all cores; in the place of a damaged one comes a block of no number. */
    private static void decode(Map<Long, byte[]> bytes, Map<Long, TileBlock> blocks) {
        bytes.entrySet().parallelStream()
                .map(entry -> Map.entry(entry.getKey(), decoded(entry.getKey(), entry.getValue())))
                .toList()
                .forEach(entry -> blocks.put(entry.getKey(), entry.getValue()));
    }

    private static TileBlock decoded(long number, byte[] bytes) {
        try {
            return TileBlockFormat.read(number, bytes);
        } catch (IllegalArgumentException damaged) {
            return new TileBlockBuilder(-1).build();
        }
    }

    /** Numbers of blocks that have tiles and are not kept, ascending. Jumps from block to block: no scan. */
    private static List<Long> missing(Handle handle) throws SQLException {
        List<Long> missing = new ArrayList<>();
        try (PreparedStatement next = handle.getConnection().prepareStatement("SELECT min(id) FROM tile WHERE id > ?");
                PreparedStatement known =
                        handle.getConnection().prepareStatement("SELECT 1 FROM tile_block WHERE number = ?")) {
            long number = -1;
            while (true) {
                next.setLong(1, (number + 1) * TileBlock.IDS);
                try (ResultSet row = next.executeQuery()) {
                    long id = row.next() ? row.getLong(1) : 0;
                    if (id == 0) {
                        return missing;
                    }
                    number = TileBlock.numberOf(id);
                }
                known.setLong(1, number);
                try (ResultSet row = known.executeQuery()) {
                    if (!row.next()) {
                        missing.add(number);
                    }
                }
            }
        }
    }

    private static void keep(Handle handle, List<Long> numbers) throws SQLException {
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT OR REPLACE INTO tile_block (number, columns) VALUES (?, ?)")) {
            for (long number : numbers) {
                insert.setLong(1, number);
                insert.setBytes(2, TileBlockFormat.write(make(handle, number)));
                insert.executeUpdate();
            }
        }
    }

    private static TileBlock make(Handle handle, long number) throws SQLException {
        Map<Long, List<Integer>> labels = labels(handle, number);
        TileBlockBuilder block = new TileBlockBuilder(number);
        Map<Shape, Shape> shapes = new HashMap<>();
        try (PreparedStatement select = handle.getConnection()
                .prepareStatement("SELECT id, key, width, height, bands, format, footprint, crs, acquired FROM tile"
                        + " WHERE id BETWEEN ? AND ? ORDER BY id")) {
            bounds(select, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    Shape shape = new Shape(rows.getInt(3), rows.getInt(4), rows.getInt(5), rows.getString(6));
                    block.add(
                            id,
                            rows.getString(2),
                            shapes.computeIfAbsent(shape, fresh -> fresh),
                            labels.getOrDefault(id, List.of()),
                            footprint(rows),
                            Optional.ofNullable(rows.getString(9)).map(LocalDate::parse));
                }
            }
        }
        return block.build();
    }

    private static Optional<Footprint> footprint(ResultSet rows) throws SQLException {
        Optional<String> ring = Optional.ofNullable(rows.getString(7));
        if (ring.isEmpty()) {
            return Optional.empty();
        }
        String crs = Optional.ofNullable(rows.getString(8)).orElse("");
        return ring.map(some -> FootprintText.read(some, crs));
    }

    private static Map<Long, List<Integer>> labels(Handle handle, long number) throws SQLException {
        Map<Long, List<Integer>> labels = new HashMap<>();
        try (PreparedStatement select = handle.getConnection()
                .prepareStatement("SELECT tile_id, label_id FROM tile_label WHERE tile_id BETWEEN ? AND ?"
                        + " ORDER BY tile_id, label_id")) {
            bounds(select, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    labels.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
                            .add(rows.getInt(2));
                }
            }
        }
        return labels;
    }

    private static void bounds(PreparedStatement select, long number) throws SQLException {
        select.setLong(1, number * TileBlock.IDS + 1);
        select.setLong(2, (number + 1) * TileBlock.IDS);
    }

    private static Map<Integer, String> labelNames(Handle handle) throws SQLException {
        Map<Integer, String> names = new HashMap<>();
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, name FROM label")) {
            while (rows.next()) {
                names.put(rows.getInt(1), rows.getString(2));
            }
        }
        return names;
    }
}
