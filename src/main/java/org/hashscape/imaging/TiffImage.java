package org.hashscape.imaging;

import java.awt.image.DataBuffer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hashscape.imaging.tiff.MalformedTiffException;
import org.hashscape.imaging.tiff.TiffCheck;
import org.hashscape.imaging.tiff.TiffDirectory;
import org.hashscape.imaging.tiff.TiffFile;
import org.hashscape.model.PixelWindow;
import org.jspecify.annotations.Nullable;

/**
 * An open TIFF, GeoTIFF or BigTIFF file whose measured values can be read: any window, any bands, at full resolution or
 * from one of its overviews. Its tags are read and checked first; the library that reads its pixels is started when the
 * first are asked for. Thread-safe.
 */
final class TiffImage implements Closeable {

    /** A decoded block must fit into memory several times over. */
    private static final long MAX_BLOCK_BYTES = 128L << 20;

    private final Path file;
    private final TiffFile tags;
    private final TiffRoute route;
    private final List<Integer> levels = new ArrayList<>();
    private final int width;
    private final int height;
    private final int bands;
    private final int bits;
    private final int format;
    private final OptionalDouble noData;
    private final int[] palette;
    private @Nullable SampleSource source;

    private TiffImage(Path file, TiffFile tags) throws IOException {
        this.file = file;
        this.tags = tags;
        TiffDirectory first = tags.directories().get(0);
        TiffCheck.check(first, tags.length());
        this.route = TiffRoute.of(first);
        this.width = first.width();
        this.height = first.height();
        this.bands = first.samples();
        this.bits = first.bits();
        this.format = first.sampleFormat();
        this.noData = first.noData();
        this.palette = first.palette();
        levels.add(0);
        for (int i = 1; i < tags.directories().size(); i++) {
            if (isOverviewOf(first, tags.directories().get(i))) {
                levels.add(i);
            }
        }
        requireModestBlocks(first);
    }

    /**
     * Reads and checks the tags.
     *
     * @throws UnreadableImageException where the file contradicts itself, or nothing here reads it rightly
     */
    static TiffImage open(Path file) throws IOException {
        try {
            return new TiffImage(file, TiffFile.read(file));
        } catch (MalformedTiffException wrong) {
            throw new UnreadableImageException("Damaged TIFF: " + wrong.getMessage(), wrong);
        }
    }

    private boolean isOverviewOf(TiffDirectory full, TiffDirectory other) throws MalformedTiffException {
        if (!other.isOverview()) {
            return false;
        }
        try {
            TiffCheck.check(other, tags.length());
            return other.samples() == full.samples()
                    && other.bits() == full.bits()
                    && other.sampleFormat() == full.sampleFormat()
                    && other.compression() == full.compression()
                    && other.width() < full.width()
                    && other.height() <= full.height();
        } catch (MalformedTiffException useless) {
            return false; // the image itself may be fine
        }
    }

    private void requireModestBlocks(TiffDirectory image) throws IOException {
        if (route == TiffRoute.PICTURE || route == TiffRoute.WHOLE) {
            return; // bounded by their pixels
        }
        long bytes = (long) image.blockWidth()
                * image.blockHeight()
                * (image.isPlanar() ? 1 : bands)
                * Math.max(8, bits)
                / 8;
        if (image.compression() != 1 && bytes > MAX_BLOCK_BYTES) {
            throw new UnreadableImageException("One compressed block of it has " + (bytes >> 20)
                    + " MB; cut it into smaller ones with: gdal_translate -co TILED=YES in.tif out.tif");
        }
    }

    TiffFile tags() {
        return tags;
    }

    TiffRoute route() {
        return route;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int bands() {
        return bands;
    }

    /** Bits of a sample. */
    int bits() {
        return bits;
    }

    boolean isUnsigned() {
        return format == TiffDirectory.UNSIGNED;
    }

    /** Whether 0 is white. */
    boolean isWhiteZero() {
        try {
            return tags.directories().get(0).photometric() == 0;
        } catch (MalformedTiffException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    /** 0xRRGGBB by index; empty where it is no palette image. */
    int[] palette() {
        return palette;
    }

    /** Number of versions of the image: 1 and its overviews. */
    int levels() {
        return levels.size();
    }

    int levelWidth(int level) {
        return size(level, true);
    }

    int levelHeight(int level) {
        return size(level, false);
    }

    private int size(int level, boolean across) {
        try {
            TiffDirectory image = tags.directories().get(levels.get(level));
            return across ? image.width() : image.height();
        } catch (MalformedTiffException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    /**
     * The smallest version in which the window still has so many pixels on its longer side; 0 where no overview has.
     *
     * @param window of the full resolution
     */
    int levelFor(PixelWindow window, int side) {
        int best = 0;
        for (int level = 1; level < levels(); level++) {
            double scale = (double) levelWidth(level) / width;
            boolean enough = Math.max(window.width(), window.height()) * scale >= side;
            if (enough && levelWidth(level) < levelWidth(best)) {
                best = level;
            }
        }
        return best;
    }

    /** The part of a level that shows a window of the full resolution. */
    PixelWindow atLevel(PixelWindow window, int level) {
        if (level == 0) {
            return window;
        }
        double across = (double) levelWidth(level) / width;
        double down = (double) levelHeight(level) / height;
        int x = (int) Math.min(levelWidth(level) - 1, Math.floor(window.x() * across + 1e-6));
        int y = (int) Math.min(levelHeight(level) - 1, Math.floor(window.y() * down + 1e-6));
        int right = (int) Math.min(levelWidth(level), Math.ceil((window.x() + window.width()) * across - 1e-6));
        int bottom = (int) Math.min(levelHeight(level), Math.ceil((window.y() + window.height()) * down - 1e-6));
        return new PixelWindow(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
    }

    /**
     * Reads values.
     *
     * @param level 0 for full resolution, else the number of an overview
     * @param window inside that level
     * @param wanted bands, from 0
     * @throws UnreadableImageException where what lies there is damaged
     */
    Samples read(int level, PixelWindow window, int[] wanted) throws IOException {
        try {
            SampleSource.Part part = source().read(level, window, wanted);
            float[][] planes = new float[wanted.length][];
            for (int i = 0; i < wanted.length; i++) {
                if (part.bands()[i] >= part.raster().getNumBands()) {
                    throw new UnreadableImageException("Damaged or unsupported TIFF: band " + (wanted[i] + 1) + " of "
                            + bands + " is not there when it is decoded");
                }
                planes[i] = plane(part, window, part.bands()[i]);
                maskNoData(planes[i]);
            }
            return new Samples(window.width(), window.height(), planes);
        } catch (UnreadableImageException known) {
            throw known;
        } catch (EOFException truncated) {
            throw new UnreadableImageException("Damaged TIFF: the file ends too early", truncated);
        } catch (OutOfMemoryError full) {
            throw new IOException("Not enough memory to decode it; give Java more with -Xmx", full);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError failure) {
            throw new UnreadableImageException(
                    "Damaged or unsupported TIFF: " + ImageDecoder.reasonOf(deepest(failure)), failure);
        }
    }

    /** The libraries wrap what they met several times over. */
    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? failure : deepest;
    }

    private synchronized SampleSource source() throws IOException {
        SampleSource open = source;
        if (open == null) {
            int[] directories = levels.stream().mapToInt(i -> i).toArray();
            switch (route) {
                case SIS -> open = new SisSamples(file);
                case JPEG_WINDOWS -> open = new ImageIoSamples(file, directories, true);
                default -> open = new ImageIoSamples(file, directories, false);
            }
            source = open;
        }
        return open;
    }

    private float[] plane(SampleSource.Part part, PixelWindow window, int band) {
        int w = window.width();
        int h = window.height();
        int type = part.raster().getTransferType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            return part.raster().getSamples(part.x(), part.y(), w, h, band, new float[w * h]);
        }
        int[] raw = part.raster().getSamples(part.x(), part.y(), w, h, band, new int[w * h]);
        float[] plane = new float[raw.length];
        int unused = 32 - bits;
        for (int i = 0; i < raw.length; i++) {
            // Libraries disagree on the sign of what they deliver; the tags do not.
            plane[i] = isUnsigned() ? raw[i] << unused >>> unused & 0xffffffffL : raw[i] << unused >> unused;
        }
        return plane;
    }

    private void maskNoData(float[] plane) {
        if (noData.isEmpty() || Double.isNaN(noData.getAsDouble())) {
            return;
        }
        float nothing = (float) noData.getAsDouble();
        for (int i = 0; i < plane.length; i++) {
            if (plane[i] == nothing) {
                plane[i] = Float.NaN;
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        SampleSource open = source;
        source = null;
        if (open != null) {
            open.close();
        }
    }
}
