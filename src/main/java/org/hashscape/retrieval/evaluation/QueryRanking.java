package org.hashscape.retrieval.evaluation;

/**
 * What is evaluated: for a query row the rows it finds, closest first, never itself. Rows are those of the whole data
 * set. Called from several threads at once.
 */
@FunctionalInterface
public interface QueryRanking {

    /**
     * The full ranking of the searched rows; a shorter answer (a hash table's) is scored as if irrelevant rows
     * followed.
     */
    int[] rank(int queryRow);
}
