package org.hashscape.feature;

import java.io.DataInputStream;
import java.io.IOException;
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
 */
final class SiftWords implements DescriptorFamily {

    static final String ID = "sift-words";
    static final int WORDS = 512;
    static final int VERSION = 1;

    /** Tiles of which patches are taken. */
    private static final int SAMPLE_TILES = 500;

    /** Patches in all that k-means sees: over 100 for each word. */
    private static final int SAMPLE_PATCHES = 60_000;

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
        float[] points =
                PatchSample.of(sample, SAMPLE_PATCHES, WORDS, new SplittableRandom(seed), progress.part(0, 0.5));
        KMeans.Clustering clustering = KMeans.cluster(points, DenseSift.LENGTH, WORDS, seed, progress.part(0.5, 1));
        progress.report(1, "Learned " + WORDS + " words");
        return new SiftWordsExtractor(new Codebook(WORDS, DenseSift.LENGTH, clustering.centres()));
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(ID, VERSION, learned)) {
            int words = in.readInt();
            int length = in.readInt();
            if (words != WORDS || length != DenseSift.LENGTH || in.available() != 4 * words * length) {
                throw new IllegalArgumentException("The vocabulary is damaged: " + words + " words of " + length);
            }
            float[] centres = new float[words * length];
            for (int i = 0; i < centres.length; i++) {
                centres[i] = in.readFloat();
                if (!Float.isFinite(centres[i])) {
                    throw new IllegalArgumentException("The vocabulary is damaged: it holds " + centres[i]);
                }
            }
            return new SiftWordsExtractor(new Codebook(words, length, centres));
        } catch (IOException e) {
            throw new IllegalArgumentException("The vocabulary is damaged: " + e.getMessage(), e);
        }
    }
}
