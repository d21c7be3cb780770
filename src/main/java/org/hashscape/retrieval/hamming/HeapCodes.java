package org.hashscape.retrieval.hamming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashscape.retrieval.CodeTable;

/** Codes in memory, in chunks, so that appending never copies what is there. */
final class HeapCodes extends CodeStore {

    /** Chunks of 2^14 codes: 128 KiB at 64 bits, long enough for a processor to read ahead in. */
    private static final int CHUNK_SHIFT = 14;

    /** A chunk that is appended to begins with this many and doubles. */
    private static final int FIRST_ROWS = 64;

    private final int shift;
    private final List<long[]> growing = new ArrayList<>();
    /** The same chunks as an array, for quick reading. */
    private volatile long[][] chunks = new long[0][];

    private volatile int size;

    /** An empty store. */
    HeapCodes(int bits) {
        super(bits);
        this.shift = CHUNK_SHIFT;
    }

    /** A full store without a copy: one chunk, the table's own array. Nothing can be appended to it. */
    private HeapCodes(CodeTable table) {
        super(table.bits());
        this.shift = 31;
        this.chunks = new long[][] {table.words()};
        this.size = table.rows();
    }

    static HeapCodes over(CodeTable table) {
        return new HeapCodes(table);
    }

    /** A store of {@code size} codes of zeros, to be {@link #set}. */
    static HeapCodes zeros(int bits, int size) {
        HeapCodes codes = new HeapCodes(bits);
        int chunkRows = 1 << CHUNK_SHIFT;
        long[][] chunks = new long[(int) (((long) size + chunkRows - 1) >>> CHUNK_SHIFT)][];
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            int rows = Math.min(chunkRows, size - (chunk << CHUNK_SHIFT));
            chunks[chunk] = new long[rows * codes.wordsPerCode()];
        }
        codes.chunks = chunks;
        codes.growing.addAll(Arrays.asList(chunks));
        codes.size = size;
        return codes;
    }

    /** Appends one code. One writer at a time; readers see it once it is whole. */
    void add(long[] code) {
        int at = size;
        int chunk = at >>> shift;
        int words = wordsPerCode();
        int offset = (at - (chunk << shift)) * words;
        if (chunk == growing.size()) {
            growing.add(new long[FIRST_ROWS * words]);
            chunks = growing.toArray(new long[0][]);
        }
        long[] last = growing.get(chunk);
        if (offset == last.length) {
            last = Arrays.copyOf(last, 2 * last.length);
            growing.set(chunk, last);
            chunks = growing.toArray(new long[0][]);
        }
        System.arraycopy(code, 0, last, offset, words);
        size = at + 1;
    }

    /** Writes a code over the one at a position. Not for stores that others read. */
    void set(int position, long[] source, int from) {
        int words = wordsPerCode();
        int chunk = position >>> shift;
        System.arraycopy(source, from, chunks[chunk], (position - (chunk << shift)) * words, words);
    }

    @Override
    int size() {
        return size;
    }

    @Override
    long word(int position, int word) {
        int chunk = position >>> shift;
        return chunks[chunk][(position - (chunk << shift)) * wordsPerCode() + word];
    }

    @Override
    void read(int from, int to, Run run) {
        long[][] all = chunks;
        for (int position = from; position < to; ) {
            int chunk = position >>> shift;
            int start = chunk << shift;
            int count = (int) Math.min(to, start + (1L << shift)) - position;
            run.accept(all[chunk], (position - start) * wordsPerCode(), position, count);
            position += count;
        }
    }
}
