/**
 * Hashing: descriptors become short binary codes whose Hamming distance stands for likeness.
 *
 * <p>Start with {@link org.hashscape.hashing.HashMethods}: it lists the trainers; a trainer makes a {@link
 * org.hashscape.hashing.HashFunction}, which encodes descriptors and is kept by {@link
 * org.hashscape.hashing.HashModelFormat}:
 *
 * <pre>{@code
 * HashFunction function = HashMethods.byId("kslsh").train(trainingSet, 32, 1, Progress.NONE);
 * BinaryCode code = function.encode(descriptor);
 * }</pre>
 *
 * <p>Knows {@code model} only: not where descriptors come from, nor how codes are searched.
 */
@NullMarked
package org.hashscape.hashing;

import org.jspecify.annotations.NullMarked;
