package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hashscape.model.Hit;
import org.hashscape.model.Labels;
import org.hashscape.model.Ranking;
import org.hashscape.model.Tile;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.Neighbours;

/** Makes the answer of the rows that a search found: their tiles and similarity, and how many were there to be found. */
final class RankedAnswer {

    private final AskedQuery query;

    RankedAnswer(AskedQuery query) {
        this.query = query;
    }

    /** Rows ranked by descriptor. @param candidates rows that were looked at */
    QueryAnswer of(
            Neighbours found, DescriptorDistance distance, int candidates, CodesOfHits codes, Optional<String> note)
            throws IOException {
        return answer(hits(found, distance::similarity), candidates, codes, note);
    }

    /** Rows ranked by code. @param most greatest distance there can be, which is no similarity at all */
    QueryAnswer of(Neighbours found, double most, CodesOfHits codes, Optional<String> note) throws IOException {
        return answer(hits(found, apart -> 1 - apart / most), found.candidates(), codes, note);
    }

    private List<Hit> hits(Neighbours found, DoubleUnaryOperator similarity) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            double apart = found.distances()[i];
            hits.add(new Hit(i + 1, query.tileIn(found.rows()[i]), apart, similarity.applyAsDouble(apart)));
        }
        return hits;
    }

    private QueryAnswer answer(List<Hit> hits, int candidates, CodesOfHits codes, Optional<String> note)
            throws IOException {
        List<Tile> found = new ArrayList<>();
        for (Hit hit : hits) {
            found.add(query.catalogue().tile(hit.tile()));
        }
        return new QueryAnswer(
                query.request(),
                query.tile(),
                query.labels(),
                new Ranking(hits),
                found,
                codes.distances(),
                codes.bits(),
                Math.min(candidates, findable()),
                findable(),
                query.catalogue().size() - query.tiles().size(),
                relevant(),
                codes.histogram(),
                query.clock().times(),
                noted(note));
    }

    /** Rows that the answer could hold. */
    private int findable() {
        return passing() - (query.passesItself() ? 1 : 0);
    }

    private int passing() {
        return query.among().countBelow(query.tiles().size());
    }

    /** An answer that was filtered says so. */
    private Optional<String> noted(Optional<String> note) {
        if (query.request().filter().isNone()) {
            return note;
        }
        String filtered = String.format(
                Locale.ENGLISH,
                "Filtered: %,d of %,d tiles pass",
                passing(),
                query.tiles().size());
        return Optional.of(note.map(words -> filtered + ". " + words).orElse(filtered));
    }

    /** How many of the rows that the answer could hold share a label with the query. */
    private int relevant() {
        Labels labels = query.labels();
        if (labels.isEmpty()) {
            return 0;
        }
        TileCatalogue catalogue = query.catalogue();
        boolean allDescribed = query.tiles().size() == catalogue.size();
        int own = query.ownRow() < 0 ? AskedQuery.NO_ROW : catalogue.rowOf(query.tileIn(query.ownRow()));
        if (query.among().isAll() && allDescribed) {
            boolean itself = own >= 0 && labels.sharesAnyWith(catalogue.labels(own));
            return catalogue.countLabels(labels::sharesAnyWith) - (itself ? 1 : 0);
        }
        BitSet sharing = catalogue.whereLabels(labels::sharesAnyWith);
        if (!query.among().isAll()) {
            sharing.and(query.passing().catalogued());
        }
        if (own >= 0) {
            sharing.clear(own);
        }
        if (allDescribed) {
            return sharing.cardinality();
        }
        return (int) sharing.stream()
                .filter(row -> query.tiles().rowOf(catalogue.id(row)) >= 0)
                .count();
    }
}
