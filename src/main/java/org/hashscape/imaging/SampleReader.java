package org.hashscape.imaging;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;

/**
 * Turns the picture that an {@link ImageReader} delivers into red, green and blue bytes: straight copies for the common
 * 8-bit layouts, colour conversion for palettes and other colour spaces, and a {@link Renderer} for all else.
 */
final class SampleReader {

    private SampleReader() {}

    /** Pixels and band count of a file. */
    record Pixels(Raster raster, int bands) {}

    static Pixels read(ImageReader reader) throws IOException {
        return read(reader, Rendering.AUTOMATIC);
    }

    static Pixels read(ImageReader reader, Rendering rendering) throws IOException {
        BufferedImage image = reader.read(0, parameters(reader));
        WritableRaster samples = image.getRaster();
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        int bands = indexed ? 1 : samples.getNumBands();
        boolean wide = samples.getDataBuffer().getDataType() != DataBuffer.TYPE_BYTE && !indexed && !isPackedRgb(image);
        boolean plain = !wide && isPlainBytes(image);
        Raster raster;
        if (wide || plain && !rendering.equals(Rendering.AUTOMATIC)) {
            raster = Renderer.render(new Decoded(samples, bitsOf(samples)), rendering);
        } else if (plain) {
            raster = copied(image);
        } else {
            raster = converted(image);
        }
        return new Pixels(raster, bands);
    }

    private static int bitsOf(WritableRaster samples) {
        return switch (samples.getDataBuffer().getDataType()) {
            case DataBuffer.TYPE_BYTE -> 8;
            case DataBuffer.TYPE_USHORT -> 16;
            default -> 32;
        };
    }

    /**
     * Of a JPEG in plain red, green and blue: to be written in this order into bytes that can be kept as they are. By itself
     * the reader turns every pixel round.
     */
    private static ImageReadParam parameters(ImageReader reader) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (!reader.getFormatName().equalsIgnoreCase("JPEG")) {
            return parameters;
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (types.hasNext() && types.next().getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR) {
            ImageTypeSpecifier inOrder = ImageTypeSpecifier.createInterleaved(
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    new int[] {0, 1, 2},
                    DataBuffer.TYPE_BYTE,
                    false,
                    false);
            parameters.setDestination(inOrder.createBufferedImage(reader.getWidth(0), reader.getHeight(0)));
        }
        return parameters;
    }

    private static boolean isPackedRgb(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_INT_ARGB,
                    BufferedImage.TYPE_INT_BGR,
                    BufferedImage.TYPE_USHORT_565_RGB,
                    BufferedImage.TYPE_USHORT_555_RGB -> true;
            default -> false;
        };
    }

    /** Interleaved bytes whose first bands are grey, or red, green and blue. */
    private static boolean isPlainBytes(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        WritableRaster samples = image.getRaster();
        int type = colours.getColorSpace().getType();
        return samples.getSampleModel() instanceof PixelInterleavedSampleModel
                && samples.getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getNumBanks() == 1
                && samples.getParent() == null
                && (type == ColorSpace.TYPE_RGB && samples.getNumBands() >= 3
                        || type == ColorSpace.TYPE_GRAY && !(colours instanceof IndexColorModel)
                        || samples.getNumBands() > 4);
    }

    private static Raster copied(BufferedImage image) {
        PixelInterleavedSampleModel layout =
                (PixelInterleavedSampleModel) image.getRaster().getSampleModel();
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int[] offsets = layout.getBandOffsets();
        int red = offsets[0];
        int green = offsets[offsets.length >= 3 ? 1 : 0];
        int blue = offsets[offsets.length >= 3 ? 2 : 0];
        int width = image.getWidth();
        int height = image.getHeight();
        if (Arrays.equals(offsets, new int[] {0, 1, 2})
                && layout.getPixelStride() == 3
                && layout.getScanlineStride() == 3 * width
                && bytes.length == 3 * width * height) {
            return new Raster(width, height, bytes);
        }
        byte[] rgb = new byte[3 * width * height];
        int step = layout.getPixelStride();
        int to = 0;
        for (int y = 0; y < height; y++) {
            int from = y * layout.getScanlineStride();
            for (int x = 0; x < width; x++, from += step) {
                rgb[to++] = bytes[from + red];
                rgb[to++] = bytes[from + green];
                rgb[to++] = bytes[from + blue];
            }
        }
        return new Raster(width, height, rgb);
    }

    private static Raster converted(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[3 * width * height];
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                rgb[to++] = (byte) (pixel >> 16);
                rgb[to++] = (byte) (pixel >> 8);
                rgb[to++] = (byte) pixel;
            }
        }
        return new Raster(width, height, rgb);
    }

    /** A decoded picture as a source of values. */
    private record Decoded(WritableRaster samples, int bits) implements Renderer.Source {

        @Override
        public int width() {
            return samples.getWidth();
        }

        @Override
        public int height() {
            return samples.getHeight();
        }

        @Override
        public int bands() {
            return samples.getNumBands();
        }

        @Override
        public boolean isUnsigned() {
            return true;
        }

        @Override
        public boolean isWhiteZero() {
            return false;
        }

        @Override
        public int[] palette() {
            return new int[0];
        }

        @Override
        public Samples read(int[] bands) {
            float[][] planes = new float[bands.length][];
            for (int i = 0; i < bands.length; i++) {
                planes[i] = samples.getSamples(0, 0, width(), height(), bands[i], new float[width() * height()]);
            }
            return new Samples(width(), height(), planes);
        }
    }
}
