/**
 * Hashing by hyperplanes: {@link org.hashscape.hashing.lsh.LshTrainer} draws them at random; {@link
 * org.hashscape.hashing.lsh.HyperplaneHash} is the trained function, which other methods that end in hyperplanes share.
 *
 * <p>Knows the contracts of {@code hashing} and {@code hashing.algebra} only.
 */
@NullMarked
package org.hashscape.hashing.lsh;

import org.jspecify.annotations.NullMarked;
