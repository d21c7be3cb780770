package org.hashscape.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashscape.model.MultiCode;

/**
 * Exact top-k over multi-codes. Tiles that show the same primitives form a group; for each group there is a least distance
 * that none of its tiles can be below. Groups are visited by ascending least distance, and none whose least distance is above
 * that of the k-th tile found is touched: an answer is as by {@link MultiCodeDistance#between} on every tile, ties by row,
 * without looking at every code. In a group, codes lie side by side without their presence.
 *
 * <p>Memory ({@link #bytes}): 4 bytes for the row, ceil(b/8) for each primitive that a tile shows, ceil(p/4) for the levels of p
 * primitives; where codes are read as vectors, 4 more for each primitive, and a box for each primitive of a group that is not small.
 * Immutable; safe to search from several threads at once.
 */
public final class MultiCodeIndex {

    private final int rows;
    private final MultiCodeDistance distance;
    private final List<CodeGroup> groups;

    private record Candidate(CodeGroup group, double least) {}

    /** @param codes one per row */
    public MultiCodeIndex(List<MultiCode> codes, MultiCodeDistance distance) {
        this.rows = codes.size();
        this.distance = distance;
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            requireFitting(codes.get(row));
            members.computeIfAbsent(codes.get(row).presence(), presence -> new ArrayList<>())
                    .add(row);
        }
        this.groups = new ArrayList<>();
        members.forEach((presence, own) -> groups.add(distance.completed(group(presence, own, codes))));
    }

    private static CodeGroup group(int presence, List<Integer> own, List<MultiCode> codes) {
        int width = codes.get(own.get(0)).codes().length;
        int packed = MultiCode.packedBytes(Integer.bitCount(presence));
        byte[] together = new byte[Math.multiplyExact(width, own.size())];
        byte[] levels = new byte[packed * own.size()];
        for (int i = 0; i < own.size(); i++) {
            MultiCode code = codes.get(own.get(i));
            System.arraycopy(code.codes(), 0, together, i * width, width);
            System.arraycopy(code.packedLevels(), 0, levels, i * packed, packed);
        }
        int[] rows = own.stream().mapToInt(row -> row).toArray();
        return new CodeGroup(presence, rows, together, levels, new int[0], new int[0], new int[0]);
    }

    private void requireFitting(MultiCode code) {
        if (!distance.accepts(code)) {
            throw new IllegalArgumentException("These codes are of another model: " + code);
        }
    }

    public int rows() {
        return rows;
    }

    public MultiCodeDistance distance() {
        return distance;
    }

    /** Different sets of primitives that tiles show. */
    public int groups() {
        return groups.size();
    }

    /** Its group, where there is but one. */
    CodeGroup onlyGroup() {
        if (groups.size() != 1) {
            throw new IllegalStateException(groups.size() + " groups");
        }
        return groups.get(0);
    }

    /** Bytes of the index, as said above. */
    public long bytes() {
        return groups.stream().mapToLong(CodeGroup::bytes).sum();
    }

    /**
     * The closest rows.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(MultiCode query, int k, int excludedRow) {
        return search(query, k, RowSet.all(), excludedRow);
    }

    /** The closest of some rows; otherwise as above. */
    public Neighbours search(MultiCode query, int k, RowSet among, int excludedRow) {
        requireFitting(query);
        int others = among.countBelow(rows, excludedRow);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), others));
        MultiCodeDistance.Asked asked = distance.ask(query);
        int looked = 0;
        for (Candidate candidate : byLeast(asked)) {
            if (candidate.least() > closest.farthest()) {
                break;
            }
            looked += asked.distances(candidate.group(), among, (row, apart) -> {
                if (row != excludedRow) {
                    closest.offer(row, apart);
                }
            });
        }
        return closest.take(looked);
    }

    /**
     * The closest of the rows that show one primitive, by its codes alone: 0..b differing bits.
     *
     * @param query must show it
     */
    public Neighbours searchShowing(MultiCode query, int primitive, int k, int excludedRow) {
        return searchShowing(query, primitive, k, RowSet.all(), excludedRow);
    }

    /** The closest of some of the rows that show one primitive; otherwise as above. */
    public Neighbours searchShowing(MultiCode query, int primitive, int k, RowSet among, int excludedRow) {
        requireFitting(query);
        if (!query.shows(primitive)) {
            throw new IllegalArgumentException("The query does not show primitive " + primitive);
        }
        MultiCodeDistance.Asked asked = new PublishedDistance(query).ask(query.only(primitive));
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), rows));
        int looked = 0;
        for (CodeGroup group : groups) {
            if (group.shows(primitive)) {
                looked += asked.distances(group, among, (row, apart) -> {
                    if (row != excludedRow) {
                        closest.offer(row, apart);
                    }
                });
            }
        }
        return closest.take(looked);
    }

    private List<Candidate> byLeast(MultiCodeDistance.Asked asked) {
        List<Candidate> candidates = new ArrayList<>(groups.size());
        for (CodeGroup group : groups) {
            candidates.add(new Candidate(group, asked.leastIn(group)));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::least));
        return candidates;
    }

    /** The distance to every row. */
    public double[] distances(MultiCode query) {
        requireFitting(query);
        double[] all = new double[rows];
        MultiCodeDistance.Asked asked = distance.ask(query);
        for (CodeGroup group : groups) {
            asked.distances(group, RowSet.all(), (row, apart) -> all[row] = apart);
        }
        return all;
    }
}
