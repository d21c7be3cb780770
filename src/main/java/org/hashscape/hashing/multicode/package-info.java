/**
 * Multi-code hashing (Reato, Demir and Bruzzone, <i>An unsupervised multicode hashing method for accurate and scalable
 * remote sensing image retrieval</i>, IEEE GRSL 16(2), 2019): a tile gets a code of its own for each primitive that its
 * regions show.
 *
 * <p>Start at {@link org.hashscape.hashing.multicode.MultiCodeTrainer}; {@code MultiCodeFormat} keeps what it makes:
 *
 * <pre>{@code
 * MultiCodeFunction function = MultiCodeTrainer.multicode().train(regions, 8, 1, Progress.NONE);
 * MultiCode codes = function.encode(descriptorsOfOneTile, pixelsOfEachRegion);
 * }</pre>
 *
 * <p>Knows descriptors of regions only, not how tiles are cut; how codes are compared is the business of retrieval.
 */
@NullMarked
package org.hashscape.hashing.multicode;

import org.jspecify.annotations.NullMarked;
