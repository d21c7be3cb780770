package org.hashscape.workbench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.archive.store.ViewTable;
import org.hashscape.feature.JoinedDescriptor;
import org.hashscape.hashing.TileViews;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.HalfFloat;

/**
 * What a network gave for the orientations of some tiles, in memory as the half floats that the archive keeps: {@code 2
 * * views * dimension} bytes per tile, for as long as a training runs.
 */
public final class StoredViews implements TileViews {

    /** Reads views of rows of an archive's descriptors; empty where no tile has any. */
    public interface Reader {

        Optional<TileViews> read(int[] rows) throws IOException;

        /** How many tiles have views, of all parts of a joined descriptor together. */
        int kept() throws IOException;
    }

    private final DescriptorMatrix descriptors;
    private final short[][] views;
    private final int count;

    private StoredViews(DescriptorMatrix descriptors, short[][] views, int count) {
        this.descriptors = descriptors;
        this.views = views;
        this.count = count;
    }

    /** @param tileIds ascending, a row of descriptors each */
    static Reader reader(ViewTable table, StoredDescriptorSet set, long[] tileIds, DescriptorRows descriptors) {
        return new Reader() {
            @Override
            public Optional<TileViews> read(int[] rows) throws IOException {
                return StoredViews.read(table, set, tileIds, descriptors, rows);
            }

            @Override
            public int kept() throws IOException {
                return table.count(set);
            }
        };
    }

    private static Optional<TileViews> read(
            ViewTable table, StoredDescriptorSet set, long[] tileIds, DescriptorRows descriptors, int[] rows)
            throws IOException {
        int[] ascending = Arrays.stream(rows).sorted().toArray();
        short[][] found = table.of(
                set, Arrays.stream(ascending).mapToLong(row -> tileIds[row]).toArray());
        short[][] views = new short[rows.length][];
        int most = 0;
        for (int i = 0; i < rows.length; i++) {
            views[i] = found[Arrays.binarySearch(ascending, rows[i])];
            most = Math.max(most, views[i].length);
        }
        int count = most / descriptors.dimension();
        return count < 2 ? Optional.empty() : Optional.of(new StoredViews(descriptors.select(rows), views, count));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void copy(int row, int view, float[] to) {
        int dimension = descriptors.dimension();
        short[] halves = views[row];
        boolean known = halves.length == count * dimension;
        for (int i = 0; i < dimension; i++) {
            to[i] = known ? HalfFloat.toFloat(halves[view * dimension + i]) : descriptors.at(row, i);
        }
    }

    /**
     * Views of a joined descriptor: the same orientation of every part, standardised, and divided by what brings the
     * tile's mean to unit length. As many as the part with the fewest has.
     *
     * @param parts one per part
     * @param descriptors one row per tile, of every part
     */
    static TileViews join(JoinedDescriptor joined, List<TileViews> parts, List<DescriptorMatrix> descriptors) {
        float[] scale = new float[descriptors.get(0).rows()];
        for (int row = 0; row < scale.length; row++) {
            int tile = row;
            float[] sum = joined.standardised(
                    descriptors.stream().map(part -> part.row(tile)).toList());
            double squares = 0;
            for (float value : sum) {
                squares += (double) value * value;
            }
            scale[row] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 1;
        }
        int count = parts.stream().mapToInt(TileViews::count).min().orElse(1);
        return new JoinedViews(joined, parts, descriptors, scale, count);
    }

    private record JoinedViews(
            JoinedDescriptor joined,
            List<TileViews> parts,
            List<DescriptorMatrix> descriptors,
            float[] scale,
            int count)
            implements TileViews {

        @Override
        public void copy(int row, int view, float[] to) {
            List<float[]> seen = descriptors.stream()
                    .map(part -> new float[part.dimension()])
                    .toList();
            for (int part = 0; part < parts.size(); part++) {
                parts.get(part).copy(row, view, seen.get(part));
            }
            float[] together = joined.standardised(seen);
            for (int i = 0; i < together.length; i++) {
                to[i] = together[i] * scale[row];
            }
        }
    }
}
