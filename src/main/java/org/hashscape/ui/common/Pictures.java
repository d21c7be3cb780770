package org.hashscape.ui.common;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.hashscape.model.Raster;

/** Turns rasters into images that JavaFX can draw. Works on any thread. */
public final class Pictures {

    private Pictures() {}

    public static Image of(Raster raster) {
        int width = raster.width();
        int height = raster.height();
        byte[] rgb = raster.rgb();
        int[] pixels = new int[width * height];
        for (int pixel = 0, at = 0; pixel < pixels.length; pixel++, at += 3) {
            pixels[pixel] = 0xff000000 | (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
        }
        return of(width, height, pixels);
    }

    /** @param pixels premultiplied ARGB, row by row; used as they are, so they must not change */
    public static Image of(int width, int height, int[] pixels) {
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }
}
