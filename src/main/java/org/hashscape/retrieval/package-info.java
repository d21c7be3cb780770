/**
 * Search: from a query code (or descriptor) to the closest rows of an archive, exactly.
 *
 * <p>Start with {@link org.hashscape.retrieval.HammingScan} (exact ranking), {@link
 * org.hashscape.retrieval.HashTable} (bucket look-up), {@link org.hashscape.retrieval.ExhaustiveSearch} (the float
 * ceiling) and {@link org.hashscape.retrieval.Reranking}. All speak of <em>rows</em>, 0-based positions in ascending
 * tile id, so that "ties by row" is "ties by tile id".
 *
 * <p>Each of them, {@code hamming.HammingSearch} included, searches among a {@link org.hashscape.retrieval.RowSet} as
 * exactly as among all rows: what is not in it is passed over before anything is ranked, not thrown out afterwards.
 *
 * <p>Sub-package {@code hamming} ranks millions of codes as exactly, in less time.
 *
 * <p>Knows {@code model} only: not where codes are stored, nor who made them.
 */
@NullMarked
package org.hashscape.retrieval;

import org.jspecify.annotations.NullMarked;
