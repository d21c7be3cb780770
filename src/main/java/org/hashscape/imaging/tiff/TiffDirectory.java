package org.hashscape.imaging.tiff;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One image of a TIFF file as its tags tell it. Immutable. */
public final class TiffDirectory {

    public static final int UNSIGNED = 1;
    public static final int SIGNED = 2;
    public static final int FLOATING = 3;

    private static final int REDUCED = 1;
    private static final int MASK = 4;

    private static final Set<Integer> NEEDED = Set.of(
            TiffTag.IMAGE_WIDTH,
            TiffTag.IMAGE_LENGTH,
            TiffTag.BITS_PER_SAMPLE,
            TiffTag.COMPRESSION,
            TiffTag.PHOTOMETRIC,
            TiffTag.FILL_ORDER,
            TiffTag.STRIP_OFFSETS,
            TiffTag.SAMPLES_PER_PIXEL,
            TiffTag.ROWS_PER_STRIP,
            TiffTag.STRIP_BYTE_COUNTS,
            TiffTag.PLANAR_CONFIGURATION,
            TiffTag.PREDICTOR,
            TiffTag.COLOR_MAP,
            TiffTag.TILE_WIDTH,
            TiffTag.TILE_LENGTH,
            TiffTag.TILE_OFFSETS,
            TiffTag.TILE_BYTE_COUNTS,
            TiffTag.SAMPLE_FORMAT);

    private static final Set<Integer> WANTED = Set.of(
            TiffTag.NEW_SUBFILE_TYPE,
            TiffTag.DATE_TIME,
            TiffTag.EXTRA_SAMPLES,
            TiffTag.MODEL_PIXEL_SCALE,
            TiffTag.MODEL_TIEPOINT,
            TiffTag.MODEL_TRANSFORMATION,
            TiffTag.GEO_KEY_DIRECTORY,
            TiffTag.GEO_DOUBLE_PARAMS,
            TiffTag.GEO_ASCII_PARAMS,
            TiffTag.GDAL_METADATA,
            TiffTag.GDAL_NODATA);

    private final Map<Integer, TiffValue> values;

    TiffDirectory(Map<Integer, TiffValue> values) {
        this.values = Map.copyOf(values);
    }

    /** Whether pixels cannot be read without this tag: nonsense in it is an error. */
    static boolean isNeeded(int tag) {
        return NEEDED.contains(tag);
    }

    static boolean isKept(int tag) {
        return NEEDED.contains(tag) || WANTED.contains(tag);
    }

    public boolean has(int tag) {
        return values.containsKey(tag);
    }

    public int count(int tag) {
        @Nullable TiffValue value = values.get(tag);
        return value == null ? 0 : value.count();
    }

    /** The first value of a tag. @throws MalformedTiffException where it is no whole number */
    public long whole(int tag, long absent) throws MalformedTiffException {
        @Nullable TiffValue value = values.get(tag);
        return value == null || value.count() == 0 ? absent : value.whole(0);
    }

    /** One value of a tag that is there. */
    long wholeAt(int tag, int index) throws MalformedTiffException {
        @Nullable TiffValue value = values.get(tag);
        if (value == null) {
            throw new MalformedTiffException("tag " + tag + " is missing");
        }
        return value.whole(index);
    }

    /** All values of a tag as numbers; empty where it is not there. */
    public double[] numbers(int tag) throws MalformedTiffException {
        @Nullable TiffValue value = values.get(tag);
        double[] numbers = new double[value == null ? 0 : value.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = value == null ? 0 : value.number(i);
        }
        return numbers;
    }

    /** A tag's text. */
    public Optional<String> text(int tag) {
        return Optional.ofNullable(values.get(tag))
                .filter(value -> value.type() == 2 || value.type() == 1 || value.type() == 7)
                .map(TiffValue::text);
    }

    /** Pixels; checked to be at least 1 by {@link TiffCheck}. */
    public int width() throws MalformedTiffException {
        return size(TiffTag.IMAGE_WIDTH, "width");
    }

    public int height() throws MalformedTiffException {
        return size(TiffTag.IMAGE_LENGTH, "height");
    }

    private int size(int tag, String name) throws MalformedTiffException {
        long size = whole(tag, -1);
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new MalformedTiffException(size < 0 ? "its " + name + " is missing" : "its " + name + " is " + size);
        }
        return (int) size;
    }

    public int samples() throws MalformedTiffException {
        long samples = whole(TiffTag.SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > 0xffff) {
            throw new MalformedTiffException("it says " + samples + " samples per pixel");
        }
        return (int) samples;
    }

    /** Bits of every sample. @throws MalformedTiffException where there are none, or they differ */
    public int bits() throws MalformedTiffException {
        int stated = count(TiffTag.BITS_PER_SAMPLE);
        long first = whole(TiffTag.BITS_PER_SAMPLE, 1);
        if (first < 1 || first > 64) {
            throw new MalformedTiffException("its samples have " + first + " bits");
        }
        for (int i = 1; i < Math.min(stated, samples()); i++) {
            if (wholeAt(TiffTag.BITS_PER_SAMPLE, i) != first) {
                throw new MalformedTiffException("its bands have different depths, " + first + " and "
                        + wholeAt(TiffTag.BITS_PER_SAMPLE, i) + " bits");
            }
        }
        return (int) first;
    }

    /** {@link #UNSIGNED}, {@link #SIGNED}, {@link #FLOATING}, or another number that TIFF 6.0 lists. */
    public int sampleFormat() throws MalformedTiffException {
        int format = (int) whole(TiffTag.SAMPLE_FORMAT, UNSIGNED);
        for (int i = 1; i < Math.min(count(TiffTag.SAMPLE_FORMAT), samples()); i++) {
            if (wholeAt(TiffTag.SAMPLE_FORMAT, i) != format) {
                throw new MalformedTiffException("its bands have different sample formats");
            }
        }
        return format == 4 ? UNSIGNED : format; // 4: "undefined", which TIFF 6.0 says to take as unsigned
    }

    public int compression() throws MalformedTiffException {
        return (int) whole(TiffTag.COMPRESSION, 1);
    }

    public int predictor() throws MalformedTiffException {
        return (int) whole(TiffTag.PREDICTOR, 1);
    }

    /** How samples become colours; -1 where it is not said. */
    public int photometric() throws MalformedTiffException {
        return (int) whole(TiffTag.PHOTOMETRIC, -1);
    }

    /** Whether each band lies in blocks of its own. */
    public boolean isPlanar() throws MalformedTiffException {
        return whole(TiffTag.PLANAR_CONFIGURATION, 1) == 2;
    }

    public boolean isTiled() {
        return has(TiffTag.TILE_WIDTH) || has(TiffTag.TILE_OFFSETS);
    }

    public int blockWidth() throws MalformedTiffException {
        return isTiled() ? size(TiffTag.TILE_WIDTH, "tile width") : width();
    }

    public int blockHeight() throws MalformedTiffException {
        if (isTiled()) {
            return size(TiffTag.TILE_LENGTH, "tile height");
        }
        long rows = whole(TiffTag.ROWS_PER_STRIP, height());
        if (rows < 1) {
            throw new MalformedTiffException("its strips have " + rows + " rows");
        }
        return (int) Math.min(rows, height());
    }

    /** Whether it is a smaller version of the image before it. */
    public boolean isOverview() throws MalformedTiffException {
        long kind = whole(TiffTag.NEW_SUBFILE_TYPE, 0);
        return (kind & REDUCED) != 0 && (kind & MASK) == 0;
    }

    public boolean isMask() throws MalformedTiffException {
        return (whole(TiffTag.NEW_SUBFILE_TYPE, 0) & MASK) != 0;
    }

    /** The value that stands for "nothing was measured", in GDAL's tag. */
    public OptionalDouble noData() {
        Optional<String> text = text(TiffTag.GDAL_NODATA).map(String::strip);
        if (text.isEmpty() || text.get().isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(
                    text.get().equalsIgnoreCase("nan") || text.get().equalsIgnoreCase("-nan")
                            ? Double.NaN
                            : Double.parseDouble(text.get()));
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** Colours of a palette image as 0xRRGGBB by index; empty where it has none. */
    public int[] palette() throws MalformedTiffException {
        if (photometric() != 3) {
            return new int[0];
        }
        int colours = 1 << Math.min(16, bits());
        if (count(TiffTag.COLOR_MAP) != 3 * colours) {
            throw new MalformedTiffException(
                    "its palette has " + count(TiffTag.COLOR_MAP) + " entries where " + 3 * colours + " are needed");
        }
        int[] palette = new int[colours];
        boolean wide = false;
        for (int i = 0; i < 3 * colours; i++) {
            wide |= wholeAt(TiffTag.COLOR_MAP, i) > 255;
        }
        for (int i = 0; i < colours; i++) {
            for (int channel = 0; channel < 3; channel++) {
                long level = wholeAt(TiffTag.COLOR_MAP, channel * colours + i);
                palette[i] = palette[i] << 8 | (int) (wide ? level >> 8 : level); // some writers use 0..255
            }
        }
        return palette;
    }
}
