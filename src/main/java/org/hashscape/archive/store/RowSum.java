package org.hashscape.archive.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * CRC-32C over some columns of a row, kept in its column {@code sum}: tells a row that changed on the disk from one that
 * was written. Numbers count as 8 big-endian bytes, texts as UTF-8 and blobs as they are, each after its length; a value
 * that is not there counts as an empty one.
 */
final class RowSum {

    private final CRC32C sum = new CRC32C();

    /** The sum of columns {@code first..last} of a row, counted from 1: whole numbers, texts and blobs. */
    static long of(ResultSet rows, int first, int last) throws SQLException {
        RowSum sum = new RowSum();
        for (int column = first; column <= last; column++) {
            Object value = rows.getObject(column);
            if (value instanceof byte[] blob) {
                sum.bytes(blob);
            } else if (value instanceof Number number) {
                sum.number(number.longValue());
            } else {
                sum.text(value == null ? null : value.toString());
            }
        }
        return sum.value();
    }

    /** Whether the sum that a row keeps in a column is that of its values; a row of an earlier schema has none. */
    static boolean agrees(ResultSet rows, int column, long expected) throws SQLException {
        long kept = rows.getLong(column);
        return rows.wasNull() || kept == expected;
    }

    RowSum number(long value) {
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
        return this;
    }

    RowSum text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    RowSum bytes(byte @Nullable [] value) {
        number(value == null ? 0 : value.length);
        if (value != null) {
            sum.update(value);
        }
        return this;
    }

    long value() {
        return sum.getValue();
    }

    /** Sets a text or NULL, and counts it. */
    RowSum set(PreparedStatement statement, int column, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(column, Types.VARCHAR);
        } else {
            statement.setString(column, value);
        }
        return text(value);
    }

    /** Sets a number, and counts it. */
    RowSum set(PreparedStatement statement, int column, long value) throws SQLException {
        statement.setLong(column, value);
        return number(value);
    }
}
