package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hashscape.model.Progress;

/**
 * Brings descriptors and codes of archives up to schema 5, kept tile by tile, into blocks. Each batch is moved in one
 * transaction, so what was cut off goes on at the next opening.
 */
final class EarlierRows {

    private static final int BATCH = 4096;

    private final ArchiveStore store;

    EarlierRows(ArchiveStore store) {
        this.store = store;
    }

    /** Takes a row of an old table into its block. */
    private record Old(String table, String owner, String value) {}

    void move(Progress progress) throws IOException {
        if (exists("descriptor")) {
            Old old = new Old("descriptor", "set_id", "vector");
            for (Owner owner : owners("SELECT id, dimension FROM descriptor_set")) {
                move(old, owner.id(), progress, (connection, ids, values) -> {
                    List<float[]> vectors = new ArrayList<>();
                    for (byte[] value : values) {
                        float[] vector = new float[owner.size()];
                        Blobs.toFloats(value, vector, 0, vector.length);
                        vectors.add(vector);
                    }
                    DescriptorTable.BLOCKS.put(
                            connection,
                            DescriptorTable.shape(owner.id(), owner.size()),
                            ids,
                            DescriptorRecords.write(vectors, owner.size()));
                });
            }
            drop("descriptor");
        }
        if (exists("code")) {
            Old old = new Old("code", "model_id", "words");
            for (Owner owner : owners("SELECT model_id, max(length(words)) FROM code GROUP BY model_id")) {
                move(old, owner.id(), progress, (connection, ids, values) -> {
                    byte[] words = new byte[Math.multiplyExact(values.size(), owner.size())];
                    for (int i = 0; i < values.size(); i++) {
                        if (values.get(i).length != owner.size()) {
                            throw new DamagedRowException(
                                    "a stored code has " + values.get(i).length + " bytes instead of " + owner.size());
                        }
                        System.arraycopy(values.get(i), 0, words, i * owner.size(), owner.size());
                    }
                    ModelTable.BLOCKS.put(connection, ModelTable.shape(owner.id(), owner.size() / 8), ids, words);
                });
            }
            drop("code");
        }
    }

    /** A set or model, and the numbers of its vectors or the bytes of its codes. */
    private record Owner(long id, int size) {}

    @FunctionalInterface
    private interface Put {
        void put(Connection connection, long[] ids, List<byte[]> values) throws SQLException;
    }

    private void move(Old old, long owner, Progress progress, Put put) throws IOException {
        long done = 0;
        while (true) {
            progress.checkCancelled();
            progress.report(
                    -1,
                    String.format(
                            Locale.ENGLISH,
                            "Bringing the archive to this version's format, once: %,d %ss moved",
                            done,
                            old.table()));
            int moved = store.write(handle -> moveSome(handle.getConnection(), old, owner, put));
            if (moved == 0) {
                return;
            }
            done += moved;
        }
    }

    private static int moveSome(Connection connection, Old old, long owner, Put put) throws SQLException {
        long[] ids = new long[BATCH];
        List<byte[]> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT tile_id, " + old.value() + " FROM "
                + old.table() + " WHERE " + old.owner() + " = ? ORDER BY tile_id LIMIT " + BATCH)) {
            select.setLong(1, owner);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids[values.size()] = rows.getLong(1);
                    values.add(rows.getBytes(2));
                }
            }
        }
        if (values.isEmpty()) {
            return 0;
        }
        put.put(connection, Arrays.copyOf(ids, values.size()), values);
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + old.table() + " WHERE " + old.owner() + " = ? AND tile_id <= ?")) {
            delete.setLong(1, owner);
            delete.setLong(2, ids[values.size() - 1]);
            delete.executeUpdate();
        }
        return values.size();
    }

    private List<Owner> owners(String query) throws IOException {
        return store.read(handle -> {
            List<Owner> owners = new ArrayList<>();
            try (Statement statement = handle.getConnection().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    owners.add(new Owner(rows.getLong(1), rows.getInt(2)));
                }
            }
            return owners;
        });
    }

    private boolean exists(String table) throws IOException {
        return store.read(handle -> {
            try (PreparedStatement select = handle.getConnection()
                    .prepareStatement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")) {
                select.setString(1, table);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    private void drop(String table) throws IOException {
        store.write(handle -> handle.execute("DROP TABLE IF EXISTS " + table));
    }
}
