package org.hashscape.workbench;

import org.hashscape.model.BinaryCode;
import org.hashscape.workbench.filter.TileFilter;

/**
 * A question to an archive.
 *
 * @param source what is looked for
 * @param method id of a hashing method, or {@code exhaustive} / {@code exhaustive-euclidean} for search on the floats
 * @param descriptor id of a descriptor, or several joined by {@code +}
 * @param bits code length asked for; some methods have their own ({@code sign}, {@code exhaustive})
 * @param seed of the trained model
 * @param k how many results, at least 1
 * @param lookup how candidates are found
 * @param rerank whether the candidates are ordered by their descriptors instead of their codes
 * @param feedback results of this query that were marked; they refine it
 * @param filter what results must be like; the answer is that of an archive that holds nothing else
 */
public record QueryRequest(
        QuerySource source,
        String method,
        String descriptor,
        int bits,
        long seed,
        int k,
        Lookup lookup,
        boolean rerank,
        Feedback feedback,
        TileFilter filter) {

    /** How candidates are found. */
    public sealed interface Lookup {

        /** Exact ranking of all codes by Hamming distance. */
        record FullRanking() implements Lookup {}

        /**
         * Exact ranking of all codes against the query's values before they became bits; for methods that have such
         * values.
         */
        record Asymmetric() implements Lookup {}

        /** The buckets within a radius of 0..4 bits; retrieved tiles are ranked by their descriptors. */
        record Table(int radius) implements Lookup {

            public Table {
                if (radius < 0 || radius > 4) {
                    throw new IllegalArgumentException("The look-up radius is 0 to 4 bits, not " + radius);
                }
            }
        }
    }

    public QueryRequest {
        BinaryCode.wordsFor(bits);
        if (k < 1) {
            throw new IllegalArgumentException("At least 1 result must be asked for, not " + k);
        }
    }

    /** A question to the whole archive. */
    public QueryRequest(
            QuerySource source,
            String method,
            String descriptor,
            int bits,
            long seed,
            int k,
            Lookup lookup,
            boolean rerank,
            Feedback feedback) {
        this(source, method, descriptor, bits, seed, k, lookup, rerank, feedback, TileFilter.NONE);
    }

    /** A question to the whole archive without feedback. */
    public QueryRequest(
            QuerySource source,
            String method,
            String descriptor,
            int bits,
            long seed,
            int k,
            Lookup lookup,
            boolean rerank) {
        this(source, method, descriptor, bits, seed, k, lookup, rerank, Feedback.NONE);
    }

    /** The same question about something else, of which nothing was marked. */
    public QueryRequest about(QuerySource other) {
        return new QueryRequest(other, method, descriptor, bits, seed, k, lookup, rerank, Feedback.NONE, filter);
    }

    /** The same question, refined by other marks. */
    public QueryRequest with(Feedback marks) {
        return new QueryRequest(source, method, descriptor, bits, seed, k, lookup, rerank, marks, filter);
    }

    /** The same question, with results of another kind. */
    public QueryRequest among(TileFilter wanted) {
        return new QueryRequest(source, method, descriptor, bits, seed, k, lookup, rerank, feedback, wanted);
    }
}
