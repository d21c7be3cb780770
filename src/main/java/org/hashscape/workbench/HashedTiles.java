package org.hashscape.workbench;

import org.hashscape.hashing.HashFunction;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HashTable;
import org.hashscape.retrieval.hamming.HammingSearch;

/**
 * A hash function and the codes it gave, in memory, with what searches them. Rows are those of {@code tiles}.
 *
 * @param trainedTiles how many tiles the function was trained on
 */
record HashedTiles(
        DescribedTiles tiles,
        HashFunction function,
        int trainedTiles,
        CodeTable codes,
        HammingSearch search,
        HashTable table) {}
