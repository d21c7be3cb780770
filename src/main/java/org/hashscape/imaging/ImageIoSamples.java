package org.hashscape.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hashscape.model.PixelWindow;

/**
 * TwelveMonkeys: for JPEG-compressed files, of which it reads windows rightly, and for those that it reads rightly only
 * as a whole. Never for several bands in planes of their own: it gives one band without a word. One thread at a time.
 */
final class ImageIoSamples implements SampleSource {

    private final ImageReader reader;
    private final ImageInputStream input;
    private final int[] directories;
    private final boolean windows;
    private final List<String> warnings = new ArrayList<>();

    /** @param directories number of the directory of every level @param windows whether parts may be read */
    ImageIoSamples(Path file, int[] directories, boolean windows) throws IOException {
        this.directories = directories;
        this.windows = windows;
        this.input = open(file);
        this.reader = new TIFFImageReaderSpi().createReaderInstance(null);
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(input, false, true);
    }

    static ImageInputStream open(Path file) throws IOException {
        ImageInputStream input = ImageIO.createImageInputStream(file.toFile());
        if (input != null) {
            return input;
        }
        // A name that is not text in this locale: only the path itself opens it.
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    @Override
    public synchronized Part read(int level, PixelWindow window, int[] bands) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (windows) {
            parameters.setSourceRegion(new Rectangle(window.x(), window.y(), window.width(), window.height()));
        }
        warnings.clear();
        Raster raster = reader.readRaster(directories[level], parameters);
        Optional<String> damage =
                warnings.stream().filter(ImageDecoder::meansMissingPixels).findFirst();
        if (damage.isPresent()) {
            throw new UnreadableImageException("Damaged TIFF: " + damage.get());
        }
        return new Part(raster, windows ? 0 : window.x(), windows ? 0 : window.y(), bands);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
