/**
 * Deep hashing: fully connected layers on top of a network's features, trained so that images of one class get close
 * codes. {@link org.hashscape.hashing.deep.DeepTrainer} is our recipe (pairs), {@link
 * org.hashscape.hashing.deep.MhclnTrainer} the published one (triplets). Both train on TensorFlow, which starts with
 * the first training and not before; what they make, {@link org.hashscape.hashing.deep.HashLayers}, is plain numbers
 * and encodes without it.
 *
 * <pre>{@code
 * HashFunction function = new DeepTrainer().train(trainingSet, 32, 1, progress);
 * }</pre>
 *
 * <p>Knows the contracts of {@code hashing}, {@code hashing.algebra} and the TensorFlow runtime.
 */
@NullMarked
package org.hashscape.hashing.deep;

import org.jspecify.annotations.NullMarked;
