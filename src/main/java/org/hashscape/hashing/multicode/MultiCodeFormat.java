package org.hashscape.hashing.multicode;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.MultiCode;

/**
 * The bytes of a trained multi-code function, big-endian:
 *
 * <pre>
 * int32   magic "HSMC"
 * int32   version, {@value #VERSION}
 * int32   n, then n bytes: method id in ASCII
 * int32   bits b of each code
 * int32   K primitives, 1..{@value org.hashscape.model.MultiCode#MOST_PRIMITIVES}
 * int32   d floats per region
 * K       doubles: logarithms of the weights
 * K x d   doubles: means
 * K x d   doubles: variances
 * K times int32 m, then m bytes: the primitive's hash function, as HashModelFormat lays it down
 * int32   CRC-32C of everything before
 * </pre>
 */
public final class MultiCodeFormat {

    static final int VERSION = 1;

    private static final int MAGIC = 0x48534D43;
    private static final int MOST_DIMENSIONS = 1 << 16;

    private MultiCodeFormat() {}

    public static byte[] write(MultiCodeFunction function) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] method = function.method().getBytes(StandardCharsets.US_ASCII);
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(method.length);
            out.write(method);
            out.writeInt(function.bits());
            out.writeInt(function.primitives());
            out.writeInt(function.dimension());
            GaussianMixture mixture = function.mixture();
            for (double[] values : List.of(mixture.logWeights(), mixture.means(), mixture.variances())) {
                for (double value : values) {
                    out.writeDouble(value);
                }
            }
            for (HashFunction hash : function.hashes()) {
                byte[] model = HashModelFormat.write(hash);
                out.writeInt(model.length);
                out.write(model);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException memoryCannotFail) {
            throw new UncheckedIOException(memoryCannotFail);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes are damaged, or of an unknown version */
    public static MultiCodeFunction read(byte[] model) {
        if (model.length < 2 * Integer.BYTES || ByteBuffer.wrap(model).getInt() != MAGIC) {
            throw new IllegalArgumentException("This is not a multi-code model: it does not begin with HSMC");
        }
        int end = model.length - Integer.BYTES;
        if (ByteBuffer.wrap(model).getInt(end) != checksum(model, end)) {
            throw new IllegalArgumentException(
                    "This multi-code model is damaged: its checksum does not fit. Train the model again.");
        }
        ModelInput in = new ModelInput(ByteBuffer.wrap(model, Integer.BYTES, end - Integer.BYTES));
        in.integer("format version", VERSION, VERSION);
        String method =
                new String(in.bytes(in.integer("length of the method's id", 1, 64), "id"), StandardCharsets.US_ASCII);
        int bits = in.integer("bits", 1, BinaryCode.MAX_BITS);
        int primitives = in.integer("number of primitives", 1, MultiCode.MOST_PRIMITIVES);
        int dimension = in.integer("dimension", 1, MOST_DIMENSIONS);
        double[] weights = in.doubles(primitives, "weights");
        double[] means = in.doubles(primitives * dimension, "means");
        double[] variances = in.doubles(primitives * dimension, "variances");
        for (double variance : variances) {
            if (variance <= 0) {
                throw new IllegalArgumentException("The model has the variance " + variance);
            }
        }
        List<HashFunction> hashes = new ArrayList<>();
        for (int j = 0; j < primitives; j++) {
            int length = in.integer("length of a hash function", 1, Integer.MAX_VALUE);
            hashes.add(HashModelFormat.read(in.bytes(length, "hash function")));
        }
        in.end();
        return new MultiCodeFunction(method, bits, new GaussianMixture(dimension, weights, means, variances), hashes);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
