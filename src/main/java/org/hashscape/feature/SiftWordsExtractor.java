package org.hashscape.feature;

import boofcv.struct.image.GrayF32;
import org.hashscape.model.Raster;

/** Counts the words of a vocabulary in a tile. */
final class SiftWordsExtractor implements DescriptorExtractor {

    private final Codebook vocabulary;

    SiftWordsExtractor(Codebook vocabulary) {
        this.vocabulary = vocabulary;
    }

    static DenseSift.Patches patches(Raster raster) {
        FloatPlane plane = FloatPlane.luma(WorkingSize.of(raster)).half();
        GrayF32 grey = new GrayF32(plane.width(), plane.height());
        grey.data = plane.values();
        return DenseSift.describe(grey, Math.max(2, Math.max(plane.width(), plane.height()) / 32.0));
    }

    @Override
    public String id() {
        return SiftWords.ID;
    }

    /** Words, and one entry for patches without any contrast. */
    @Override
    public int dimension() {
        return vocabulary.words();
    }

    @Override
    public float[] describe(Raster raster) {
        DenseSift.Patches patches = patches(raster);
        int[] words = new int[patches.count()];
        vocabulary.nearest(patches.values(), 0, patches.count(), words);
        float[] histogram = new float[vocabulary.words()];
        for (int word : words) {
            histogram[word]++;
        }
        Normal.squareRoots(histogram);
        Normal.unitLength(histogram);
        return histogram;
    }

    @Override
    public byte[] toBytes() {
        return LearnedFormat.write(SiftWords.ID, SiftWords.VERSION, out -> {
            out.writeInt(vocabulary.words());
            out.writeInt(vocabulary.dimension());
            for (float value : vocabulary.centres()) {
                out.writeFloat(value);
            }
        });
    }
}
