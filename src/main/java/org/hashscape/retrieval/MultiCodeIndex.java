package org.hashscape.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashscape.model.MultiCode;

/**
 * Exact top-k over multi-codes. Tiles that show the same primitives form a group; for each group the presence alone gives
 * the least distance that any of its tiles can have. Groups are visited by ascending least distance, and none whose
 * least distance is above that of the k-th tile found is touched: an answer is as by {@link MultiCodeDistance#between}
 * on every tile, ties by row, without looking at every code. In a group, codes lie side by side without their presence.
 *
 * <p>Memory: 4 bytes for the row and ceil(b/8) for each primitive that a tile shows, and {@value #GROUP_BYTES} per group.
 * Immutable; safe to search from several threads at once.
 */
public final class MultiCodeIndex {

    private static final int GROUP_BYTES = 64;

    private final int rows;
    private final MultiCode zeros;
    private final List<Group> groups;

    /** Tiles that show the same primitives, by ascending row. */
    private record Group(int presence, int[] rows, byte[] codes) {}

    private record Candidate(Group group, double least) {}

    private interface Sink {
        void take(int row, double distance);
    }

    /**
     * @param codes one per row
     * @param zeros the zero vector's code for every primitive
     */
    public MultiCodeIndex(List<MultiCode> codes, MultiCode zeros) {
        this.rows = codes.size();
        this.zeros = zeros;
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            requireFitting(codes.get(row));
            members.computeIfAbsent(codes.get(row).presence(), presence -> new ArrayList<>())
                    .add(row);
        }
        this.groups = new ArrayList<>();
        members.forEach((presence, own) -> groups.add(group(presence, own, codes)));
    }

    private static Group group(int presence, List<Integer> own, List<MultiCode> codes) {
        int width = codes.get(own.get(0)).codes().length;
        byte[] together = new byte[Math.multiplyExact(width, own.size())];
        for (int i = 0; i < own.size(); i++) {
            System.arraycopy(codes.get(own.get(i)).codes(), 0, together, i * width, width);
        }
        return new Group(presence, own.stream().mapToInt(row -> row).toArray(), together);
    }

    private void requireFitting(MultiCode code) {
        if (code.bits() != zeros.bits() || (code.presence() & ~zeros.presence()) != 0) {
            throw new IllegalArgumentException("These codes are of another model: " + code);
        }
    }

    public int rows() {
        return rows;
    }

    /** Different sets of primitives that tiles show. */
    public int groups() {
        return groups.size();
    }

    /** Bytes of the index, as said above. */
    public long bytes() {
        return groups.stream()
                .mapToLong(group -> GROUP_BYTES + (long) Integer.BYTES * group.rows().length + group.codes().length)
                .sum();
    }

    /**
     * The closest rows.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(MultiCode query, MultiCodeDistance distance, int k, int excludedRow) {
        return search(query, distance, k, RowSet.all(), excludedRow);
    }

    /** The closest of some rows; otherwise as above. */
    public Neighbours search(MultiCode query, MultiCodeDistance distance, int k, RowSet among, int excludedRow) {
        requireFitting(query);
        int others = among.countBelow(rows, excludedRow);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), others));
        int looked = 0;
        for (Candidate candidate : byLeast(query, distance)) {
            if (candidate.least() > closest.farthest()) {
                break;
            }
            looked += scan(query, distance, candidate, among, (row, apart) -> {
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
        MultiCode only = query.only(primitive);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), rows));
        int looked = 0;
        for (Group group : groups) {
            if ((group.presence() >>> primitive & 1) != 0) {
                looked += scan(only, MultiCodeDistance.PUBLISHED, new Candidate(group, 0), among, (row, apart) -> {
                    if (row != excludedRow) {
                        closest.offer(row, apart);
                    }
                });
            }
        }
        return closest.take(looked);
    }

    private List<Candidate> byLeast(MultiCode query, MultiCodeDistance distance) {
        List<Candidate> candidates = new ArrayList<>(groups.size());
        for (Group group : groups) {
            candidates.add(new Candidate(group, distance.leastFor(query, group.presence(), zeros)));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::least));
        return candidates;
    }

    /** Hands over every wanted row of a group; returns how many those were. */
    private static int scan(MultiCode query, MultiCodeDistance distance, Candidate candidate, RowSet among, Sink sink) {
        Group group = candidate.group();
        int bytes = MultiCode.bytesPerCode(query.bits());
        int shared = query.presence() & group.presence();
        int width = bytes * Integer.bitCount(group.presence());
        byte[] wanted = new byte[bytes * Integer.bitCount(shared)];
        int[] offsets = new int[Integer.bitCount(shared)];
        int found = 0;
        for (int rest = shared; rest != 0; rest &= rest - 1, found++) {
            int primitive = Integer.numberOfTrailingZeros(rest);
            System.arraycopy(query.codes(), query.offsetOf(primitive), wanted, found * bytes, bytes);
            offsets[found] = bytes * Integer.bitCount(group.presence() & (1 << primitive) - 1);
        }
        int taken = 0;
        for (int i = 0; i < group.rows().length; i++) {
            int row = group.rows()[i];
            if (among.contains(row)) {
                int bits = bitsApart(group.codes(), i * width, offsets, wanted, bytes);
                sink.take(row, distance.of(bits, query, group.presence(), candidate.least()));
                taken++;
            }
        }
        return taken;
    }

    private static int bitsApart(byte[] codes, int from, int[] offsets, byte[] wanted, int bytes) {
        int bits = 0;
        int to = 0;
        for (int offset : offsets) {
            int at = from + offset;
            for (int i = 0; i < bytes; i++) {
                bits += Integer.bitCount((codes[at + i] ^ wanted[to++]) & 0xff);
            }
        }
        return bits;
    }

    /** The distance to every row. */
    public double[] distances(MultiCode query, MultiCodeDistance distance) {
        requireFitting(query);
        double[] all = new double[rows];
        for (Group group : groups) {
            double least = distance.leastFor(query, group.presence(), zeros);
            scan(query, distance, new Candidate(group, least), RowSet.all(), (row, apart) -> all[row] = apart);
        }
        return all;
    }
}
