package org.hashscape.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes TIFF files of every kind that the readers must tell apart, block by block, so that a scene need not fit into
 * memory. By hand from TIFF 6.0, so that no library is tested with itself.
 */
public final class TestTiff {

    /** The value of a pixel in a band. */
    public interface Values {
        double at(int x, int y, int band);
    }

    private record Field(int type, long count, byte[] bytes) {}

    private final int width;
    private final int height;
    private final int bands;
    private int bits = 8;
    private int format = 1;
    private int compression = 1;
    private int predictor = 1;
    private boolean planar;
    private int tile;
    private int rows = 16;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;
    private int photometric = 1;
    private int[] overviews = {};
    private int epsg;
    private double left;
    private double top;
    private double pixel = 10;
    private final TreeMap<Integer, String> texts = new TreeMap<>();
    private String noData = "";
    private String dateTime = "";
    private int[] palette = {};

    public TestTiff(int width, int height, int bands) {
        this.width = width;
        this.height = height;
        this.bands = bands;
    }

    /** @param format 1 unsigned, 2 signed, 3 floating */
    public TestTiff samples(int bits, int format) {
        this.bits = bits;
        this.format = format;
        return this;
    }

    /** @param compression 1 none, 8 Deflate; any other number is a lie */
    public TestTiff compressed(int compression, int predictor) {
        this.compression = compression;
        this.predictor = predictor;
        return this;
    }

    public TestTiff planar() {
        this.planar = true;
        return this;
    }

    public TestTiff tiled(int size) {
        this.tile = size;
        return this;
    }

    public TestTiff strips(int rows) {
        this.rows = rows;
        return this;
    }

    public TestTiff bigEndian() {
        this.order = ByteOrder.BIG_ENDIAN;
        return this;
    }

    public TestTiff bigTiff() {
        this.big = true;
        return this;
    }

    public TestTiff photometric(int photometric) {
        this.photometric = photometric;
        return this;
    }

    /** Smaller versions by these factors; each pixel takes the value of its upper left one. */
    public TestTiff overviews(int... factors) {
        this.overviews = factors;
        return this;
    }

    public TestTiff placed(int epsg, double left, double top, double pixel) {
        this.epsg = epsg;
        this.left = left;
        this.top = top;
        this.pixel = pixel;
        return this;
    }

    /** Any ASCII tag, as 42112 for the metadata that GDAL writes. */
    public TestTiff text(int tag, String value) {
        this.texts.put(tag, value);
        return this;
    }

    public TestTiff noData(String noData) {
        this.noData = noData;
        return this;
    }

    public TestTiff dateTime(String dateTime) {
        this.dateTime = dateTime;
        return this;
    }

    /** 256 colours as 0xRRGGBB. */
    public TestTiff palette(int... palette) {
        this.palette = palette;
        this.photometric = 3;
        return this;
    }

    public Path write(Path file, Values values) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.position(big ? 16 : 8);
            List<Long> directories = new ArrayList<>();
            List<Long> links = new ArrayList<>();
            image(channel, values, 1, directories, links);
            for (int factor : overviews) {
                int by = factor;
                image(channel, (x, y, band) -> values.at(x * by, y * by, band), factor, directories, links);
            }
            ByteBuffer head = buffer(big ? 16 : 8);
            head.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'));
            head.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'));
            head.putShort((short) (big ? 43 : 42));
            if (big) {
                head.putShort((short) 8).putShort((short) 0).putLong(directories.get(0));
            } else {
                head.putInt((int) (long) directories.get(0));
            }
            channel.write(head.flip(), 0);
            for (int i = 0; i + 1 < directories.size(); i++) {
                ByteBuffer link = buffer(big ? 8 : 4);
                if (big) {
                    link.putLong(directories.get(i + 1));
                } else {
                    link.putInt((int) (long) directories.get(i + 1));
                }
                channel.write(link.flip(), links.get(i));
            }
        }
        return file;
    }

    private void image(FileChannel channel, Values values, int factor, List<Long> directories, List<Long> links)
            throws IOException {
        int w = (width + factor - 1) / factor;
        int h = (height + factor - 1) / factor;
        int blockWidth = tile > 0 ? tile : w;
        int blockHeight = tile > 0 ? tile : Math.min(rows, h);
        List<Long> offsets = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int plane = 0; plane < (planar ? bands : 1); plane++) {
            for (int y = 0; y < h; y += blockHeight) {
                for (int x = 0; x < w; x += blockWidth) {
                    int lines = tile > 0 ? blockHeight : Math.min(blockHeight, h - y);
                    byte[] block = block(values, x, y, blockWidth, lines, w, h, plane);
                    offsets.add(channel.position());
                    sizes.add((long) block.length);
                    channel.write(ByteBuffer.wrap(block));
                    if (channel.position() % 2 != 0) {
                        channel.write(ByteBuffer.allocate(1));
                    }
                }
            }
        }
        TreeMap<Integer, Field> fields = new TreeMap<>();
        fields.put(254, longs(factor > 1 ? 1 : 0));
        fields.put(256, longs(w));
        fields.put(257, longs(h));
        int[] depth = new int[bands];
        int[] formats = new int[bands];
        java.util.Arrays.fill(depth, bits);
        java.util.Arrays.fill(formats, format);
        fields.put(258, shorts(depth));
        fields.put(259, shorts(compression));
        fields.put(262, shorts(photometric));
        fields.put(277, shorts(bands));
        fields.put(284, shorts(planar ? 2 : 1));
        fields.put(339, shorts(formats));
        int colours = photometric == 2 ? 3 : 1;
        if (bands > colours) {
            fields.put(338, shorts(new int[bands - colours]));
        }
        if (predictor > 1) {
            fields.put(317, shorts(predictor));
        }
        if (tile > 0) {
            fields.put(322, longs(tile));
            fields.put(323, longs(tile));
            fields.put(324, longs(offsets.stream().mapToLong(i -> i).toArray()));
            fields.put(325, longs(sizes.stream().mapToLong(i -> i).toArray()));
        } else {
            fields.put(273, longs(offsets.stream().mapToLong(i -> i).toArray()));
            fields.put(278, longs(blockHeight));
            fields.put(279, longs(sizes.stream().mapToLong(i -> i).toArray()));
        }
        if (palette.length > 0) {
            int[] map = new int[3 * palette.length];
            for (int i = 0; i < palette.length; i++) {
                for (int c = 0; c < 3; c++) {
                    map[c * palette.length + i] = 257 * (palette[i] >> 16 - 8 * c & 0xff);
                }
            }
            fields.put(320, shorts(map));
        }
        if (!dateTime.isEmpty()) {
            fields.put(306, ascii(dateTime));
        }
        texts.forEach((tag, text) -> fields.put(tag, ascii(text)));
        if (!noData.isEmpty()) {
            fields.put(42113, ascii(noData));
        }
        if (epsg > 0 && factor == 1) {
            boolean geographic = epsg >= 4000 && epsg < 5000;
            fields.put(33550, doubles(pixel, pixel, 0));
            fields.put(33922, doubles(0, 0, 0, left, top, 0));
            fields.put(
                    34735,
                    shorts(
                            1,
                            1,
                            0,
                            3,
                            1024,
                            0,
                            1,
                            geographic ? 2 : 1,
                            1025,
                            0,
                            1,
                            1,
                            geographic ? 2048 : 3072,
                            0,
                            1,
                            epsg));
        }
        directory(channel, fields, directories, links);
    }

    private void directory(
            FileChannel channel, TreeMap<Integer, Field> fields, List<Long> directories, List<Long> links)
            throws IOException {
        TreeMap<Integer, Long> places = new TreeMap<>();
        int inline = big ? 8 : 4;
        for (var field : fields.entrySet()) {
            if (field.getValue().bytes().length > inline) {
                places.put(field.getKey(), channel.position());
                channel.write(ByteBuffer.wrap(field.getValue().bytes()));
                if (channel.position() % 2 != 0) {
                    channel.write(ByteBuffer.allocate(1));
                }
            }
        }
        directories.add(channel.position());
        ByteBuffer table = buffer(big ? 8 + 20 * fields.size() + 8 : 2 + 12 * fields.size() + 4);
        if (big) {
            table.putLong(fields.size());
        } else {
            table.putShort((short) fields.size());
        }
        for (var field : fields.entrySet()) {
            table.putShort((short) (int) field.getKey())
                    .putShort((short) field.getValue().type());
            byte[] value = field.getValue().bytes();
            if (big) {
                table.putLong(field.getValue().count());
            } else {
                table.putInt((int) field.getValue().count());
            }
            if (value.length > inline) {
                long place = places.get(field.getKey());
                if (big) {
                    table.putLong(place);
                } else {
                    table.putInt((int) place);
                }
            } else {
                table.put(value).put(new byte[inline - value.length]);
            }
        }
        links.add(channel.position() + table.position());
        if (big) {
            table.putLong(0);
        } else {
            table.putInt(0);
        }
        channel.write(table.flip());
    }

    /** One block: its rows, differenced as the predictor says, and packed. */
    private byte[] block(Values values, int x0, int y0, int w, int h, int imageWidth, int imageHeight, int plane)
            throws IOException {
        int samples = planar ? 1 : bands;
        int bytes = Math.max(1, bits / 8); // odd depths: only the tags are meant to be read
        ByteBuffer raw = buffer(w * h * samples * bytes);
        for (int y = 0; y < h; y++) {
            byte[] row = row(values, x0, Math.min(y0 + y, imageHeight - 1), w, imageWidth, plane, samples, bytes);
            raw.put(row);
        }
        if (compression != 8) {
            return raw.array();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(1);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, fast)) {
            stream.write(raw.array());
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    private byte[] row(Values values, int x0, int y, int w, int imageWidth, int plane, int samples, int bytes) {
        ByteBuffer row = buffer(w * samples * bytes);
        long[] before = new long[samples];
        for (int x = 0; x < w; x++) {
            for (int s = 0; s < samples; s++) {
                double value = values.at(Math.min(x0 + x, imageWidth - 1), y, planar ? plane : s);
                long raw = format != 3
                        ? (long) value
                        : bits == 64 ? Double.doubleToRawLongBits(value) : Float.floatToRawIntBits((float) value);
                put(row, predictor == 2 && x > 0 ? raw - before[s] : raw, bytes);
                before[s] = raw;
            }
        }
        return predictor == 3 ? floatDifferenced(row.array(), samples, bytes) : row.array();
    }

    private static void put(ByteBuffer row, long raw, int bytes) {
        switch (bytes) {
            case 1 -> row.put((byte) raw);
            case 2 -> row.putShort((short) raw);
            case 4 -> row.putInt((int) raw);
            case 8 -> row.putLong(raw);
            default -> {
                for (int i = 0; i < bytes; i++) {
                    row.put((byte) (raw >> 8 * i));
                }
            }
        }
    }

    /** TIFF technical note 3: bytes of equal weight together, highest first, then differenced. */
    private byte[] floatDifferenced(byte[] row, int samples, int bytes) {
        int count = row.length / bytes;
        byte[] planes = new byte[row.length];
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < bytes; b++) {
                int at = order == ByteOrder.BIG_ENDIAN ? b : bytes - 1 - b;
                planes[b * count + i] = row[i * bytes + at];
            }
        }
        for (int i = planes.length - 1; i >= samples; i--) {
            planes[i] -= planes[i - samples];
        }
        return planes;
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private Field shorts(int... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return new Field(3, values.length, bytes.array());
    }

    private Field longs(long... values) {
        ByteBuffer bytes = buffer((big ? 8 : 4) * values.length);
        for (long value : values) {
            if (big) {
                bytes.putLong(value);
            } else {
                bytes.putInt((int) value);
            }
        }
        return new Field(big ? 16 : 4, values.length, bytes.array());
    }

    private Field doubles(double... values) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return new Field(12, values.length, bytes.array());
    }

    private static Field ascii(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Field(2, bytes.length, bytes);
    }
}
