package org.hashscape.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of {@link RowBlock}s: for each owner (a descriptor set, a model) records of equal length by tile id, in blocks
 * of a fixed number of ids. SQL of descriptors and codes alike.
 *
 * @param table name of the table
 * @param owner name of the column that tells whose block it is
 * @param records name of the column with the records
 */
record RowBlocks(String table, String owner, String records) {

    /** Blocks of one owner. */
    record Shape(long owner, int ids, int recordSize) {

        int offsetSize() {
            return ids > 256 ? 2 : 1;
        }

        long numberOf(long tileId) {
            return (tileId - 1) / ids;
        }

        long tileId(long number, int offset) {
            return number * ids + 1 + offset;
        }
    }

    /** Takes blocks in ascending number. */
    @FunctionalInterface
    interface Reader {
        void read(long number, RowBlock block) throws SQLException;
    }

    /** Puts records of ascending tile ids; those of tiles that are gone are dropped. */
    void put(Connection connection, Shape shape, long[] tileIds, byte[] records) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT id FROM tile WHERE id BETWEEN ? AND ?");
                PreparedStatement select = select(connection);
                PreparedStatement write = write(connection)) {
            for (int from = 0, to; from < tileIds.length; from = to) {
                long number = shape.numberOf(tileIds[from]);
                to = from;
                while (to < tileIds.length && shape.numberOf(tileIds[to]) == number) {
                    to++;
                }
                BitSet there = known(known, shape, number);
                char[] offsets = new char[to - from];
                for (int i = from; i < to; i++) {
                    offsets[i - from] = (char) (tileIds[i] - shape.tileId(number, 0));
                }
                RowBlock fresh = new RowBlock(
                                offsets,
                                Arrays.copyOfRange(records, from * shape.recordSize(), to * shape.recordSize()))
                        .where(there::get, shape.recordSize());
                write(write, shape, number, find(select, shape, number).with(fresh, shape.recordSize()));
            }
        }
    }

    /** Takes away the records of tiles. */
    void forget(Connection connection, Shape shape, long[] tileIds) throws SQLException {
        TreeMap<Long, BitSet> gone = new TreeMap<>();
        for (long id : tileIds) {
            long number = shape.numberOf(id);
            gone.computeIfAbsent(number, key -> new BitSet()).set((int) (id - shape.tileId(number, 0)));
        }
        try (PreparedStatement select = select(connection);
                PreparedStatement write = write(connection)) {
            for (Map.Entry<Long, BitSet> entry : gone.entrySet()) {
                RowBlock before = find(select, shape, entry.getKey());
                RowBlock after = before.where(offset -> !entry.getValue().get(offset), shape.recordSize());
                if (after.size() < before.size()) {
                    write(write, shape, entry.getKey(), after);
                }
            }
        }
    }

    /** All blocks of an owner, in order. */
    void forEach(Connection connection, Shape shape, Reader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, offsets, " + records + " FROM " + table + " WHERE " + owner + " = ? ORDER BY number")) {
            select.setLong(1, shape.owner());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows.getLong(1), block(rows, 2, shape, rows.getLong(1)));
                }
            }
        }
    }

    /** Some blocks of an owner, in the order given; empty where there is none. */
    void forEach(Connection connection, Shape shape, Iterable<Long> numbers, Reader reader) throws SQLException {
        try (PreparedStatement select = select(connection)) {
            for (long number : numbers) {
                reader.read(number, find(select, shape, number));
            }
        }
    }

    /** Ids of the tiles that have a record, ascending. Reads no record. */
    long[] tileIds(Connection connection, Shape shape) throws SQLException {
        long[] ids = new long[Math.toIntExact(count(connection, shape.owner()))];
        int at = 0;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, offsets FROM " + table + " WHERE " + owner + " = ? ORDER BY number")) {
            select.setLong(1, shape.owner());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    for (char offset : RowBlock.offsets(rows.getBytes(2), shape.offsetSize())) {
                        if (at == ids.length) { // somebody wrote meanwhile
                            ids = Arrays.copyOf(ids, 2 * at + 1);
                        }
                        ids[at++] = shape.tileId(rows.getLong(1), offset);
                    }
                }
            }
        }
        return Arrays.copyOf(ids, at);
    }

    /** How many tiles have a record. */
    long count(Connection connection, long ownerId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sum(tiles) FROM " + table + " WHERE " + owner + " = ?")) {
            select.setLong(1, ownerId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Ids of tiles that have no record, ascending; at once where none lacks one. */
    List<Long> missing(Connection connection, Shape shape) throws SQLException {
        List<Long> missing = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement("SELECT count(*) FROM tile");
                ResultSet rows = all.executeQuery()) {
            if (rows.getLong(1) == count(connection, shape.owner())) {
                return missing;
            }
        }
        long[] known = tileIds(connection, shape);
        try (PreparedStatement all = connection.prepareStatement("SELECT id FROM tile ORDER BY id");
                ResultSet rows = all.executeQuery()) {
            int at = 0;
            while (rows.next()) {
                long id = rows.getLong(1);
                while (at < known.length && known[at] < id) {
                    at++;
                }
                if (at == known.length || known[at] != id) {
                    missing.add(id);
                }
            }
        }
        return missing;
    }

    private PreparedStatement select(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "SELECT offsets, " + records + " FROM " + table + " WHERE " + owner + " = ? AND number = ?");
    }

    private PreparedStatement write(Connection connection) throws SQLException {
        return connection.prepareStatement("INSERT OR REPLACE INTO " + table + " (" + owner
                + ", number, tiles, offsets, " + records + ") VALUES (?, ?, ?, ?, ?)");
    }

    private static RowBlock find(PreparedStatement select, Shape shape, long number) throws SQLException {
        select.setLong(1, shape.owner());
        select.setLong(2, number);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? block(rows, 1, shape, number) : RowBlock.EMPTY;
        }
    }

    private static RowBlock block(ResultSet rows, int column, Shape shape, long number) throws SQLException {
        byte[] offsets = rows.getBytes(column);
        byte[] records = rows.getBytes(column + 1);
        if (records == null) {
            throw new DamagedRowException("a stored block of vectors or codes is empty");
        }
        return RowBlock.read(
                offsets == null ? new byte[0] : offsets,
                records,
                shape.offsetSize(),
                shape.recordSize(),
                shape.owner(),
                number);
    }

    private static void write(PreparedStatement write, Shape shape, long number, RowBlock block) throws SQLException {
        write.setLong(1, shape.owner());
        write.setLong(2, number);
        write.setInt(3, block.size());
        write.setBytes(4, block.offsetBytes(shape.offsetSize()));
        write.setBytes(5, block.recordBytes(shape.offsetSize(), shape.owner(), number));
        write.executeUpdate();
    }

    private static BitSet known(PreparedStatement known, Shape shape, long number) throws SQLException {
        BitSet there = new BitSet();
        known.setLong(1, shape.tileId(number, 0));
        known.setLong(2, shape.tileId(number, shape.ids() - 1));
        try (ResultSet rows = known.executeQuery()) {
            while (rows.next()) {
                there.set((int) (rows.getLong(1) - shape.tileId(number, 0)));
            }
        }
        return there;
    }
}
