package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * At which position of a {@link CodeStore} a row lies, for reading a few rows without the rest: {@link RowNumbers} the
 * other way round. Worked out when it is first asked, because only searches among few rows need it: 4 bytes a row from
 * then on, nothing where rows and positions are the same. Safe for several threads at once.
 */
final class RowPositions {

    private static final int NONE = -1;

    private final RowNumbers numbers;
    private final int size;
    private final AtomicReference<int @Nullable []> positions = new AtomicReference<>();

    /** @param size of the store */
    RowPositions(RowNumbers numbers, int size) {
        this.numbers = numbers;
        this.size = size;
    }

    /** One more than the largest row of the store, or more. */
    int end() {
        return numbers == RowNumbers.SAME ? size : known().length;
    }

    /** Position of a row below {@link #end}; -1 where the store does not have it. */
    int of(int row) {
        return numbers == RowNumbers.SAME ? row : known()[row];
    }

    private int[] known() {
        int[] known = positions.get();
        if (known == null) {
            known = invert();
            positions.set(known);
        }
        return known;
    }

    private int[] invert() {
        int end = 0;
        for (int position = 0; position < size; position++) {
            end = Math.max(end, numbers.row(position) + 1);
        }
        int[] inverted = new int[end];
        Arrays.fill(inverted, NONE);
        for (int position = 0; position < size; position++) {
            inverted[numbers.row(position)] = position;
        }
        return inverted;
    }
}
