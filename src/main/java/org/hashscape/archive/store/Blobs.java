package org.hashscape.archive.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Numbers as the little-endian bytes that the archive keeps. */
final class Blobs {

    private Blobs() {}

    static byte[] ofFloats(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** Reads exactly {@code count} floats. @throws SQLException where the blob holds another number */
    static void toFloats(byte[] blob, float[] into, int from, int count) throws SQLException {
        requireBytes(blob, 4 * count);
        ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(into, from, count);
    }

    static byte[] ofLongs(long[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }

    /** Reads {@code count} longs that begin at byte {@code at}. */
    static void toLongs(byte[] blob, int at, long[] into, int from, int count) {
        ByteBuffer.wrap(blob, at, 8 * count)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(into, from, count);
    }

    static byte[] ofShorts(short[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asShortBuffer().put(values);
        return buffer.array();
    }

    /** Reads all shorts. @throws SQLException where they are no whole number of rows of that many */
    static short[] toShorts(byte @Nullable [] blob, int row) throws SQLException {
        int bytes = blob == null ? 0 : blob.length;
        requireBytes(blob, Math.max(1, bytes / (2 * row)) * 2 * row);
        short[] values = new short[bytes / 2];
        ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
        return values;
    }

    private static void requireBytes(byte @Nullable [] blob, int bytes) throws SQLException {
        if (blob == null || blob.length != bytes) {
            throw new DamagedRowException(
                    "a stored vector or code has " + (blob == null ? 0 : blob.length) + " bytes instead of " + bytes);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
