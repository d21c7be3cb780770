package org.hashscape.archive.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hashscape.model.HalfVector;

/** A descriptor as a record of a block: int8 exponent of its scale, then its numbers as float16, little-endian. */
final class DescriptorRecords {

    private DescriptorRecords() {}

    /** Bytes of a record. */
    static int size(int dimension) {
        return 1 + 2 * dimension;
    }

    static byte[] write(List<float[]> vectors, int dimension) {
        ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(vectors.size(), size(dimension)))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] vector : vectors) {
            if (vector.length != dimension) {
                throw new IllegalArgumentException(
                        "A descriptor of " + vector.length + " numbers does not belong to a set of " + dimension);
            }
            byte exponent = HalfVector.exponent(vector, 0, dimension);
            out.put(exponent);
            for (float value : vector) {
                out.putShort(HalfVector.half(value, exponent));
            }
        }
        return out.array();
    }

    /** Reads record {@code index}. */
    static void read(ByteBuffer records, int index, int dimension, float[] into, int from) {
        int at = index * size(dimension);
        byte exponent = records.get(at++);
        for (int i = 0; i < dimension; i++, at += 2) {
            into[from + i] = HalfVector.value(records.getShort(at), exponent);
        }
    }

    /** What {@link #read} reads from. */
    static ByteBuffer buffer(RowBlock block) {
        return ByteBuffer.wrap(block.records()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
