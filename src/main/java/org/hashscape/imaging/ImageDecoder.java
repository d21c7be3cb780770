package org.hashscape.imaging;

import java.io.ByteArrayInputStream;
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
import javax.imageio.stream.MemoryCacheImageInputStream;

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
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "permission denied");
        }
        try (ImageInputStream input = open(file)) {
            ImageReader reader = readerFor(input);
            try {
                return decode(reader, input);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageInputStream open(Path file) throws IOException {
        ImageInputStream input = ImageIO.createImageInputStream(file.toFile());
        if (input != null) {
            return input;
        }
        // A name that is not text in this locale: only the path itself opens it.
        try (InputStream bytes = Files.newInputStream(file)) {
            return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.readAllBytes()));
        }
    }

    private static ImageReader readerFor(ImageInputStream input) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.containsKey(formatName(reader))) {
                return reader;
            }
        }
        if (isBigTiff(input)) {
            throw new UnreadableImageException(
                    "BigTIFF is not read yet; convert it with: gdal_translate -co BIGTIFF=NO in.tif out.tif");
        }
        throw new UnreadableImageException("Not an image: the content is none of JPEG, PNG, TIFF, BMP, GIF");
    }

    /** TIFF with the version number 43 instead of 42, in either byte order. */
    private static boolean isBigTiff(ImageInputStream input) throws IOException {
        byte[] start = new byte[4];
        input.seek(0);
        int read = input.read(start);
        return read == 4
                && (start[0] == 'I' && start[1] == 'I' && start[2] == 43 && start[3] == 0
                        || start[0] == 'M' && start[1] == 'M' && start[2] == 0 && start[3] == 43);
    }

    private static String formatName(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    /** Decodes by a reader that may be used again afterwards, unless this throws. */
    DecodedImage decode(ImageReader reader, ImageInputStream input) throws IOException {
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
        } catch (OutOfMemoryError full) {
            throw new IOException("Not enough memory to decode it; give Java more with -Xmx", full);
        } catch (IOException | RuntimeException | StackOverflowError failure) {
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
        String message = failure.getMessage();
        if (message == null
                || message.isBlank()
                || message.contains("@") // an object's address
                || message.contains("cannot be cast")
                || message.startsWith("java.")) {
            return "its content contradicts itself";
        }
        return message.lines().findFirst().orElse("");
    }
}
