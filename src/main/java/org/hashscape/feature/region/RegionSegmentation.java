package org.hashscape.feature.region;

import boofcv.abst.segmentation.ImageSuperpixels;
import boofcv.factory.segmentation.ConfigFh04;
import boofcv.factory.segmentation.ConfigSegmentMeanShift;
import boofcv.factory.segmentation.ConfigSlic;
import boofcv.factory.segmentation.ConfigWatershed;
import boofcv.factory.segmentation.FactoryImageSegmentation;
import boofcv.struct.ConnectRule;
import boofcv.struct.image.GrayS32;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.ImageType;
import boofcv.struct.image.Planar;
import org.hashscape.feature.WorkingSize;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/**
 * Ways to cut a picture into regions of one look, all BoofCV's, at the size of a thumbnail. {@link #CHOSEN} is used; the
 * others stay for the comparison in decision record 0013. A picture of fewer pixels than a region must have, or of one
 * colour, is one region (SLIC: a few).
 */
public enum RegionSegmentation {
    /** Felzenszwalb and Huttenlocher 2004: joins neighbours along weak edges; regions of any shape and size. */
    FELZENSZWALB {
        @Override
        ImageSuperpixels<Planar<GrayU8>> segmenter(int leastPixels) {
            return FactoryImageSegmentation.fh04(new ConfigFh04(EDGE_SCALE, leastPixels), TYPE);
        }
    },
    /** SLIC (Achanta et al. 2012): k-means over colour and place; compact regions of nearly one size. */
    SLIC {
        @Override
        ImageSuperpixels<Planar<GrayU8>> segmenter(int leastPixels) {
            return FactoryImageSegmentation.slic(new ConfigSlic(SUPERPIXELS, COMPACTNESS), TYPE);
        }
    },
    /** Mean shift over colour and place (Comaniciu and Meer 2002). */
    MEAN_SHIFT {
        @Override
        ImageSuperpixels<Planar<GrayU8>> segmenter(int leastPixels) {
            return FactoryImageSegmentation.meanShift(
                    new ConfigSegmentMeanShift(SHIFT_PIXELS, SHIFT_COLOUR, leastPixels, true), TYPE);
        }
    },
    /** Watershed by flooding (Vincent and Soille 1991), which takes the mean of the bands. */
    WATERSHED {
        @Override
        ImageSuperpixels<Planar<GrayU8>> segmenter(int leastPixels) {
            return FactoryImageSegmentation.watershed(new ConfigWatershed(ConnectRule.FOUR, leastPixels), TYPE);
        }
    };

    /** What the program uses. */
    public static final RegionSegmentation CHOSEN = FELZENSZWALB;

    /** No region is smaller than this part of the picture. */
    private static final int LEAST_PART = 20;

    private static final float EDGE_SCALE = 300;
    private static final int SUPERPIXELS = 16;
    private static final float COMPACTNESS = 200;
    private static final int SHIFT_PIXELS = 6;
    private static final float SHIFT_COLOUR = 25;
    private static final ImageType<Planar<GrayU8>> TYPE = ImageType.pl(3, GrayU8.class);

    abstract ImageSuperpixels<Planar<GrayU8>> segmenter(int leastPixels);

    /** The regions of any raster, on a map no larger than {@link RegionMap#LONGEST}. */
    public RegionMap of(Raster raster) {
        Raster small = WorkingSize.atMost(raster, RegionMap.LONGEST);
        int width = small.width();
        int height = small.height();
        if (width < 4 || height < 4) {
            return RegionMap.of(width, height, new int[width * height]);
        }
        Planar<GrayU8> planes = new Planar<>(GrayU8.class, width, height, 3);
        byte[] rgb = small.rgb();
        for (int band = 0; band < 3; band++) {
            byte[] plane = planes.getBand(band).data;
            for (int i = 0; i < plane.length; i++) {
                plane[i] = rgb[3 * i + band];
            }
        }
        GrayS32 marks = new GrayS32(width, height);
        segmenter(Math.max(1, width * height / LEAST_PART)).segment(planes, marks);
        return RegionMap.of(width, height, marks.data);
    }
}
