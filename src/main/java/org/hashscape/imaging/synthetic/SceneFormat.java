package org.hashscape.imaging.synthetic;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hashscape.model.Raster;

/** The file formats scenes are stored in. */
public enum SceneFormat {
    /** With georeference, uncompressed. */
    GEOTIFF("tif"),
    /** With georeference, Deflate. */
    GEOTIFF_DEFLATE("tif"),
    PNG("png"),
    /** Baseline, quality .9. */
    JPEG("jpg");

    private static final float JPEG_QUALITY = 0.9f;

    private final String ending;

    SceneFormat(String ending) {
        this.ending = ending;
    }

    /** Of file names, without the dot. */
    public String ending() {
        return ending;
    }

    /**
     * The bytes of a file of this format. Pixels survive exactly except in JPEG. The same pixels give the same bytes from
     * the same Java runtime; another may pack them differently where it brings another zlib or libjpeg.
     */
    public byte[] encode(SyntheticScene scene) throws IOException {
        return switch (this) {
            case GEOTIFF -> GeoTiff.encode(scene.raster(), scene.place(), false);
            case GEOTIFF_DEFLATE -> GeoTiff.encode(scene.raster(), scene.place(), true);
            case PNG -> written("png", scene.raster());
            case JPEG -> written("jpeg", scene.raster());
        };
    }

    private byte[] written(String format, Raster raster) throws IOException {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                int rgb = raster.sample(x, y, 0) << 16 | raster.sample(x, y, 1) << 8 | raster.sample(x, y, 2);
                image.setRGB(x, y, rgb);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (this == JPEG) {
                how.setCompressionType("JPEG");
            }
            how.setCompressionQuality(this == JPEG ? JPEG_QUALITY : 0);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
