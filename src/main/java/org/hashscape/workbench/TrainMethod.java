package org.hashscape.workbench;

import java.io.IOException;
import java.time.Duration;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Progress;

/** Trains a hashing method on an archive, stores the model and the code of every tile. */
public final class TrainMethod {

    /** What a run did. {@code bits} may differ from those asked for: {@code sign} has as many as the descriptor. */
    public record Report(MethodSpec spec, int bits, int trainedTiles, int encodedTiles, Duration elapsed) {}

    private final HashLibrary library;

    public TrainMethod(Archive archive) {
        this.library = new HashLibrary(archive, new DescriptorLibrary(archive));
    }

    /**
     * @param force whether an existing model of this spec is trained anew
     * @throws IllegalArgumentException where the method cannot be trained on this archive, with what to do about it
     */
    public Report run(MethodSpec spec, boolean force, Progress progress) throws IOException {
        long start = System.nanoTime();
        HashedTiles hashed = force ? library.retrain(spec, progress) : library.load(spec, progress);
        return new Report(
                spec,
                hashed.function().bits(),
                hashed.trainedTiles(),
                hashed.tiles().size(),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
