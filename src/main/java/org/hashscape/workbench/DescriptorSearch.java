package org.hashscape.workbench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.Reranking;

/** Ranks by descriptors: all rows, or candidates that were found by their codes. */
final class DescriptorSearch {

    /** With re-ranking, this many times k candidates are taken from the ranking by codes. */
    private static final int RERANK_FACTOR = 10;

    private final AskedQuery query;
    private final RankedAnswer ranked;

    DescriptorSearch(AskedQuery query) {
        this.query = query;
        this.ranked = new RankedAnswer(query);
    }

    QueryAnswer answer(DescriptorDistance distance) throws IOException {
        Neighbours found = nearest(distance);
        return ranked.of(found, distance, found.candidates(), CodesOfHits.NONE, Optional.empty());
    }

    /**
     * What was ranked by codes; and, where the request says so, ranked again by descriptors.
     *
     * @param most greatest distance of codes there can be
     * @param codes what codes say about the hits that are answered
     */
    QueryAnswer answer(Neighbours byCodes, double most, Function<Neighbours, CodesOfHits> codes, Optional<String> note)
            throws IOException {
        if (!query.request().rerank()) {
            return ranked.of(byCodes, most, codes.apply(byCodes), note);
        }
        Neighbours found = rerank(byCodes.rows());
        return ranked.of(found, DescriptorDistance.COSINE, byCodes.candidates(), codes.apply(found), note);
    }

    /** Of all rows that may answer. */
    Neighbours nearest(DescriptorDistance distance) {
        Neighbours found = query.tiles()
                .exhaustive(distance)
                .search(query.vector(), query.request().k(), query.among(), query.ownRow());
        query.clock().done("look up");
        return found;
    }

    /** Rows that a search by codes is to find: those that are answered, or more of them where they are ranked again. */
    int wanted() {
        int k = query.request().k();
        return query.request().rerank()
                ? (int) Math.max(1, Math.min(query.tiles().size(), (long) RERANK_FACTOR * k))
                : k;
    }

    /** By cosine distance. @param candidates in any order */
    Neighbours rerank(int[] candidates) {
        int[] ascending = candidates.clone();
        Arrays.sort(ascending);
        Neighbours found = Reranking.rank(
                query.tiles().matrix(),
                DescriptorDistance.COSINE,
                query.vector(),
                ascending,
                query.request().k());
        query.clock().done("re-rank");
        return found;
    }
}
