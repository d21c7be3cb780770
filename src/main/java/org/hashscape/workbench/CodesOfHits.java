package org.hashscape.workbench;

import java.util.Arrays;
import java.util.List;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.MultiCode;
import org.hashscape.retrieval.MultiCodeDistance;
import org.hashscape.retrieval.Neighbours;

/**
 * What codes say about the hits of an answer; nothing where search is on floats.
 *
 * @param bits that were compared
 * @param distances differing bits of each hit, in their order
 * @param histogram rows that may answer at each distance 0..bits
 */
record CodesOfHits(int bits, List<Integer> distances, List<Integer> histogram) {

    static final CodesOfHits NONE = new CodesOfHits(0, List.of(), List.of());

    /** Of one code per tile. */
    static CodesOfHits of(AskedQuery query, HashedTiles hashed, BinaryCode code, Neighbours found) {
        List<Integer> distances = Arrays.stream(found.rows())
                .mapToObj(row -> code.hammingDistance(hashed.codes().code(row)))
                .toList();
        int[] histogram = hashed.search().distanceHistogram(code, query.among(), AskedQuery.NO_ROW);
        if (query.passesItself()) {
            histogram[code.hammingDistance(hashed.codes().code(query.ownRow()))]--;
        }
        return new CodesOfHits(
                code.bits(), distances, Arrays.stream(histogram).boxed().toList());
    }

    /** Of several codes per tile: distances as bits out of those that the query's codes have together. */
    static CodesOfHits of(AskedQuery query, MultiCodedTiles coded, MultiCode code, Neighbours found) {
        MultiCodeDistance distance = coded.index().distance();
        int bits = distance.bitsCompared(code);
        double scale = bits / distance.most(code);
        double[] all = coded.index().distances(code);
        List<Integer> distances = Arrays.stream(found.rows())
                .mapToObj(row -> (int) Math.round(scale * all[row]))
                .toList();
        Integer[] histogram = new Integer[bits + 1];
        Arrays.fill(histogram, 0);
        for (int row = 0; row < all.length; row++) {
            if (row != query.ownRow() && query.among().contains(row)) {
                histogram[(int) Math.round(scale * all[row])]++;
            }
        }
        return new CodesOfHits(bits, distances, List.of(histogram));
    }

    /** Of one primitive: the search went by nothing but its code. */
    static CodesOfHits ofPrimitive(MultiCode code, Neighbours found) {
        List<Integer> distances = Arrays.stream(found.distances())
                .mapToObj(apart -> (int) Math.round(apart))
                .toList();
        return new CodesOfHits(code.bits(), distances, List.of());
    }
}
