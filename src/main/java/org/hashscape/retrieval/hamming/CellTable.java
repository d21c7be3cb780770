package org.hashscape.retrieval.hamming;

import java.util.Arrays;

/**
 * The cells of a {@link BallIndex} as tables that one query is compared with at once: how far every centre is, and by the
 * triangle inequality how far the nearest code of its cell at least. All of it is done in loops that C2 turns into vector
 * instructions, in which thousands of cells take about a microsecond; a test and a jump for each cell take ten times that.
 *
 * <p>Cells are dealt out to a few rows, cell c to row {@code c % ROWS}, column {@code c / ROWS}, so that the last step, the
 * only one with a jump for each, looks at columns. A cell without codes has inner shell 1 and outer shell 0; cells that
 * only fill the last column are such. Immutable; safe for several threads at once, each with a {@link Scratch} of its own.
 */
final class CellTable {

    private static final int ROW_SHIFT = 2;
    private static final int ROWS = 1 << ROW_SHIFT;
    private static final int ROW_MASK = ROWS - 1;
    private static final int FINISHED = 1 << 29;

    private final int cells;
    private final int columns;
    private final PlaneBlock[] centres = new PlaneBlock[ROWS];
    private final int[][] inner;
    private final int[][] outer;

    /** @param inner and outer shells of each cell; not kept */
    CellTable(Centres centres, int[] inner, int[] outer) {
        this.cells = inner.length;
        this.columns = (cells + ROWS - 1) >>> ROW_SHIFT;
        this.inner = new int[ROWS][columns];
        this.outer = new int[ROWS][columns];
        int words = centres.wordsPerCode();
        for (int row = 0; row < ROWS; row++) {
            HeapCodes codes = HeapCodes.zeros(64 * words, columns);
            for (int column = 0; column < columns; column++) {
                int cell = column << ROW_SHIFT | row;
                boolean there = cell < cells;
                this.inner[row][column] = there ? inner[cell] : 1;
                this.outer[row][column] = there ? outer[cell] : 0;
                if (there) {
                    codes.set(column, centres.words(), cell * words);
                }
            }
            this.centres[row] = new PlaneBlock(words, columns);
            this.centres[row].load(codes, 0, columns);
        }
    }

    /** What one query writes to: made once, used for one query after the other. */
    final class Scratch {

        private final int[][] distances = new int[ROWS][columns];
        private final int[][] gaps = new int[ROWS][columns];
        private final int[] column = new int[columns];
        private int[] found = new int[64];

        /** Compares a query with every cell. */
        void compare(long[] query) {
            for (int row = 0; row < ROWS; row++) {
                centres[row].distancesTo(query, 0, distances[row]);
                gaps(distances[row], inner[row], outer[row], gaps[row], columns);
            }
        }

        /** From the query to the centre of a cell. */
        int distance(int cell) {
            return distances[cell & ROW_MASK][cell >>> ROW_SHIFT];
        }

        /** How far codes of a cell are away at least. */
        int gap(int cell) {
            return gaps[cell & ROW_MASK][cell >>> ROW_SHIFT];
        }

        /** Leaves a cell out of {@link #within} until the next query. */
        void finish(int cell) {
            gaps[cell & ROW_MASK][cell >>> ROW_SHIFT] = FINISHED;
        }

        /** The cell with codes whose centre is nearest, the first of equally near ones. */
        int nearest() {
            System.arraycopy(distances[0], 0, column, 0, columns);
            for (int row = 1; row < ROWS; row++) {
                keepSmaller(distances[row], column, columns);
            }
            int least = Integer.MAX_VALUE;
            int at = 0;
            for (int i = 0; i < columns; i++) {
                if (column[i] < least) {
                    least = column[i];
                    at = i;
                }
            }
            for (int cell = at << ROW_SHIFT; cell < Math.min(cells, at + 1 << ROW_SHIFT); cell++) {
                if (distance(cell) == least && hasCodes(cell)) {
                    return cell;
                }
            }
            return nearestByOne();
        }

        /** The same where the nearest centre of all has no codes. */
        private int nearestByOne() {
            int nearest = 0;
            int least = Integer.MAX_VALUE;
            for (int cell = 0; cell < cells; cell++) {
                if (distance(cell) < least && hasCodes(cell)) {
                    least = distance(cell);
                    nearest = cell;
                }
            }
            return nearest;
        }

        /**
         * Finds the cells whose codes may be within reach.
         *
         * @return the cells, ascending, ended by -1; valid until it is called again
         */
        int[] within(int reach) {
            below(gaps[0], reach + 1, column, columns);
            for (int row = 1; row < ROWS; row++) {
                alsoBelow(gaps[row], reach + 1, column, columns);
            }
            int size = 0;
            for (int i = 0; i < columns; i++) {
                if (column[i] < 0) {
                    if (size + ROWS >= found.length) {
                        found = Arrays.copyOf(found, 2 * found.length);
                    }
                    for (int row = 0; row < ROWS; row++) {
                        found[size] = i << ROW_SHIFT | row;
                        size += gaps[row][i] <= reach && inner[row][i] <= outer[row][i] ? 1 : 0;
                    }
                }
            }
            found[size] = -1;
            return found;
        }
    }

    Scratch newScratch() {
        return new Scratch();
    }

    private boolean hasCodes(int cell) {
        return inner[cell & ROW_MASK][cell >>> ROW_SHIFT] <= outer[cell & ROW_MASK][cell >>> ROW_SHIFT];
    }

    long bytes() {
        return (long) ROWS * columns * Integer.BYTES * (2L + centres[0].planes());
    }

    /** {@code max(0, distance - outer, inner - distance)}, without Math.max, which C2 of Java 17 does not vectorise here. */
    private static void gaps(int[] distances, int[] inner, int[] outer, int[] gaps, int count) {
        for (int i = 0; i < count; i++) {
            int beyond = distances[i] - outer[i];
            int before = inner[i] - distances[i];
            int less = beyond - before;
            int larger = beyond - (less & less >> 31);
            gaps[i] = larger - (larger & larger >> 31);
        }
    }

    private static void keepSmaller(int[] values, int[] least, int count) {
        for (int i = 0; i < count; i++) {
            int less = values[i] - least[i];
            least[i] += less & less >> 31;
        }
    }

    private static void below(int[] values, int limit, int[] signs, int count) {
        for (int i = 0; i < count; i++) {
            signs[i] = values[i] - limit;
        }
    }

    private static void alsoBelow(int[] values, int limit, int[] signs, int count) {
        for (int i = 0; i < count; i++) {
            signs[i] |= values[i] - limit;
        }
    }
}
