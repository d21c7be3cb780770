package org.hashscape.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.hashscape.imaging.tiff.TiffFile;
import org.hashscape.model.PixelWindow;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;

/**
 * Decodes image files that nobody vouches for. The header's size is checked before a pixel is decoded, damage that the
 * decoder would paper over (a truncated JPEG comes out half grey) is an error, and large images are decoded one at a
 * time so that memory stays bounded however many threads ask.
 *
 * <p>Thread-safe.
 */
public final class ImageDecoder implements AutoCloseable {

    /** The most pixels an image may have: 6000 x 6000. Larger ones are scenes, to be cut into tiles. */
    public static final long MAX_PIXELS = 36_000_000;

    /** Endings of files that are taken for images. */
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif");

    private static final Map<String, String> FORMATS = Map.of(
            "jpeg", "JPEG", "jpg", "JPEG", "png", "PNG", "tif", "TIFF", "tiff", "TIFF", "bmp", "BMP", "gif", "GIF");

    private static final long LARGE_PIXELS = 4_000_000;

    private final Semaphore largeImages = new Semaphore(1);
    private final OpenScenes scenes = new OpenScenes();

    static {
        ImageIO.setUseCache(false); // temporary files cost more than the memory of one tile
    }

    /** Whether the file's name looks like an image that {@link #decode} may read. */
    public static boolean looksLikeImage(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            return false;
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Decodes a file as {@link Rendering#AUTOMATIC} says.
     *
     * @throws UnreadableImageException where it is not an image, damaged, or too large
     * @throws IOException where the file cannot be read at all
     */
    public DecodedImage decode(Path file) throws IOException {
        return decode(TilePixels.of(file), Rendering.AUTOMATIC);
    }

    /**
     * Decodes all pixels of a tile.
     *
     * @throws UnreadableImageException where it is not an image, damaged, or too large
     * @throws IOException where a file cannot be read at all
     */
    public DecodedImage decode(TilePixels tile, Rendering rendering) throws IOException {
        Preview whole = render(tile, rendering, Integer.MAX_VALUE);
        return new DecodedImage(whole.picture(), whole.bands(), whole.format());
    }

    /**
     * Decodes a small picture of a tile, from an overview where one is large enough.
     *
     * @param side the longest that either side of the picture may be, pixels
     * @throws UnreadableImageException where it is not an image, damaged, or too large
     * @throws IOException where a file cannot be read at all
     */
    public Preview preview(TilePixels tile, Rendering rendering, int side) throws IOException {
        return preview(tile, rendering, side, side);
    }

    /**
     * Like {@link #preview}, but decodes a whole file in full, so that damage anywhere in it is found. A window of a scene
     * is not: its overview shows what an import wants to know.
     */
    public Preview examine(TilePixels tile, Rendering rendering, int side) throws IOException {
        return preview(tile, rendering, side, tile.window().isPresent() ? side : Integer.MAX_VALUE);
    }

    private Preview preview(TilePixels tile, Rendering rendering, int side, int decodedSide) throws IOException {
        Preview large = render(tile, rendering, decodedSide);
        Raster small = Thumbnails.shrink(large.picture(), side);
        return new Preview(small, large.width(), large.height(), large.bands(), large.format(), large.empty());
    }

    /**
     * Width, height and bands of an image file by its header.
     *
     * @throws UnreadableImageException where it is not an image, or its header is damaged
     */
    public ImageSize size(Path file) throws IOException {
        requireFile(file);
        if (isTiff(file)) {
            try (TiffImage image = TiffImage.open(file)) {
                return new ImageSize(image.width(), image.height(), image.bands());
            }
        }
        try (ImageInputStream input = ImageIoSamples.open(file)) {
            ImageReader reader = readerFor(input);
            try {
                reader.setInput(input, true, true);
                return new ImageSize(reader.getWidth(0), reader.getHeight(0), 0);
            } catch (RuntimeException damaged) {
                throw new UnreadableImageException("Damaged header: " + reasonOf(damaged), damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    /** @param bands 0 where the header does not say */
    public record ImageSize(int width, int height, int bands) {}

    /** Closes the scenes that it keeps open. It can be used again. */
    @Override
    public void close() {
        scenes.close();
    }

    private Preview render(TilePixels tile, Rendering rendering, int side) throws IOException {
        for (Path file : tile.files()) {
            requireFile(file);
        }
        if (tile.window().isPresent()) {
            try (OpenScenes.Lease lease = scenes.lend(tile.files().get(0))) {
                PixelWindow window = tile.window().get();
                requireInside(window, lease.image());
                return bounded(window, () -> rendered(lease.image(), window, side, rendering));
            }
        }
        if (tile.files().size() > 1) {
            return stack(tile.files(), rendering);
        }
        Path file = tile.files().get(0);
        if (isTiff(file)) {
            try (TiffImage image = TiffImage.open(file)) {
                requireTile(image.width(), image.height());
                if (image.route() != TiffRoute.PICTURE) {
                    PixelWindow all = new PixelWindow(0, 0, image.width(), image.height());
                    return bounded(all, () -> rendered(image, all, side, rendering));
                }
            }
        }
        return picture(file, rendering);
    }

    private static void requireFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "the file is gone");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImageException("Not a regular file");
        }
        if (Files.size(file) == 0) {
            throw new UnreadableImageException("The file is empty");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "permission denied");
        }
    }

    private static boolean isTiff(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return TiffFile.isTiff(input.readNBytes(4));
        }
    }

    private static void requireTile(int width, int height) throws UnreadableImageException {
        if ((long) width * height > MAX_PIXELS) {
            throw new UnreadableImageException(width + "x" + height + " pixels are more than a tile may have ("
                    + MAX_PIXELS / 1_000_000 + " million); cut it into tiles first: import it as a scene");
        }
    }

    private static void requireInside(PixelWindow window, TiffImage scene) throws UnreadableImageException {
        requireTile(window.width(), window.height());
        boolean whole = scene.route() == TiffRoute.PICTURE || scene.route() == TiffRoute.WHOLE;
        if (scene.route() == TiffRoute.PICTURE) {
            throw new UnreadableImageException(
                    "Scenes in this colour space or compression cannot be cut; convert it with: gdal_translate -co TILED=YES -expand rgb in.tif out.tif");
        }
        if (whole) {
            requireTile(scene.width(), scene.height());
        }
        if (!window.isInside(scene.width(), scene.height())) {
            throw new UnreadableImageException("The scene has shrunk to " + scene.width() + "x" + scene.height()
                    + " pixels since it was cut; import it again");
        }
    }

    /** Work on pixels. */
    private interface Decoding {
        Preview run() throws IOException;
    }

    /** Large images one at a time. */
    private Preview bounded(PixelWindow window, Decoding decoding) throws IOException {
        boolean large = (long) window.width() * window.height() > LARGE_PIXELS;
        if (large) {
            largeImages.acquireUninterruptibly();
        }
        try {
            return decoding.run();
        } catch (OutOfMemoryError full) {
            throw noMemory(full);
        } finally {
            if (large) {
                largeImages.release();
            }
        }
    }

    private static Preview rendered(TiffImage image, PixelWindow window, int side, Rendering rendering)
            throws IOException {
        int level = image.levelFor(window, side);
        TiffBands bands = new TiffBands(image, level, image.atLevel(window, level));
        Raster raster = Renderer.render(bands, rendering);
        return new Preview(raster, window.width(), window.height(), image.bands(), "TIFF", bands.emptyShare());
    }

    private Preview stack(List<Path> files, Rendering rendering) throws IOException {
        List<TiffImage> images = new ArrayList<>();
        try {
            for (Path file : files) {
                if (!isTiff(file)) {
                    throw new UnreadableImageException("The band file " + file.getFileName() + " is no TIFF");
                }
                try {
                    images.add(TiffImage.open(file));
                } catch (UnreadableImageException unread) {
                    throw new UnreadableImageException(file.getFileName() + ": " + unread.getMessage(), unread);
                }
            }
            BandStack stack = new BandStack(images);
            requireTile(stack.width(), stack.height());
            PixelWindow all = new PixelWindow(0, 0, stack.width(), stack.height());
            return bounded(all, () -> {
                Raster raster = Renderer.render(stack, rendering);
                return new Preview(raster, stack.width(), stack.height(), stack.bands(), "TIFF", stack.emptyShare());
            });
        } finally {
            for (TiffImage image : images) {
                image.close();
            }
        }
    }

    private Preview picture(Path file, Rendering rendering) throws IOException {
        try (ImageInputStream input = ImageIoSamples.open(file)) {
            ImageReader reader = readerFor(input);
            try {
                DecodedImage image = decode(reader, input, rendering);
                Raster raster = image.raster();
                return new Preview(raster, raster.width(), raster.height(), image.bands(), image.format(), 0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader readerFor(ImageInputStream input) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.containsKey(formatName(reader))) {
                return reader;
            }
        }
        throw new UnreadableImageException("Not an image: the content is none of JPEG, PNG, TIFF, BMP, GIF");
    }

    private static String formatName(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    /** Decodes by a reader that may be used again afterwards, unless this throws. */
    DecodedImage decode(ImageReader reader, ImageInputStream input, Rendering rendering) throws IOException {
        String format = Optional.ofNullable(FORMATS.get(formatName(reader))).orElse("image");
        List<String> damage = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> damage.add(warning));
        boolean large = false;
        try {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            requireTile(reader.getWidth(0), reader.getHeight(0));
            large = pixels > LARGE_PIXELS;
            if (large) {
                largeImages.acquireUninterruptibly();
            }
            SampleReader.Pixels decoded = SampleReader.read(reader, rendering);
            if (damage.stream().anyMatch(ImageDecoder::meansMissingPixels)) {
                throw new UnreadableImageException("Damaged " + format + ": " + damage.get(0));
            }
            return new DecodedImage(decoded.raster(), decoded.bands(), format);
        } catch (UnreadableImageException known) {
            throw known;
        } catch (EOFException truncated) {
            throw new UnreadableImageException("Damaged " + format + ": the file ends too early", truncated);
        } catch (OutOfMemoryError full) {
            throw noMemory(full);
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            if (failure.getCause() instanceof OutOfMemoryError full) { // the PNG reader hides it
                throw noMemory(full);
            }
            throw new UnreadableImageException("Damaged or unsupported " + format + ": " + reasonOf(failure), failure);
        } finally {
            if (large) {
                largeImages.release();
            }
        }
    }

    static boolean meansMissingPixels(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("premature")
                || lower.contains("truncated")
                || lower.contains("corrupt")
                || lower.contains("end of input")
                || lower.contains("unexpected end");
    }

    static String reasonOf(Throwable failure) {
        String message = failure.getMessage();
        if (message == null
                || message.isBlank()
                || message.contains("@") // an object's address
                || message.contains("cannot be cast")
                || message.startsWith("Cannot invoke")
                || message.startsWith("Index ")
                || message.startsWith("java.")) {
            return "its content contradicts itself";
        }
        return message.lines().findFirst().orElse("");
    }

    private static IOException noMemory(OutOfMemoryError full) {
        return new IOException("Not enough memory to decode it; give Java more with -Xmx", full);
    }
}
