package org.hashscape.imaging;

import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import org.hashscape.model.PixelWindow;

/** A library that decodes one open file. */
interface SampleSource extends Closeable {

    /**
     * Decodes a part of one image of the file.
     *
     * @param level 0 for full resolution, n for the n-th overview
     * @param window inside that image
     * @param bands from 0
     * @return a raster with these bands in this order, whose upper left pixel is {@link Part#x}, {@link Part#y}
     */
    Part read(int level, PixelWindow window, int[] bands) throws IOException;

    /** Where in a raster the window begins, and which bands of it are those asked for. */
    record Part(Raster raster, int x, int y, int[] bands) {}
}
