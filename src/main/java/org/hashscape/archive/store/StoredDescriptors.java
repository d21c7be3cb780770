package org.hashscape.archive.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;

/** The descriptors of a set in the archive file; nothing of them stays in memory. */
final class StoredDescriptors implements DescriptorRows {

    /** Rows handed over together, at least. */
    private static final int TOGETHER = 1024;

    private final ArchiveStore store;
    private final RowBlocks.Shape shape;
    private final int dimension;
    private final long[] tileIds;

    /** @param tileIds ascending */
    StoredDescriptors(ArchiveStore store, RowBlocks.Shape shape, int dimension, long[] tileIds) {
        this.store = store;
        this.shape = shape;
        this.dimension = dimension;
        this.tileIds = tileIds;
    }

    @Override
    public int rows() {
        return tileIds.length;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[] row(int row) {
        return select(new int[] {row}).values();
    }

    @Override
    public DescriptorMatrix select(int[] positions) {
        TreeMap<Long, List<Integer>> wanted = new TreeMap<>();
        for (int i = 0; i < positions.length; i++) {
            wanted.computeIfAbsent(shape.numberOf(tileIds[positions[i]]), number -> new ArrayList<>())
                    .add(i);
        }
        float[] values = new float[Math.multiplyExact(positions.length, dimension)];
        reading(() -> store.read(handle -> {
            DescriptorTable.BLOCKS.forEach(handle.getConnection(), shape, wanted.keySet(), (number, block) -> {
                ByteBuffer records = DescriptorRecords.buffer(block);
                for (int i : wanted.getOrDefault(number, List.of())) {
                    int offset = (int) (tileIds[positions[i]] - shape.tileId(number, 0));
                    int index = Arrays.binarySearch(block.offsets(), (char) offset);
                    if (index < 0) {
                        throw new IllegalStateException("The archive has changed: tile " + tileIds[positions[i]]
                                + " is not described any more. Ask again.");
                    }
                    DescriptorRecords.read(records, index, dimension, values, i * dimension);
                }
            });
            return null;
        }));
        return new DescriptorMatrix(positions.length, dimension, values);
    }

    @Override
    public void forEachBlock(BlockReader to) {
        Gathered gathered = new Gathered(to);
        reading(() -> store.read(handle -> {
            DescriptorTable.BLOCKS.forEach(handle.getConnection(), shape, gathered::add);
            return null;
        }));
        gathered.flush();
    }

    /** Rows read and not yet handed over. */
    private final class Gathered {

        private final BlockReader to;
        private final float[] values = new float[(TOGETHER + shape.ids()) * dimension];
        private int first;
        private int size;

        Gathered(BlockReader to) {
            this.to = to;
        }

        void add(long number, RowBlock block) {
            ByteBuffer records = DescriptorRecords.buffer(block);
            for (int index = 0; index < block.size(); index++) {
                int row = first + size;
                long id = shape.tileId(number, block.offsets()[index]);
                if (row < tileIds.length && tileIds[row] == id) {
                    DescriptorRecords.read(records, index, dimension, values, size++ * dimension);
                } else if (row < tileIds.length && tileIds[row] < id) {
                    throw new IllegalStateException(
                            "The archive has changed: tile " + tileIds[row] + " is not described any more. Ask again.");
                }
            }
            if (size >= TOGETHER) {
                flush();
            }
        }

        void flush() {
            if (size > 0) {
                to.read(first, new DescriptorMatrix(size, dimension, Arrays.copyOf(values, size * dimension)));
                first += size;
                size = 0;
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    private static void reading(Reading reading) {
        try {
            reading.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
