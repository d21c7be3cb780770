package org.hashscape.archive.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.zip.CRC32C;

/**
 * What a block keeps for some of its tile ids: records of equal length, those of ascending ids one after the other. Only
 * ids that have a record take room.
 *
 * @param offsets {@code (tile id - 1) % ids of a block}, ascending
 * @param records {@code offsets.length} records
 */
record RowBlock(char[] offsets, byte[] records) {

    static final RowBlock EMPTY = new RowBlock(new char[0], new byte[0]);

    /**
     * @param place what the checksum covers besides: whose block it is, and its number
     * @throws SQLException where the bytes are not what {@link #offsetBytes} and {@link #recordBytes} gave
     */
    static RowBlock read(byte[] offsets, byte[] records, int offsetSize, int recordSize, long... place)
            throws SQLException {
        int count = offsets.length / offsetSize;
        int length = records.length - 4;
        if (offsets.length != count * offsetSize || length != count * recordSize) {
            throw new DamagedRowException("a stored block of vectors or codes does not have its length");
        }
        int kept = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        boolean earlier = kept == checksum(offsets, records, length); // before schema 8 it did not cover the place
        if (!earlier && kept != checksum(offsets, records, length, place)) {
            throw new DamagedRowException("a stored block of vectors or codes does not match its checksum");
        }
        return new RowBlock(offsets(offsets, offsetSize), Arrays.copyOf(records, length));
    }

    static char[] offsets(byte[] bytes, int offsetSize) {
        char[] offsets = new char[bytes.length / offsetSize];
        for (int i = 0; i < offsets.length; i++) {
            int low = bytes[i * offsetSize] & 0xff;
            offsets[i] = (char) (offsetSize == 1 ? low : low | (bytes[2 * i + 1] & 0xff) << 8);
        }
        return offsets;
    }

    byte[] offsetBytes(int offsetSize) {
        byte[] bytes = new byte[offsets.length * offsetSize];
        for (int i = 0; i < offsets.length; i++) {
            bytes[i * offsetSize] = (byte) offsets[i];
            if (offsetSize == 2) {
                bytes[2 * i + 1] = (byte) (offsets[i] >> 8);
            }
        }
        return bytes;
    }

    byte[] recordBytes(int offsetSize, long... place) {
        byte[] bytes = Arrays.copyOf(records, records.length + 4);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(records.length, checksum(offsetBytes(offsetSize), bytes, records.length, place));
        return bytes;
    }

    int size() {
        return offsets.length;
    }

    /** This block with the records of another put in or in their places. */
    RowBlock with(RowBlock other, int recordSize) {
        if (size() == 0) {
            return other;
        }
        RowBlock rest = where(offset -> Arrays.binarySearch(other.offsets, (char) offset) < 0, recordSize);
        int all = rest.size() + other.size();
        char[] offsets = new char[all];
        byte[] records = new byte[all * recordSize];
        for (int at = 0, mine = 0, theirs = 0; at < all; at++) {
            boolean own = theirs == other.size() || mine < rest.size() && rest.offsets[mine] < other.offsets[theirs];
            RowBlock from = own ? rest : other;
            int index = own ? mine++ : theirs++;
            offsets[at] = from.offsets[index];
            System.arraycopy(from.records, index * recordSize, records, at * recordSize, recordSize);
        }
        return new RowBlock(offsets, records);
    }

    /** The records of those offsets that pass. */
    RowBlock where(IntPredicate passes, int recordSize) {
        char[] kept = new char[size()];
        byte[] bytes = new byte[records.length];
        int count = 0;
        for (int index = 0; index < size(); index++) {
            if (passes.test(offsets[index])) {
                kept[count] = offsets[index];
                System.arraycopy(records, index * recordSize, bytes, count * recordSize, recordSize);
                count++;
            }
        }
        return count == size()
                ? this
                : new RowBlock(Arrays.copyOf(kept, count), Arrays.copyOf(bytes, count * recordSize));
    }

    private static int checksum(byte[] offsets, byte[] records, int length, long... place) {
        CRC32C sum = new CRC32C();
        sum.update(records, 0, length);
        sum.update(offsets, 0, offsets.length);
        for (long number : place) {
            sum.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        }
        return (int) sum.getValue();
    }
}
