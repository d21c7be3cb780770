package org.hashscape.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hashscape.feature.JoinedDescriptor;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;

/**
 * Descriptors that are joined when they are asked for.
 *
 * @param rowsOf for each part the row of every joined row
 */
record JoinedRows(JoinedDescriptor joined, List<DescriptorRows> parts, List<int[]> rowsOf) implements DescriptorRows {

    private static final int BLOCK = 1024;

    @Override
    public int rows() {
        return rowsOf.get(0).length;
    }

    @Override
    public int dimension() {
        return joined.dimension();
    }

    @Override
    public float[] row(int row) {
        return select(new int[] {row}).values();
    }

    @Override
    public DescriptorMatrix select(int[] positions) {
        return joined.applyAll(IntStream.range(0, parts.size())
                .mapToObj(part -> parts.get(part)
                        .select(Arrays.stream(positions)
                                .map(row -> rowsOf.get(part)[row])
                                .toArray()))
                .toList());
    }

    @Override
    public void forEachBlock(BlockReader reader) {
        for (int from = 0; from < rows(); from += BLOCK) {
            reader.read(
                    from,
                    select(IntStream.range(from, Math.min(from + BLOCK, rows())).toArray()));
        }
    }
}
