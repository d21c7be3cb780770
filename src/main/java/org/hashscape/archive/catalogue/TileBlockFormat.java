package org.hashscape.archive.catalogue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.hashscape.archive.catalogue.TileBlock.Columns;
import org.hashscape.archive.catalogue.TileBlock.Shape;

/**
 * A {@link TileBlock} as bytes, little-endian:
 *
 * <pre>
 * int32   format, 1
 * int32   n, the tiles
 * uint16  n offsets: id - 1 - 4096 * number of the block, ascending
 * int32   n ends of keys, then the keys: UTF-8, one after the other
 * int32   number of shapes; each: int32 width, height, bands, and the file format as text
 * uint16  n: shape of each tile
 * int32   number of label sets; each: int32 count, int32 label ids (those of table {@code label}), ascending
 * uint16  n: label set of each tile
 * int32   n days since 1970; the least int32 where a tile has no date
 * int32   number of CRS names, each as text
 * uint16  n: CRS of each tile; 65535 where it has no footprint
 * int32   n ends of rings, counted in numbers; then the rings: float64 longitude, latitude, ... in WGS84 degrees
 * int32   CRC-32C of all that comes before
 * </pre>
 *
 * Text is an int32 length and so many bytes of UTF-8. A block of a million-tile archive takes about 110 bytes a tile, 64
 * of them its footprint.
 */
public final class TileBlockFormat {

    private static final int FORMAT = 1;

    private TileBlockFormat() {}

    public static byte[] write(TileBlock block) {
        Columns columns = block.columns();
        ByteBuffer out = ByteBuffer.allocate(sizeOf(columns)).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(FORMAT).putInt(block.size());
        putChars(out, columns.offsets());
        putInts(out, columns.keyEnds());
        out.put(columns.keys());
        out.putInt(columns.shapes().size());
        for (Shape shape : columns.shapes()) {
            out.putInt(shape.width()).putInt(shape.height()).putInt(shape.bands());
            putText(out, shape.format());
        }
        putChars(out, columns.shapeOf());
        out.putInt(columns.labelSets().size());
        for (int[] set : columns.labelSets()) {
            out.putInt(set.length);
            putInts(out, set);
        }
        putChars(out, columns.labelSetOf());
        putInts(out, columns.days());
        out.putInt(columns.crsNames().size());
        columns.crsNames().forEach(name -> putText(out, name));
        putChars(out, columns.crsOf());
        putInts(out, columns.ringEnds());
        out.asDoubleBuffer().put(columns.rings());
        out.position(out.position() + 8 * columns.rings().length);
        out.putInt(checksum(out.array(), out.position()));
        return out.array();
    }

    /** @throws IllegalArgumentException where the bytes are damaged, or of a format that this version does not know */
    public static TileBlock read(long number, byte[] bytes) {
        int length = bytes.length - 4;
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (length < 8 || in.getInt(length) != checksum(bytes, length) || in.getInt() != FORMAT) {
            throw new IllegalArgumentException("Block " + number + " of the tile columns is damaged");
        }
        try {
            return new TileBlock(columns(number, in));
        } catch (BufferUnderflowException | NegativeArraySizeException odd) {
            throw new IllegalArgumentException("Block " + number + " of the tile columns is damaged", odd);
        }
    }

    private static Columns columns(long number, ByteBuffer in) {
        int size = in.getInt();
        char[] offsets = chars(in, size);
        int[] keyEnds = ints(in, size);
        byte[] keys = new byte[size == 0 ? 0 : keyEnds[size - 1]];
        in.get(keys);
        List<Shape> shapes = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            shapes.add(new Shape(in.getInt(), in.getInt(), in.getInt(), text(in)));
        }
        char[] shapeOf = chars(in, size);
        List<int[]> labelSets = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            labelSets.add(ints(in, in.getInt()));
        }
        char[] labelSetOf = chars(in, size);
        int[] days = ints(in, size);
        List<String> crsNames = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            crsNames.add(text(in));
        }
        char[] crsOf = chars(in, size);
        int[] ringEnds = ints(in, size);
        double[] rings = new double[size == 0 ? 0 : ringEnds[size - 1]];
        in.asDoubleBuffer().get(rings);
        return new Columns(
                number,
                offsets,
                keys,
                keyEnds,
                shapes,
                shapeOf,
                labelSets,
                labelSetOf,
                days,
                crsNames,
                crsOf,
                ringEnds,
                rings);
    }

    private static int sizeOf(Columns columns) {
        int texts = columns.shapes().stream()
                        .mapToInt(shape -> 12 + sizeOf(shape.format()))
                        .sum()
                + columns.crsNames().stream().mapToInt(TileBlockFormat::sizeOf).sum();
        int sets =
                columns.labelSets().stream().mapToInt(set -> 4 + 4 * set.length).sum();
        int perTile = 2 + 4 + 2 + 2 + 4 + 2 + 4;
        return 24
                + perTile * columns.offsets().length
                + columns.keys().length
                + texts
                + sets
                + 8 * columns.rings().length;
    }

    private static int sizeOf(String text) {
        return 4 + text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private static void putChars(ByteBuffer out, char[] values) {
        out.asCharBuffer().put(values);
        out.position(out.position() + 2 * values.length);
    }

    private static void putInts(ByteBuffer out, int[] values) {
        out.asIntBuffer().put(values);
        out.position(out.position() + 4 * values.length);
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }

    private static char[] chars(ByteBuffer in, int count) {
        char[] values = new char[bounded(in, count, 2)];
        in.asCharBuffer().get(values);
        in.position(in.position() + 2 * count);
        return values;
    }

    private static int[] ints(ByteBuffer in, int count) {
        int[] values = new int[bounded(in, count, 4)];
        in.asIntBuffer().get(values);
        in.position(in.position() + 4 * count);
        return values;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[bounded(in, in.getInt(), 1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int bounded(ByteBuffer in, int count, int bytesEach) {
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
