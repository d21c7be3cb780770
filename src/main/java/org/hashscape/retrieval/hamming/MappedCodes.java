package org.hashscape.retrieval.hamming;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;

/**
 * Codes in a file. Runs are copied to a small array before anything looks at them: a copy is quick, reads ahead, and lets
 * the same loops work on it, while a loop over the mapping itself takes two to three times as long as one over an array.
 */
final class MappedCodes extends CodeStore {

    /** One mapping holds at most 2 GiB; this many rows of the longest codes take half a GiB. */
    private static final int SLICE_SHIFT = 20;

    /** Longs copied at once: 16 KiB stay in the first cache. */
    private static final int COPIED_WORDS = 2048;

    private final int size;
    private final LongBuffer[] slices;

    MappedCodes(int bits, int size, FileChannel channel, long start) throws IOException {
        super(bits);
        this.size = size;
        this.slices = new LongBuffer[(int) (((long) size + (1 << SLICE_SHIFT) - 1) >>> SLICE_SHIFT)];
        long bytesPerCode = (long) Long.BYTES * wordsPerCode();
        for (int slice = 0; slice < slices.length; slice++) {
            long from = (long) slice << SLICE_SHIFT;
            long rows = Math.min(1L << SLICE_SHIFT, size - from);
            slices[slice] = channel.map(FileChannel.MapMode.READ_ONLY, start + from * bytesPerCode, rows * bytesPerCode)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
        }
    }

    @Override
    int size() {
        return size;
    }

    @Override
    long word(int position, int word) {
        return slices[position >>> SLICE_SHIFT].get(inSlice(position) * wordsPerCode() + word);
    }

    @Override
    void read(int from, int to, Run run) {
        int words = wordsPerCode();
        int rows = Math.max(1, COPIED_WORDS / words);
        long[] copy = new long[Math.min(rows, Math.max(0, to - from)) * words];
        for (int position = from; position < to; ) {
            int leftInSlice = (1 << SLICE_SHIFT) - inSlice(position);
            int count = Math.min(Math.min(rows, to - position), leftInSlice);
            slices[position >>> SLICE_SHIFT].get(inSlice(position) * words, copy, 0, count * words);
            run.accept(copy, 0, position, count);
            position += count;
        }
    }

    private static int inSlice(int position) {
        return position & (1 << SLICE_SHIFT) - 1;
    }
}
