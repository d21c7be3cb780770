package org.hashscape.model;

/**
 * What the codes of multi-code hashing say, read back as vectors: the code of primitive j with bits s_r = +1 or -1 reads as
 *
 * <pre>v_j(s) = o_j + sum over r of s_r w_jr</pre>
 *
 * in whole numbers, so that distances of such vectors are exact in whatever order they are summed. Vectors of different
 * primitives lie in one space and can be compared.
 *
 * <p>No coordinate can exceed {@link #bound}, and the dimension times the square of that fits an int: so do dot products.
 * Arrays are kept, not copied.
 *
 * @param bits b of each code
 * @param dimension d of the vectors
 * @param offsets o_j, one row of d per primitive
 * @param steps w_jr, b rows of d per primitive
 * @param unit squared distance at which two tiles lie on average, at least 1
 */
public record CodeReading(int bits, int dimension, int[] offsets, int[] steps, long unit) {

    /** @throws IllegalArgumentException where the arrays do not fit, or a coordinate can become too large */
    public CodeReading {
        int primitives = dimension < 1 ? 0 : offsets.length / dimension;
        if (primitives < 1
                || primitives > MultiCode.MOST_PRIMITIVES
                || offsets.length != primitives * dimension
                || steps.length != (long) primitives * bits * dimension
                || unit < 1) {
            throw new IllegalArgumentException(
                    "A reading of codes of " + bits + " bits in " + dimension + " dimensions does not have "
                            + offsets.length + " and " + steps.length + " numbers, unit " + unit);
        }
        long bound = bound(dimension);
        for (int at = 0; at < offsets.length; at++) {
            long most = Math.abs((long) offsets[at]);
            int from = at / dimension * bits * dimension + at % dimension;
            for (int bit = 0; bit < bits; bit++) {
                most += Math.abs((long) steps[from + bit * dimension]);
            }
            if (most > bound) {
                throw new IllegalArgumentException(
                        "A coordinate of a read code can be " + most + ", more than " + bound + " are allowed");
            }
        }
    }

    /** The largest coordinate that a vector of so many dimensions may have. */
    public static int bound(int dimension) {
        return (int) Math.sqrt((double) Integer.MAX_VALUE / dimension);
    }

    public int primitives() {
        return offsets.length / dimension;
    }

    /** The vector of one primitive, which the tile must show. */
    public int[] read(MultiCode code, int primitive) {
        return read(code.codes(), code.offsetOf(primitive), primitive);
    }

    /** The vector of a code that begins somewhere in an array. */
    public int[] read(byte[] codes, int from, int primitive) {
        int[] vector = new int[dimension];
        System.arraycopy(offsets, primitive * dimension, vector, 0, dimension);
        for (int bit = 0; bit < bits; bit++) {
            int sign = (codes[from + bit / 8] >>> bit % 8 & 1) != 0 ? 1 : -1;
            int at = (primitive * bits + bit) * dimension;
            for (int i = 0; i < dimension; i++) {
                vector[i] += sign * steps[at + i];
            }
        }
        return vector;
    }

    /**
     * How far apart two tiles lie that both show a primitive. Every vector is matched with the nearest of the other tile:
     *
     * <pre>
     * sum over j in P(q) of a_j(q) min over i in P(x) of |v_j(q) - v_i(x)|^2 / sum over j of a_j(q)
     *     + the same with q and x exchanged
     * </pre>
     *
     * with a the weight of a primitive's level ({@link MultiCode#weightOf}). Symmetric; a mean of chamfer distances.
     */
    public double apart(MultiCode query, MultiCode tile) {
        int[] shownByQuery = query.shown();
        int[] shownByTile = tile.shown();
        int[][] ofTile = new int[shownByTile.length][];
        long[] nearest = new long[shownByTile.length];
        for (int i = 0; i < ofTile.length; i++) {
            ofTile[i] = read(tile, shownByTile[i]);
            nearest[i] = Long.MAX_VALUE;
        }
        long there = 0;
        for (int j : shownByQuery) {
            int[] vector = read(query, j);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < ofTile.length; i++) {
                long squared = squared(vector, ofTile[i]);
                least = Math.min(least, squared);
                nearest[i] = Math.min(nearest[i], squared);
            }
            there += query.weightOfPrimitive(j) * least;
        }
        long back = 0;
        for (int i = 0; i < ofTile.length; i++) {
            back += tile.weightOfPrimitive(shownByTile[i]) * nearest[i];
        }
        return (double) there / query.weightOfAll() + (double) back / tile.weightOfAll();
    }

    /** Squared Euclidean distance. */
    public static long squared(int[] a, int[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            long difference = (long) a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
