package org.hashscape.hashing;

import java.nio.ByteBuffer;

/**
 * Reads the parameters of a hash function from bytes that nobody vouches for. Numbers are big-endian, as {@link
 * java.io.DataOutput} writes them. Every method throws {@link IllegalArgumentException} where the bytes end too soon or
 * hold a value that no trained function has; arrays are allocated only after their bytes were found to be there.
 */
public final class ModelInput {

    private final ByteBuffer bytes;

    /** @param bytes from the position to the limit; shared, not copied */
    public ModelInput(ByteBuffer bytes) {
        this.bytes = bytes.slice();
    }

    /**
     * A 32-bit integer within bounds.
     *
     * @param what its name, for the message
     */
    public int integer(String what, int least, int most) {
        require(Integer.BYTES, what);
        int value = bytes.getInt();
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The model's " + what + " is " + value + "; it must lie in " + least + ".." + most);
        }
        return value;
    }

    /** A finite double. */
    public double number(String what) {
        require(Double.BYTES, what);
        return finite(bytes.getDouble(), what);
    }

    /** That many finite doubles. */
    public double[] doubles(int count, String what) {
        require((long) count * Double.BYTES, what);
        double[] values = new double[count];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + count * Double.BYTES);
        for (double value : values) {
            finite(value, what);
        }
        return values;
    }

    /** That many 32-bit integers. */
    public int[] integers(long count, String what) {
        require(count * Integer.BYTES, what);
        int[] values = new int[(int) count];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
        return values;
    }

    /** That many finite floats, {@code rows * columns} of them. */
    public float[] floats(int rows, int columns, String what) {
        long count = (long) rows * columns;
        require(count * Float.BYTES, what);
        float[] values = new float[(int) count];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + values.length * Float.BYTES);
        for (float value : values) {
            finite(value, what);
        }
        return values;
    }

    /** That many bytes. */
    public byte[] bytes(int count, String what) {
        require(count, what);
        byte[] values = new byte[count];
        bytes.get(values);
        return values;
    }

    /** Says that the parameters end here. @throws IllegalArgumentException where bytes are left */
    public void end() {
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException(
                    "The model has " + bytes.remaining() + " bytes after its last parameter");
        }
    }

    private void require(long needed, String what) {
        if (needed > bytes.remaining()) {
            throw new IllegalArgumentException("The model ends within its " + what + ": " + needed
                    + " bytes are needed, " + bytes.remaining() + " are there");
        }
    }

    private static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The model's " + what + " holds " + value + ", which is not a number");
        }
        return value;
    }
}
