package org.hashscape.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashscape.model.PixelWindow;

/**
 * The bands of several files as those of one image: as large as the largest of them, to which the others are enlarged by
 * repeating pixels.
 */
final class BandStack implements Renderer.Source {

    private final List<TiffImage> images;
    private final List<TiffImage> imageOfBand = new ArrayList<>();
    private final List<Integer> bandInImage = new ArrayList<>();
    private final TiffImage largest;
    private double emptyShare;

    /** @throws UnreadableImageException where one is not read by its bands */
    BandStack(List<TiffImage> images) throws UnreadableImageException {
        this.images = List.copyOf(images);
        this.largest =
                images.stream().max(Comparator.comparingInt(TiffImage::width)).orElseThrow();
        for (TiffImage image : images) {
            if (image.route() == TiffRoute.PICTURE || image.palette().length > 0) {
                throw new UnreadableImageException("A band file holds a picture, not measured values");
            }
            for (int band = 0; band < image.bands(); band++) {
                imageOfBand.add(image);
                bandInImage.add(band);
            }
        }
    }

    @Override
    public int width() {
        return largest.width();
    }

    @Override
    public int height() {
        return largest.height();
    }

    @Override
    public int bands() {
        return imageOfBand.size();
    }

    @Override
    public int bits() {
        return images.stream().mapToInt(TiffImage::bits).max().orElseThrow();
    }

    @Override
    public boolean isUnsigned() {
        return images.stream().allMatch(TiffImage::isUnsigned);
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
    public Samples read(int[] bands) throws IOException {
        float[][] planes = new float[bands.length][];
        for (int i = 0; i < bands.length; i++) {
            TiffImage image = imageOfBand.get(bands[i]);
            PixelWindow all = new PixelWindow(0, 0, image.width(), image.height());
            int[] band = {bandInImage.get(bands[i])};
            planes[i] = image.read(0, all, band).enlarged(width(), height()).planes()[0];
        }
        Samples samples = new Samples(width(), height(), planes);
        emptyShare = Math.max(emptyShare, samples.emptyShare());
        return samples;
    }

    double emptyShare() {
        return emptyShare;
    }
}
