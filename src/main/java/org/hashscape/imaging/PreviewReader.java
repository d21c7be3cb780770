package org.hashscape.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;

/**
 * Reads previews as quickly as they can be had without taking a damaged file for a good one: every pixel is decoded, but a
 * JPEG that is small enough is its own thumbnail, and readers are used again.
 *
 * <p>Thread-safe; keeps one reader per thread, for as long as the thread lives.
 */
public final class PreviewReader {

    /** A small JPEG of more bytes is encoded again: archives hold a thumbnail of every tile. */
    private static final int MOST_BYTES = 12_288;

    /** Larger files go the way of {@link ImageDecoder}, which does not read them whole. */
    private static final long SMALL_FILE = 1 << 20;

    private final ImageDecoder decoder;
    private final ThreadLocal<ImageReader> jpegReader = ThreadLocal.withInitial(
            () -> ImageIO.getImageReadersByFormatName("jpeg").next());
    private final LongAdder readNanos = new LongAdder();
    private final LongAdder decodeNanos = new LongAdder();
    private final LongAdder thumbnailNanos = new LongAdder();

    public PreviewReader(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Reads the preview of a tile.
     *
     * @param bytes size of the files
     * @throws UnreadableImageException where it is not an image, damaged, or too large
     * @throws IOException where the file cannot be read at all
     */
    public ImagePreview read(TilePixels tile, Rendering rendering, long bytes) throws IOException {
        boolean asItIs = tile.window().isEmpty() && tile.files().size() == 1 && rendering.equals(Rendering.AUTOMATIC);
        if (asItIs && bytes > 0 && bytes <= SMALL_FILE) {
            Path file = tile.files().get(0);
            long start = System.nanoTime();
            byte[] content = Files.readAllBytes(file);
            readNanos.add(System.nanoTime() - start);
            if (isJpeg(content)) {
                return jpeg(content);
            }
        }
        long start = System.nanoTime();
        Preview preview = decoder.examine(tile, rendering, Thumbnails.SIDE);
        long decoded = System.nanoTime();
        decodeNanos.add(decoded - start);
        byte[] thumbnail = Thumbnails.encode(preview.picture());
        thumbnailNanos.add(System.nanoTime() - decoded);
        return new ImagePreview(
                preview.width(), preview.height(), preview.bands(), preview.format(), thumbnail, preview.empty());
    }

    /** Seconds that all threads together have spent on a step. */
    public double readSeconds() {
        return readNanos.sum() / 1e9;
    }

    public double decodeSeconds() {
        return decodeNanos.sum() / 1e9;
    }

    public double thumbnailSeconds() {
        return thumbnailNanos.sum() / 1e9;
    }

    private static boolean isJpeg(byte[] content) {
        return content.length > 3
                && (content[0] & 0xff) == 0xff
                && (content[1] & 0xff) == 0xd8
                && (content[2] & 0xff) == 0xff;
    }

    private ImagePreview jpeg(byte[] content) throws IOException {
        long start = System.nanoTime();
        ImageReader reader = jpegReader.get();
        DecodedImage image;
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            image = decoder.decode(reader, input, Rendering.AUTOMATIC);
        } catch (UnreadableImageException damaged) {
            jpegReader.remove(); // what a damaged file leaves behind in a reader is nobody's business
            reader.dispose();
            throw damaged;
        } finally {
            decodeNanos.add(System.nanoTime() - start);
        }
        reader.reset();
        return preview(image, content);
    }

    /** @param content of the file, if it may serve as thumbnail */
    private ImagePreview preview(DecodedImage image, byte[] content) throws IOException {
        long start = System.nanoTime();
        Raster raster = image.raster();
        boolean isThumbnail = content.length > 0
                && content.length <= MOST_BYTES
                && Math.max(raster.width(), raster.height()) <= Thumbnails.SIDE
                && JpegHeader.isPlain(content);
        byte[] thumbnail = isThumbnail ? content : Thumbnails.encode(Thumbnails.shrink(raster, Thumbnails.SIDE));
        thumbnailNanos.add(System.nanoTime() - start);
        return new ImagePreview(raster.width(), raster.height(), image.bands(), image.format(), thumbnail, 0);
    }
}
