package org.hashscape.imaging;

import java.io.IOException;
import org.hashscape.model.PixelWindow;

/** A part of one level of a TIFF image, ready to be rendered. Remembers how much of what it read was empty. */
final class TiffBands implements Renderer.Source {

    private final TiffImage image;
    private final int level;
    private final PixelWindow window;
    private double emptyShare;

    TiffBands(TiffImage image, int level, PixelWindow window) {
        this.image = image;
        this.level = level;
        this.window = window;
    }

    @Override
    public int width() {
        return window.width();
    }

    @Override
    public int height() {
        return window.height();
    }

    @Override
    public int bands() {
        return image.bands();
    }

    @Override
    public int bits() {
        return image.bits();
    }

    @Override
    public boolean isUnsigned() {
        return image.isUnsigned();
    }

    @Override
    public boolean isWhiteZero() {
        return image.isWhiteZero();
    }

    @Override
    public int[] palette() {
        return image.palette();
    }

    @Override
    public Samples read(int[] bands) throws IOException {
        Samples samples = image.read(level, window, bands);
        emptyShare = Math.max(emptyShare, samples.emptyShare());
        return samples;
    }

    /** Share of the pixels read last that held nothing. */
    double emptyShare() {
        return emptyShare;
    }
}
