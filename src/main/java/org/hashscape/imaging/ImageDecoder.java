package org.hashscape.imaging;

import java.io.EOFException;
import java.io.IOException;
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

/**
 * Decodes image files that nobody vouches for. The header's size is checked before a pixel is decoded, damage that the
 * decoder would paper over (a truncated JPEG comes out half grey) is an error, and large images are decoded one at a
 * time so that memory stays bounded however many threads ask.
 *
 * <p>Thread-safe.
 */
public final class ImageDecoder {

    /** The most pixels an image may have: 6000 x 6000. Larger ones are scenes, to be cut into tiles. */
    public static final long MAX_PIXELS = 36_000_000;

    /** Endings of files that are taken for images. */
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif");

    private static final Map<String, String> FORMATS = Map.of(
            "jpeg", "JPEG", "jpg", "JPEG", "png", "PNG", "tif", "TIFF", "tiff", "TIFF", "bmp", "BMP", "gif", "GIF");

    private static final long LARGE_PIXELS = 4_000_000;

    private final Semaphore largeImages = new Semaphore(1);

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
     * Decodes a file. One band becomes grey, of three and more the first three become red, green and blue; samples
     * wider than 8 bits are stretched between their 2nd and 98th percentile.
     *
     * @throws UnreadableImageException where it is not an image, damaged, or too large
     * @throws IOException where the file cannot be read at all
     */
    public DecodedImage decode(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "the file is gone");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImageException("Not a regular file");
        }
        if (Files.size(file) == 0) {
            throw new UnreadableImageException("The file is empty");
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = readerFor(input);
            try {
                return decode(reader, input);
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

    private DecodedImage decode(ImageReader reader, ImageInputStream input) throws IOException {
        String format = Optional.ofNullable(FORMATS.get(formatName(reader))).orElse("image");
        List<String> damage = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> damage.add(warning));
        boolean large = false;
        try {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                throw new UnreadableImageException(reader.getWidth(0) + "x" + reader.getHeight(0)
                        + " pixels are more than a tile may have (" + MAX_PIXELS / 1_000_000
                        + " million); cut it into tiles first");
            }
            large = pixels > LARGE_PIXELS;
            if (large) {
                largeImages.acquireUninterruptibly();
            }
            SampleReader.Pixels decoded = SampleReader.read(reader);
            if (damage.stream().anyMatch(ImageDecoder::meansMissingPixels)) {
                throw new UnreadableImageException("Damaged " + format + ": " + damage.get(0));
            }
            return new DecodedImage(decoded.raster(), decoded.bands(), format);
        } catch (UnreadableImageException known) {
            throw known;
        } catch (EOFException truncated) {
            throw new UnreadableImageException("Damaged " + format + ": the file ends too early", truncated);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            throw new UnreadableImageException("Damaged or unsupported " + format + ": " + reasonOf(failure), failure);
        } finally {
            if (large) {
                largeImages.release();
            }
        }
    }

    private static boolean meansMissingPixels(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("premature")
                || lower.contains("truncated")
                || lower.contains("corrupt")
                || lower.contains("end of input")
                || lower.contains("unexpected end");
    }

    private static String reasonOf(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "not enough memory to decode it";
        }
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
