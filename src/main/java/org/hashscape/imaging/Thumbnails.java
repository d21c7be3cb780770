package org.hashscape.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.hashscape.model.Raster;

/** Small pictures of tiles: area-averaged, kept as JPEG in the archive file. */
public final class Thumbnails {

    /** Width and height that a thumbnail does not exceed, in pixels. Smaller tiles are not enlarged. */
    public static final int SIDE = 128;

    private static final float QUALITY = 0.85f;

    private Thumbnails() {}

    /** The raster shrunk so that neither side exceeds {@code side}; the raster itself where it is small enough. */
    public static Raster shrink(Raster raster, int side) {
        int longest = Math.max(raster.width(), raster.height());
        if (longest <= side) {
            return raster;
        }
        int width = Math.max(1, Math.round((float) raster.width() * side / longest));
        int height = Math.max(1, Math.round((float) raster.height() * side / longest));
        return AreaAverage.resize(raster, width, height);
    }

    /** JPEG bytes of a raster. */
    public static byte[] encode(Raster raster) throws IOException {
        BufferedImage image = toImage(raster);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The raster of JPEG bytes made by {@link #encode}. */
    public static Raster decode(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            return SampleReader.read(reader).raster();
        } finally {
            reader.dispose();
        }
    }

    /** A raster as an image that the JDK's writers take. */
    public static BufferedImage toImage(Raster raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[raster.width()];
        byte[] rgb = raster.rgb();
        int from = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++, from += 3) {
                row[x] = (rgb[from] & 0xff) << 16 | (rgb[from + 1] & 0xff) << 8 | rgb[from + 2] & 0xff;
            }
            image.getRaster().setDataElements(0, y, raster.width(), 1, row);
        }
        return image;
    }
}
