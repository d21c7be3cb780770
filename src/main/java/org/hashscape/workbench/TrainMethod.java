package org.hashscape.workbench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.store.DescriptorTable;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Progress;

/** Trains a hashing method on an archive, stores the model and the code of every tile. */
public final class TrainMethod {

    /** What a run did. {@code bits} may differ from those asked for: {@code sign} has as many as the descriptor,
     * and of a multi-code it is the mean over the tiles of the bits of all codes. */
    public record Report(MethodSpec spec, int bits, int trainedTiles, int encodedTiles, Duration elapsed) {}

    /**
     * What a training would have to do.
     *
     * @param tiles of the archive
     * @param labelled of them
     * @param undescribed tiles that each descriptor does not describe yet, by descriptor; those that describe all are
     *     left out
     * @param trained whether there is a model of this spec already
     */
    public record Cost(int tiles, int labelled, Map<String, Integer> undescribed, boolean trained) {}

    private final Archive archive;
    private final HashLibrary library;
    private final MultiCodeLibrary multiCodes;

    public TrainMethod(Archive archive) {
        this(archive, new DescriptorLibrary(archive));
    }

    private TrainMethod(Archive archive, DescriptorLibrary descriptors) {
        this(archive, new HashLibrary(archive, descriptors), new MultiCodeLibrary(archive, descriptors));
    }

    TrainMethod(Archive archive, HashLibrary library, MultiCodeLibrary multiCodes) {
        this.archive = archive;
        this.library = library;
        this.multiCodes = multiCodes;
    }

    /** Looks up what there is already; computes nothing. */
    public Cost cost(MethodSpec spec) throws IOException {
        TileCatalogue tiles = archive.catalogue();
        int labelled = tiles.whereLabels(labels -> !labels.isEmpty()).cardinality();
        DescriptorTable table = archive.store().descriptors();
        Map<String, Integer> undescribed = new LinkedHashMap<>();
        for (String part : DescriptorLibrary.partsOf(spec.descriptor())) {
            Optional<StoredDescriptorSet> known = table.find(part);
            int missing = known.isPresent() ? table.missing(known.get()).size() : tiles.size();
            if (missing > 0) {
                undescribed.put(part, missing);
            }
        }
        return new Cost(
                tiles.size(),
                labelled,
                undescribed,
                archive.store().models().find(modelSpec(spec)).isPresent());
    }

    /**
     * @param force whether an existing model of this spec is trained anew
     * @throws IllegalArgumentException where the method cannot be trained on this archive, with what to do about it
     */
    public Report run(MethodSpec spec, boolean force, Progress progress) throws IOException {
        long start = System.nanoTime();
        if (SearchArchive.isMultiCode(spec.method())) {
            MultiCodedTiles coded = force ? multiCodes.retrain(spec, progress) : multiCodes.load(spec, progress);
            return new Report(
                    spec,
                    (int) Math.round(coded.meanBits()),
                    coded.model().trainedTiles(),
                    coded.codes().size(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
        HashedTiles hashed = force ? library.retrain(spec, progress) : library.load(spec, progress);
        return new Report(
                spec,
                hashed.function().bits(),
                hashed.trainedTiles(),
                hashed.tiles().size(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static MethodSpec modelSpec(MethodSpec spec) {
        return SearchArchive.isMultiCode(spec.method()) ? MultiCodeLibrary.modelSpec(spec) : spec;
    }
}
