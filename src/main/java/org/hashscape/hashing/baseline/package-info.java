/**
 * What the other methods are measured against: {@link org.hashscape.hashing.baseline.SignTrainer} (the sign of every
 * descriptor entry, an accuracy ceiling for codes) and {@link org.hashscape.hashing.baseline.ItqTrainer} (iterative
 * quantisation, the cheap unsupervised method to beat).
 *
 * <p>Exhaustive search on the floats is no hash function: see {@code retrieval.ExhaustiveSearch}.
 */
@NullMarked
package org.hashscape.hashing.baseline;

import org.jspecify.annotations.NullMarked;
