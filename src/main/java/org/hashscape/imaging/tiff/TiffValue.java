package org.hashscape.imaging.tiff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The values of one tag.
 *
 * @param type TIFF's number of the type, 1..18
 * @param count how many there are
 * @param bytes as they lie in the file, in its byte order
 */
record TiffValue(int type, int count, ByteBuffer bytes) {

    /** One value as a number; unsigned types never negative, but for 64 bits. */
    double number(int index) throws MalformedTiffException {
        return switch (type) {
            case 11 -> bytes.getFloat(4 * index);
            case 12 -> bytes.getDouble(8 * index);
            case 5 ->
                (double) Integer.toUnsignedLong(bytes.getInt(8 * index))
                        / Integer.toUnsignedLong(bytes.getInt(8 * index + 4));
            case 10 -> (double) bytes.getInt(8 * index) / bytes.getInt(8 * index + 4);
            default -> whole(index);
        };
    }

    /** One value as a whole number. @throws MalformedTiffException where the type has none */
    long whole(int index) throws MalformedTiffException {
        if (index >= count) {
            throw new MalformedTiffException("a tag has " + count + " values where " + (index + 1) + " are needed");
        }
        return switch (type) {
            case 1, 2, 7 -> bytes.get(index) & 0xff;
            case 3 -> bytes.getShort(2 * index) & 0xffff;
            case 4, 13 -> Integer.toUnsignedLong(bytes.getInt(4 * index));
            case 6 -> bytes.get(index);
            case 8 -> bytes.getShort(2 * index);
            case 9 -> bytes.getInt(4 * index);
            case 16, 17, 18 -> bytes.getLong(8 * index);
            default ->
                throw new MalformedTiffException("a tag of the type " + type + " stands where a whole number must");
        };
    }

    /** Text up to its last character that is not a NUL. */
    String text() {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        int end = copy.length;
        while (end > 0 && copy[end - 1] == 0) {
            end--;
        }
        return new String(copy, 0, end, StandardCharsets.UTF_8);
    }
}
