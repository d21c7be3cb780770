package org.hashscape.hashing;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.hashscape.model.BinaryCode;

/** A trained hash function. Immutable; safe to call from several threads at once. */
public interface HashFunction {

    /** Id of the method that made it. */
    String method();

    int bits();

    /** Floats that a descriptor must have. */
    int dimension();

    /** The code of one descriptor. @throws IllegalArgumentException where its length is not {@link #dimension} */
    BinaryCode encode(float[] descriptor);

    /**
     * What becomes the code: {@link #bits} numbers in -1..1, of which those above 0 are bits that are 1. Empty where the
     * method knows no more of a bit than its value.
     */
    default Optional<float[]> realCode(float[] descriptor) {
        return Optional.empty();
    }

    /** Writes the parameters that the method's reader needs; the model format of {@code catalogue} writes the
     * frame around them. */
    void writeParameters(DataOutput out) throws IOException;
}
