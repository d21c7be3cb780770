package org.hashscape.retrieval.hamming;

import java.util.Arrays;

/** Which row lies at which position of a {@link CodeStore}. Safe for several readers at once. */
abstract class RowNumbers {

    /** Position p is row p. */
    static final RowNumbers SAME = new RowNumbers() {
        @Override
        int row(int position) {
            return position;
        }

        @Override
        boolean ascending() {
            return true;
        }

        @Override
        int bytesPerRow() {
            return 0;
        }
    };

    /** Position p is row {@code first + p}. */
    static RowNumbers from(int first) {
        return new RowNumbers() {
            @Override
            int row(int position) {
                return first + position;
            }

            @Override
            boolean ascending() {
                return true;
            }

            @Override
            int bytesPerRow() {
                return 0;
            }
        };
    }

    /** Any order. @param rows kept, not copied */
    static RowNumbers of(int[] rows, boolean ascending) {
        return new RowNumbers() {
            @Override
            int row(int position) {
                return rows[position];
            }

            @Override
            boolean ascending() {
                return ascending;
            }

            @Override
            int bytesPerRow() {
                return Integer.BYTES;
            }
        };
    }

    abstract int row(int position);

    /** Whether a later position is always a later row: then a tie is always won by the earlier one. */
    abstract boolean ascending();

    abstract int bytesPerRow();

    /** The positions 0 .. size - 1 in ascending order of their rows. */
    final int[] positionsByRow(int size) {
        long[] keys = new long[size];
        for (int position = 0; position < size; position++) {
            keys[position] = (long) row(position) << 32 | position;
        }
        if (!ascending()) {
            Arrays.parallelSort(keys);
        }
        int[] positions = new int[size];
        for (int i = 0; i < size; i++) {
            positions[i] = (int) keys[i];
        }
        return positions;
    }
}
