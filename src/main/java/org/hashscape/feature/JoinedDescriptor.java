package org.hashscape.feature;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.DescriptorMatrix;

/**
 * How the descriptor {@code a+b} is made of those of a and b: each standardised over the archive (see {@link
 * Standardiser}) and divided by the square root of its length, so that a long part does not drown a short one; then
 * joined and brought to unit length. Immutable.
 */
public final class JoinedDescriptor {

    private static final String ID = "joined";
    private static final int VERSION = 1;
    private static final int MOST_PARTS = 64;

    private final List<Standardiser> parts;

    private JoinedDescriptor(List<Standardiser> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * @param parts one matrix per descriptor, in the order of the name; row i of each is the same tile
     * @throws IllegalArgumentException where there is no part, no row, or unequal numbers of rows
     */
    public static JoinedDescriptor fit(List<DescriptorMatrix> parts) {
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "Between 1 and " + MOST_PARTS + " descriptors can be joined, not " + parts.size());
        }
        List<Standardiser> standardisers = new ArrayList<>();
        for (DescriptorMatrix part : parts) {
            if (part.rows() != parts.get(0).rows()) {
                throw new IllegalArgumentException("Descriptors of " + part.rows()
                        + " tiles cannot be joined to those of " + parts.get(0).rows());
            }
            standardisers.add(Standardiser.fit(part));
        }
        return new JoinedDescriptor(standardisers);
    }

    /** Floats of the joined descriptor. */
    public int dimension() {
        return parts.stream().mapToInt(Standardiser::dimension).sum();
    }

    /**
     * @param descriptors of one tile, in the order of {@link #fit}
     * @return a new array of {@link #dimension} floats of unit length, or all zero where every part is average
     */
    public float[] apply(List<float[]> descriptors) {
        float[] joined = standardised(descriptors);
        Normal.unitLength(joined);
        return joined;
    }

    /** What {@link #apply} brings to unit length: each part standardised and divided by the root of its length. */
    public float[] standardised(List<float[]> descriptors) {
        if (descriptors.size() != parts.size()) {
            throw new IllegalArgumentException(
                    descriptors.size() + " descriptors where " + parts.size() + " are joined");
        }
        float[] joined = new float[dimension()];
        int at = 0;
        for (int part = 0; part < parts.size(); part++) {
            float[] standard = parts.get(part).apply(descriptors.get(part));
            float scale = (float) (1 / Math.sqrt(standard.length));
            for (float value : standard) {
                joined[at++] = scale * value;
            }
        }
        return joined;
    }

    /** All rows at once: row i joins row i of every part. */
    public DescriptorMatrix applyAll(List<DescriptorMatrix> matrices) {
        int rows = matrices.isEmpty() ? 0 : matrices.get(0).rows();
        int dimension = dimension();
        float[] joined = new float[rows * dimension];
        for (int row = 0; row < rows; row++) {
            List<float[]> one = new ArrayList<>();
            for (DescriptorMatrix matrix : matrices) {
                one.add(matrix.row(row));
            }
            System.arraycopy(apply(one), 0, joined, row * dimension, dimension);
        }
        return new DescriptorMatrix(rows, dimension, joined);
    }

    public byte[] toBytes() {
        return LearnedFormat.write(ID, VERSION, out -> {
            out.writeInt(parts.size());
            for (Standardiser part : parts) {
                part.writeTo(out);
            }
        });
    }

    /** @throws IllegalArgumentException where the bytes are damaged or of another kind or version */
    public static JoinedDescriptor fromBytes(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(ID, VERSION, learned)) {
            int count = in.readInt();
            if (count < 1 || count > MOST_PARTS) {
                throw new IllegalArgumentException("A joined descriptor of " + count + " parts is damaged");
            }
            List<Standardiser> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parts.add(Standardiser.readFrom(in, in.available()));
            }
            return new JoinedDescriptor(parts);
        } catch (IOException e) {
            throw new IllegalArgumentException("The joined descriptor is damaged: " + e.getMessage(), e);
        }
    }
}
