package org.hashscape.hashing.multicode;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.CodeReading;
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
 * int32   d floats per region in the mixture
 * K       doubles: logarithms of the weights
 * K x d   doubles: means
 * K x d   doubles: variances
 * K times int32 m, then m bytes: the primitive's hash function, as HashModelFormat lays it down
 * int32   1 where regions are scaled and codes can be read back, else 0; where 1:
 *         int32 D floats per region before scaling, D floats: their mean, d x D floats: directions
 *         int32 R dimensions of what codes read as, K x R int32: offsets, K x b x R int32: steps, double: unit
 * int32   CRC-32C of everything before
 * </pre>
 *
 * <p>Version 1 had nothing between the hash functions and the checksum. A model of it is read where its method still works so
 * ({@code multicode}); of another method it is refused, with the advice to train anew.
 */
public final class MultiCodeFormat {

    /** The version that is written. */
    public static final int VERSION = 2;

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
            out.writeInt(function.mixture().dimension());
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
            writeReading(function, out);
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException memoryCannotFail) {
            throw new UncheckedIOException(memoryCannotFail);
        }
        return bytes.toByteArray();
    }

    private static void writeReading(MultiCodeFunction function, DataOutputStream out) throws IOException {
        out.writeInt(function.reading().isPresent() ? 1 : 0);
        if (function.reading().isEmpty()) {
            return;
        }
        RegionScale scale = function.scale().orElseThrow();
        out.writeInt(scale.dimension());
        for (float[] values : List.of(scale.mean(), scale.directions())) {
            for (float value : values) {
                out.writeFloat(value);
            }
        }
        CodeReading reading = function.reading().orElseThrow();
        out.writeInt(reading.dimension());
        for (int[] values : List.of(reading.offsets(), reading.steps())) {
            for (int value : values) {
                out.writeInt(value);
            }
        }
        out.writeDouble(reading.unit());
    }

    /** @throws IllegalArgumentException where the bytes are damaged, or of a version that cannot be used */
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
        int version = in.integer("format version", 1, VERSION);
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
        if (version == 1 && !method.equals("multicode")) {
            throw new IllegalArgumentException("This model of " + method + " was trained by an earlier version of the"
                    + " program, which compared its codes in another way. Train the model again (--force).");
        }
        GaussianMixture mixture = new GaussianMixture(dimension, weights, means, variances);
        boolean read = version > 1 && in.integer("reading", 0, 1) == 1;
        if (!read) {
            in.end();
            return new MultiCodeFunction(method, bits, mixture, hashes, Optional.empty(), Optional.empty());
        }
        int width = in.integer("floats per region", 1, MOST_DIMENSIONS);
        RegionScale scale = new RegionScale(
                width, in.floats(1, width, "mean region"), in.floats(dimension, width, "directions of regions"));
        int dimensions = in.integer("dimensions of a reading", 1, MOST_DIMENSIONS);
        int[] offsets = in.integers((long) primitives * dimensions, "offsets");
        int[] steps = in.integers((long) primitives * bits * dimensions, "steps");
        double unit = in.number("unit");
        in.end();
        CodeReading reading = new CodeReading(bits, dimensions, offsets, steps, (long) unit);
        return new MultiCodeFunction(method, bits, mixture, hashes, Optional.of(scale), Optional.of(reading));
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
