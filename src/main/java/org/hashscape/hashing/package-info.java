/**
 * Hashing: descriptors become short binary codes whose Hamming distance stands for likeness.
 *
 * <p>Start with {@code HashMethods} in the sub-package {@code catalogue}: it lists the trainers; a trainer makes a {@link
 * org.hashscape.hashing.HashFunction}, which encodes descriptors and is kept by {@code HashModelFormat}, beside it:
 *
 * <pre>{@code
 * HashFunction function = HashMethods.byId("kslsh").train(trainingSet, 32, 1, Progress.NONE);
 * BinaryCode code = function.encode(descriptor);
 * byte[] kept = HashModelFormat.write(function);
 * }</pre>
 *
 * <p>This package holds the contracts; {@code lsh}, {@code kernel} and {@code baseline} implement them, and only {@code
 * catalogue} knows those. Knows {@code model} only: not where descriptors come from, nor how codes are searched.
 */
@NullMarked
package org.hashscape.hashing;

import org.jspecify.annotations.NullMarked;
