package org.hashscape.feature;

import java.util.List;
import org.hashscape.model.Raster;

/**
 * Counts the words of a vocabulary in a tile: square roots of the counts, each scale of unit length, joined and of unit
 * length again. The first word of each scale stands for patches without contrast, so a flat tile has a descriptor too.
 */
final class SiftWordsExtractor implements DescriptorExtractor {

    /** One codebook per {@link SiftScale}, without the word for flat patches. */
    private final List<Codebook> vocabulary;

    SiftWordsExtractor(List<Codebook> vocabulary) {
        this.vocabulary = List.copyOf(vocabulary);
    }

    @Override
    public String id() {
        return SiftWords.ID;
    }

    @Override
    public int dimension() {
        return SiftWords.WORDS;
    }

    @Override
    public float[] describe(Raster raster) {
        List<DenseSift.Patches> scales = SiftScale.patches(raster);
        float[] descriptor = new float[dimension()];
        int at = 0;
        for (int scale = 0; scale < scales.size(); scale++) {
            float[] histogram = histogram(scales.get(scale), vocabulary.get(scale));
            System.arraycopy(histogram, 0, descriptor, at, histogram.length);
            at += histogram.length;
        }
        Normal.unitLength(descriptor);
        return descriptor;
    }

    private static float[] histogram(DenseSift.Patches patches, Codebook codebook) {
        int[] words = new int[patches.count()];
        codebook.nearest(patches.values(), 0, patches.count(), words);
        float[] histogram = new float[1 + codebook.words()];
        for (int patch = 0; patch < words.length; patch++) {
            boolean flat = patches.contrast()[patch] < SiftScale.LEAST_CONTRAST;
            histogram[flat ? 0 : 1 + words[patch]]++;
        }
        Normal.squareRoots(histogram);
        Normal.unitLength(histogram);
        return histogram;
    }

    @Override
    public byte[] toBytes() {
        return LearnedFormat.write(SiftWords.ID, SiftWords.VERSION, out -> {
            for (Codebook codebook : vocabulary) {
                for (float value : codebook.centres()) {
                    out.writeFloat(value);
                }
            }
        });
    }
}
