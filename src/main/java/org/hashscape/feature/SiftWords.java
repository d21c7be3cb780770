package org.hashscape.feature;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/**
 * The family {@code sift-words}: a bag of visual words over dense SIFT patches, with a vocabulary of {@value #WORDS}
 * words learned by k-means on patches of a sample of the archive.
 *
 * <p>Sivic, Zisserman, "Video Google", ICCV 2003 (words); Lowe, IJCV 60 (2004) (SIFT); on UC Merced: Yang, Newsam, ACM
 * SIGSPATIAL GIS 2010. Labels play no part, so learning on the whole archive leaks none.
 *
 * <p>The content of what it learned (see {@link LearnedFormat}): the learned words of each {@link SiftScale} in turn,
 * word by word, {@link DenseSift#LENGTH} float32 each.
 */
final class SiftWords implements DescriptorFamily {

    static final String ID = "sift-words";
    static final int WORDS = 512;
    static final int VERSION = 1;

    /** Tiles of which patches are taken. */
    private static final int SAMPLE_TILES = 500;

    /** Patches of each scale that k-means sees: over 150 for each word. */
    private static final int SAMPLE_PATCHES = 30_000;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "SIFT words";
    }

    @Override
    public int sampleSize() {
        return SAMPLE_TILES;
    }

    /** Asks for every raster of the sample once, in order, so the list may load them as it goes. */
    @Override
    public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
        if (sample.isEmpty()) {
            throw new IllegalArgumentException("Learning a vocabulary needs at least one tile; import tiles first");
        }
        List<float[]> points =
                PatchSample.of(sample, SAMPLE_PATCHES, new SplittableRandom(seed), progress.part(0, 0.5));
        List<Codebook> vocabulary = new ArrayList<>();
        for (int scale = 0; scale < points.size(); scale++) {
            Progress part = progress.part(0.5 + 0.5 * scale / points.size(), 0.5 + 0.5 * (scale + 1) / points.size());
            vocabulary.add(KMeans.cluster(points.get(scale), DenseSift.LENGTH, learnedWords(scale), seed + scale, part)
                    .codebook());
        }
        progress.report(1, "Learned " + WORDS + " words");
        return new SiftWordsExtractor(vocabulary);
    }

    /** One word of each scale is for flat patches and not learned. */
    static int learnedWords(int scale) {
        return SiftScale.ALL.get(scale).words() - 1;
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(ID, VERSION, learned)) {
            List<Codebook> vocabulary = new ArrayList<>();
            for (int scale = 0; scale < SiftScale.ALL.size(); scale++) {
                float[] centres = new float[learnedWords(scale) * DenseSift.LENGTH];
                for (int i = 0; i < centres.length; i++) {
                    centres[i] = finite(in.readFloat());
                }
                vocabulary.add(new Codebook(learnedWords(scale), DenseSift.LENGTH, centres));
            }
            if (in.available() > 0) {
                throw new IllegalArgumentException("The vocabulary is damaged: it is too long");
            }
            return new SiftWordsExtractor(vocabulary);
        } catch (IOException e) {
            throw new IllegalArgumentException("The vocabulary is damaged: " + e.getMessage(), e);
        }
    }

    private static float finite(float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("The vocabulary is damaged: it holds " + value);
        }
        return value;
    }
}
