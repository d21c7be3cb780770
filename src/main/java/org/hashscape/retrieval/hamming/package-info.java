/**
 * Exact nearest codes among many: from thousands to a hundred million on one machine.
 *
 * <p>Start with {@link org.hashscape.retrieval.hamming.HammingSearch}: it plans, and every answer is that of comparing
 * all codes and sorting by (distance, row).
 *
 * <pre>{@code
 * HammingSearch search = HammingSearch.of(codes, 2, Progress.NONE);
 * Neighbours closest = search.search(query, 20, -1);
 * }</pre>
 *
 * <p>Below it lie one {@link org.hashscape.retrieval.hamming.CodeStore store} of codes, in memory or in a mapped file, a
 * scan, {@link org.hashscape.retrieval.hamming.BallIndex balls} for codes that lie in clusters, and {@link
 * org.hashscape.retrieval.hamming.MultiIndex multi-index hashing} for short codes that do not. Knows neither where codes
 * come from nor what a tile is.
 */
@NullMarked
package org.hashscape.retrieval.hamming;

import org.jspecify.annotations.NullMarked;
