package org.hashscape.feature;

import java.util.List;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/** A kind of descriptor that the user can choose. */
public interface DescriptorFamily {

    /** Short id for command lines and files, as {@code sift-words}. */
    String id();

    /** What the user reads, as "SIFT words". */
    String title();

    /** How many sample rasters {@link #learn} can make use of; 0 where nothing is learned from the archive. */
    int sampleSize();

    /**
     * Learns what the extractor needs from a sample of the archive.
     *
     * @param sample up to {@link #sampleSize} rasters, in a stable order; may be empty where the size is 0
     * @param seed of every random choice
     * @throws IllegalArgumentException where the sample is too small, with what to do about it
     */
    DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress);

    /**
     * On which labelled images the family itself was trained before it came here, for the reader of an evaluation; empty
     * where on none, or on none that anybody evaluates on (as ImageNet).
     */
    default String trainedOn() {
        return "";
    }

    /**
     * Fingerprints of those images, so that an evaluation can tell whether it asks about them; empty where there are
     * none. Each is what {@code imaging.DihedralFingerprint.toBytes} gave.
     */
    default List<byte[]> trainedFingerprints() {
        return List.of();
    }

    /**
     * The extractor that wrote these bytes.
     *
     * @throws IllegalArgumentException where they are damaged or of another kind or version
     */
    DescriptorExtractor load(byte[] learned);
}
