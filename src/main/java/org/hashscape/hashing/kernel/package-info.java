/**
 * Hashing by kernels: the descriptor is compared with a few hundred <em>anchors</em>, and each bit is the sign of a
 * weighted sum of those likenesses ({@link org.hashscape.hashing.kernel.KernelHash}).
 *
 * <p>{@link org.hashscape.hashing.kernel.KlshTrainer} draws the weights at random in kernel space, without labels; {@link
 * org.hashscape.hashing.kernel.KslshTrainer} learns them from labels. Knows the contracts of {@code hashing} and {@code
 * hashing.algebra} only.
 */
@NullMarked
package org.hashscape.hashing.kernel;

import org.jspecify.annotations.NullMarked;
