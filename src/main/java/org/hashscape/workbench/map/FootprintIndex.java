package org.hashscape.workbench.map;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hashscape.model.Progress;

/**
 * Where the tiles of an archive lie, so that those in a part of the map are found without looking at the others.
 *
 * <p>Tiles are sorted by the size of their bounding boxes (in powers of two) and, within a size, along the Morton curve of
 * their centres. That makes each size an implicit quadtree: a square of the map is a stretch of the order, found by
 * bisection, and what reaches into a part of the map has its centre within half a box of it. Boxes are kept in units of
 * 2^-30 of the world's width, 4 cm; 28 bytes a tile. Building takes under a second for a million tiles. Immutable.
 */
public final class FootprintIndex {

    /** No tile has a place. */
    public static final FootprintIndex EMPTY = new FootprintIndex(new int[0], new int[4][0], new long[0], new int[33]);

    /** Units of the world's width; two worlds fit into an int. */
    private static final double UNITS = 1 << 30;
    /** Bits of a coordinate in a key, and what is left of it below them: squares of 305 m. */
    private static final int KEY_BITS = 18;

    private static final int SQUARE_BITS = 31 - KEY_BITS;
    /** Bits below the key while sorting, for the tile's place: up to 134 million tiles. */
    private static final int PLACE_BITS = 63 - 2 * KEY_BITS;

    /** Below this many tiles a stretch is looked through one by one. */
    private static final int FEW = 32;

    /** What is done with the tiles found. */
    @FunctionalInterface
    public interface Visitor {

        /** @param position of the tile in the index, for {@link #row}, {@link #left} and so on */
        void visit(int position);
    }

    private final int[] rows;
    private final int[] left;
    private final int[] top;
    private final int[] right;
    private final int[] bottom;
    private final long[] keys;
    private final int[] starts;

    private FootprintIndex(int[] rows, int[][] boxes, long[] keys, int[] starts) {
        this.rows = rows;
        this.left = boxes[0];
        this.top = boxes[1];
        this.right = boxes[2];
        this.bottom = boxes[3];
        this.keys = keys;
        this.starts = starts;
    }

    /** Takes up tile after tile. Not thread-safe. */
    public static final class Builder {

        private final int[] rows;
        private final int[][] boxes;
        private int count;

        /** @param most tiles that come */
        public Builder(int most) {
            rows = new int[most];
            boxes = new int[4][most];
        }

        /** @param west in -180..180; east goes on beyond 180 where the tile crosses the date line */
        public void add(int row, double west, double south, double east, double north) {
            rows[count] = row;
            boxes[0][count] = fixed(Mercator.x(west));
            boxes[1][count] = fixed(Mercator.y(north));
            boxes[2][count] = fixed(Mercator.x(east));
            boxes[3][count++] = fixed(Mercator.y(south));
        }

        public FootprintIndex build(Progress progress) {
            return sorted(rows, boxes, count, progress);
        }
    }

    private static int fixed(double world) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(world * UNITS));
    }

    /** The inverse of {@link #fixed}. */
    private static double world(int fixed) {
        return fixed / UNITS;
    }

    private static FootprintIndex sorted(int[] located, int[][] boxes, int count, Progress progress) {
        int[] sizes = new int[33];
        byte[] classes = new byte[count];
        for (int i = 0; i < count; i++) {
            classes[i] = (byte) sizeClass(boxes, i);
            sizes[classes[i] + 1]++;
        }
        for (int i = 1; i < sizes.length; i++) {
            sizes[i] += sizes[i - 1];
        }
        int[] order = new int[count];
        long[] keys = new long[count];
        int[] next = sizes.clone();
        for (int i = 0; i < count; i++) {
            order[next[classes[i]]++] = i;
        }
        for (int size = 0; size < 32; size++) {
            progress.checkCancelled();
            sort(order, keys, sizes[size], sizes[size + 1], boxes);
        }
        int[] rows = new int[count];
        int[][] placed = new int[4][count];
        for (int i = 0; i < count; i++) {
            rows[i] = located[order[i]];
            for (int side = 0; side < 4; side++) {
                placed[side][i] = boxes[side][order[i]];
            }
        }
        return new FootprintIndex(rows, placed, keys, sizes);
    }

    /** Sorts a stretch by Morton key: the keys, with the place in the stretch below them, as plain numbers. */
    private static void sort(int[] order, long[] keys, int from, int to, int[][] boxes) {
        long[] coded = new long[to - from];
        int[] before = Arrays.copyOfRange(order, from, to);
        for (int i = from; i < to; i++) {
            coded[i - from] = morton(centreX(boxes, order[i]), centreY(boxes, order[i])) << PLACE_BITS | (i - from);
        }
        Arrays.sort(coded);
        for (int i = from; i < to; i++) {
            int place = (int) (coded[i - from] & ((1L << PLACE_BITS) - 1));
            order[i] = before[place];
            keys[i] = coded[i - from] >>> PLACE_BITS;
        }
    }

    /** Smallest power of two that the box's longer side fits into. */
    private static int sizeClass(int[][] boxes, int i) {
        int longer = Math.max(boxes[2][i] - boxes[0][i], boxes[3][i] - boxes[1][i]);
        return longer <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(longer - 1);
    }

    private static int centreX(int[][] boxes, int i) {
        return (int) (((long) boxes[0][i] + boxes[2][i]) / 2);
    }

    private static int centreY(int[][] boxes, int i) {
        return (int) (((long) boxes[1][i] + boxes[3][i]) / 2);
    }

    /** The bits of both coordinates in turn, x in the even ones. */
    private static long morton(int x, int y) {
        return spread(x >>> SQUARE_BITS) | spread(y >>> SQUARE_BITS) << 1;
    }

    private static long spread(int bits) {
        long x = bits & 0xfffffL;
        x = (x | x << 16) & 0x0000ffff0000ffffL;
        x = (x | x << 8) & 0x00ff00ff00ff00ffL;
        x = (x | x << 4) & 0x0f0f0f0f0f0f0f0fL;
        x = (x | x << 2) & 0x3333333333333333L;
        return (x | x << 1) & 0x5555555555555555L;
    }

    /** Tiles that have a place. */
    public int size() {
        return rows.length;
    }

    /** The catalogue's row of the tile at a position. */
    public int row(int position) {
        return rows[position];
    }

    /** The western edge of its box, in {@link Mercator}'s units. */
    public double left(int position) {
        return world(left[position]);
    }

    public double top(int position) {
        return world(top[position]);
    }

    /** Beyond 1 where the box crosses the date line. */
    public double right(int position) {
        return world(right[position]);
    }

    public double bottom(int position) {
        return world(bottom[position]);
    }

    /** The smallest rectangle around the tiles; empty where none has a place. */
    public Optional<GeoBox> extent() {
        return extent(row -> true);
    }

    /** The smallest rectangle around some tiles. */
    public Optional<GeoBox> extent(IntPredicate shown) {
        long[] columns = new long[64]; // 4096 columns of the world that have something in them
        int high = Integer.MAX_VALUE;
        int low = Integer.MIN_VALUE;
        boolean any = false;
        for (int i = 0; i < rows.length; i++) {
            if (shown.test(rows[i])) {
                any = true;
                high = Math.min(high, top[i]);
                low = Math.max(low, bottom[i]);
                for (int column = left[i] >> 18; column <= right[i] >> 18; column++) {
                    int wrapped = column & 4095;
                    columns[wrapped >> 6] |= 1L << (wrapped & 63);
                }
            }
        }
        return any ? Optional.of(box(columns, high, low)) : Optional.empty();
    }

    /** From the column after the widest gap to the one before it. */
    private static GeoBox box(long[] columns, int high, int low) {
        int widest = 0;
        int gapEnd = 0;
        int empty = 0;
        for (int column = 0; column < 2 * 4096; column++) {
            int wrapped = column & 4095;
            boolean filled = (columns[wrapped >> 6] >> (wrapped & 63) & 1) != 0;
            empty = filled ? 0 : empty + 1;
            if (empty > widest) {
                widest = empty;
                gapEnd = column + 1;
            }
        }
        double north = Mercator.latitude(world(high));
        double south = Mercator.latitude(world(low));
        if (widest == 0) {
            return new GeoBox(-180, south, 180, north);
        }
        double west = Mercator.longitude((gapEnd & 4095) / 4096.0);
        return GeoBox.normal(west, south, west + (4096 - widest) * 360.0 / 4096, north);
    }

    /** Hands over every tile whose box reaches into a view, on whichever copy of the world, once. */
    public void visit(MapView view, Visitor visitor) {
        double from = view.worldX(0);
        double to = view.worldX(view.width());
        visit(from, view.worldY(0), to, view.worldY(view.height()), visitor);
    }

    /** The same for a rectangle in {@link Mercator}'s units, which may reach over the world's edges. */
    public void visit(double west, double north, double east, double south, Visitor visitor) {
        if (east - west >= 1) {
            visitCopy(0, north, 2, south, visitor);
            return;
        }
        double start = west - Math.floor(west);
        double end = start + east - west;
        visitCopy(start, north, end, south, visitor);
        visitCopy(start - 1, north, end - 1, south, position -> {
            if (!meets(position, start, end)) {
                visitor.visit(position);
            }
        });
        visitCopy(start + 1, north, end + 1, south, position -> {
            if (!meets(position, start, end) && !meets(position, start - 1, end - 1)) {
                visitor.visit(position);
            }
        });
    }

    private boolean meets(int position, double west, double east) {
        return right[position] >= Math.floor(west * UNITS) && left[position] <= Math.ceil(east * UNITS);
    }

    private void visitCopy(double west, double north, double east, double south, Visitor visitor) {
        long x0 = (long) Math.floor(west * UNITS);
        long x1 = (long) Math.ceil(east * UNITS);
        long y0 = (long) Math.floor(north * UNITS);
        long y1 = (long) Math.ceil(south * UNITS);
        for (int size = 0; size < 32; size++) {
            if (starts[size + 1] > starts[size]) {
                long reach = size == 0 ? 1 : 1L << (size - 1);
                new Search(x0, y0, x1, y1, reach, visitor).descend(starts[size], starts[size + 1], 0, 0, KEY_BITS);
            }
        }
    }

    /** One walk down the quadtree of one size. */
    private final class Search {

        private final long x0;
        private final long y0;
        private final long x1;
        private final long y1;
        private final long reach;
        private final Visitor visitor;

        Search(long x0, long y0, long x1, long y1, long reach, Visitor visitor) {
            this.x0 = x0;
            this.y0 = y0;
            this.x1 = x1;
            this.y1 = y1;
            this.reach = reach;
            this.visitor = visitor;
        }

        /** @param x and y of the square's upper left corner; its edge is 2^(level + SQUARE_BITS) units */
        void descend(int from, int to, long x, long y, int level) {
            if (from == to) {
                return;
            }
            long edge = 1L << (level + SQUARE_BITS);
            if (x + edge < x0 - reach || x > x1 + reach || y + edge < y0 - reach || y > y1 + reach) {
                return;
            }
            boolean inside = x >= x0 && x + edge <= x1 && y >= y0 && y + edge <= y1;
            if (inside) {
                for (int position = from; position < to; position++) {
                    visitor.visit(position);
                }
            } else if (level == 0 || to - from <= FEW) {
                for (int position = from; position < to; position++) {
                    if (right[position] >= x0
                            && left[position] <= x1
                            && bottom[position] >= y0
                            && top[position] <= y1) {
                        visitor.visit(position);
                    }
                }
            } else {
                children(from, to, x, y, level - 1);
            }
        }

        private void children(int from, int to, long x, long y, int level) {
            long edge = 1L << (level + SQUARE_BITS);
            long prefix = keys[from] >> (2 * level + 2) << 2;
            int start = from;
            for (int child = 0; child < 4; child++) {
                int end = child == 3 ? to : firstFrom((prefix + child + 1) << (2 * level), start, to);
                descend(start, end, x + (child & 1) * edge, y + (child >> 1) * edge, level);
                start = end;
            }
        }

        private int firstFrom(long key, int from, int to) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (keys[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
