package org.hashscape.retrieval.hamming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Row numbers in a file. Each is checked when it is used, so that a damaged file cannot name a row that is not there. */
final class MappedNumbers extends RowNumbers {

    private static final int SLICE_SHIFT = 28;

    private final Path file;
    private final IntBuffer[] slices;
    private final int nextRow;
    private final boolean ascending;

    MappedNumbers(Path file, FileChannel channel, long start, int size, int nextRow, boolean ascending)
            throws IOException {
        this.file = file;
        this.nextRow = nextRow;
        this.ascending = ascending;
        this.slices = new IntBuffer[(int) (((long) size + (1 << SLICE_SHIFT) - 1) >>> SLICE_SHIFT)];
        for (int slice = 0; slice < slices.length; slice++) {
            long from = (long) slice << SLICE_SHIFT;
            long bytes = Math.min(1L << SLICE_SHIFT, size - from) * Integer.BYTES;
            slices[slice] = channel.map(FileChannel.MapMode.READ_ONLY, start + from * Integer.BYTES, bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
        }
    }

    @Override
    int row(int position) {
        int row = slices[position >>> SLICE_SHIFT].get(position & (1 << SLICE_SHIFT) - 1);
        if (row < 0 || row >= nextRow) {
            throw new UncheckedIOException(new IOException(
                    file + " is damaged: it names row " + row + " of " + nextRow + ". Delete it; it is made again."));
        }
        return row;
    }

    @Override
    boolean ascending() {
        return ascending;
    }

    @Override
    int bytesPerRow() {
        return Integer.BYTES;
    }
}
