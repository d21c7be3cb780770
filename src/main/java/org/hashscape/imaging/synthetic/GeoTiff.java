package org.hashscape.imaging.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.hashscape.model.Raster;

/**
 * Writes a raster as GeoTIFF (OGC 19-008r4): baseline TIFF 6.0, 8-bit RGB, one strip, little-endian, uncompressed or Deflate
 * with horizontal differencing; pixel size, tie point and the EPSG number of the UTM zone as GeoKeys. Written by hand and
 * not by an image library because which TIFF writer ImageIO finds depends on the class path.
 */
final class GeoTiff {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;

    /** One entry of the directory; {@code value} is its little-endian content. */
    private record Field(int tag, int type, int count, byte[] value) {}

    private GeoTiff() {}

    static byte[] encode(Raster raster, GroundPlace place, boolean deflate) {
        byte[] pixels = deflate ? deflated(raster) : raster.rgb();
        List<Field> fields = new ArrayList<>();
        fields.add(longs(256, raster.width()));
        fields.add(longs(257, raster.height()));
        fields.add(shorts(258, 8, 8, 8));
        fields.add(shorts(259, deflate ? 8 : 1));
        fields.add(shorts(262, 2));
        fields.add(longs(273, 8));
        fields.add(shorts(277, 3));
        fields.add(longs(278, raster.height()));
        fields.add(longs(279, pixels.length));
        fields.add(shorts(284, 1));
        if (deflate) {
            fields.add(shorts(317, 2));
        }
        fields.add(doubles(33550, place.metresPerPixel(), place.metresPerPixel(), 0));
        fields.add(doubles(33922, 0, 0, 0, place.easting(), place.northing(), 0));
        // Version 1.1.0, four keys: projected model, pixel is area, projected CRS by number, metres.
        fields.add(shorts(34735, 1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, place.epsg(), 3076, 0, 1, 9001));
        return assemble(pixels, fields);
    }

    /** Header, pixels, values that do not fit into their entry, then the directory. */
    private static byte[] assemble(byte[] pixels, List<Field> fields) {
        int at = 8 + even(pixels.length);
        int extra = fields.stream()
                .mapToInt(f -> f.value().length > 4 ? even(f.value().length) : 0)
                .sum();
        ByteBuffer file =
                ByteBuffer.allocate(at + extra + 2 + 12 * fields.size() + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(at + extra);
        file.put(pixels);
        int directory = at + extra;
        file.putShort(directory, (short) fields.size());
        int entry = directory + 2;
        for (Field field : fields) {
            file.putShort(entry, (short) field.tag());
            file.putShort(entry + 2, (short) field.type());
            file.putInt(entry + 4, field.count());
            if (field.value().length > 4) {
                file.putInt(entry + 8, at);
                file.position(at).put(field.value());
                at += even(field.value().length);
            } else {
                file.position(entry + 8).put(field.value());
            }
            entry += 12;
        }
        return file.array();
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static byte[] deflated(Raster raster) {
        byte[] differences = raster.rgb().clone();
        int line = 3 * raster.width();
        for (int row = 0; row < raster.height(); row++) {
            for (int i = line - 1; i >= 3; i--) {
                differences[row * line + i] -= differences[row * line + i - 3];
            }
        }
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(differences);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static Field shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return new Field(tag, SHORT, values.length, bytes.array());
    }

    private static Field longs(int tag, int value) {
        return new Field(
                tag,
                LONG,
                1,
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array());
    }

    private static Field doubles(int tag, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return new Field(tag, DOUBLE, values.length, bytes.array());
    }
}
