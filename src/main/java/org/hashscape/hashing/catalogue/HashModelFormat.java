package org.hashscape.hashing.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.ModelInput;
import org.hashscape.model.BinaryCode;

/**
 * The bytes of a trained hash function. All numbers are big-endian; floats and doubles are IEEE 754.
 *
 * <pre>
 * offset  bytes  what
 *      0      4  magic: "HSHM" in ASCII
 *      4      2  format version: {@value #VERSION}
 *      6      1  length n of the method's id, 1..{@value #LONGEST_ID}
 *      7      n  method id in ASCII: lsh, klsh, kslsh, deep, deep-early, deep-mhcln, itq, sign
 *    7+n      4  bits b, 1..{@value org.hashscape.model.BinaryCode#MAX_BITS}
 *   11+n      4  dimension d of the descriptors, 1..{@value #MOST_DIMENSIONS}
 *   15+n      4  length p of the parameters
 *   19+n      p  parameters, as the method lays them down
 * 19+n+p      4  CRC-32C (Castagnoli) of every byte before it
 * </pre>
 *
 * <p>Parameters of {@code lsh} and {@code itq}: mean (d doubles), normals (b x d floats). Of {@code sign}: mean (d
 * doubles). Of {@code klsh} and {@code kslsh}: kernel (int; 0 RBF, 1 linear, 2 chi-squared, 3 intersection), gamma
 * (double), number of anchors m (int), anchors (m x d floats), kernel means (m doubles), weights (b x m doubles). Of
 * {@code deep}, {@code deep-early} and {@code deep-mhcln}: number of layers (int), outputs of each (ints), input mean and scale (d floats
 * each), then for each layer weights (inputs x outputs floats) and bias (outputs floats). How they become bits is said
 * at {@link org.hashscape.hashing.lsh.HyperplaneHash} and in the packages {@code kernel} and {@code deep}.
 */
public final class HashModelFormat {

    static final int VERSION = 1;
    static final int LONGEST_ID = 32;
    static final int MOST_DIMENSIONS = 1 << 20;

    private static final int MAGIC = 0x4853484D;

    private HashModelFormat() {}

    public static byte[] write(HashFunction function) {
        try {
            ByteArrayOutputStream parameters = new ByteArrayOutputStream();
            function.writeParameters(new DataOutputStream(parameters));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            byte[] method = function.method().getBytes(StandardCharsets.US_ASCII);
            out.writeInt(MAGIC);
            out.writeShort(VERSION);
            out.writeByte(method.length);
            out.write(method);
            out.writeInt(function.bits());
            out.writeInt(function.dimension());
            out.writeInt(parameters.size());
            parameters.writeTo(out);
            out.writeInt(checksum(ByteBuffer.wrap(bytes.toByteArray())));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where the bytes are damaged, or of an unknown method or version */
    public static HashFunction read(byte[] model) {
        ByteBuffer in = ByteBuffer.wrap(model);
        require(in, Integer.BYTES + Short.BYTES + 1);
        if (in.getInt() != MAGIC) {
            throw new IllegalArgumentException("This is not a Hashscape hash model: it does not begin with HSHM");
        }
        int version = in.getShort() & 0xffff;
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "This hash model has format version " + version + ", but this program reads version " + VERSION
                            + ". Train the model again, or update the program.");
        }
        String method = readMethod(in);
        require(in, 3 * Integer.BYTES);
        int bits = within("bits", in.getInt(), BinaryCode.MAX_BITS);
        int dimension = within("dimension", in.getInt(), MOST_DIMENSIONS);
        int length = in.getInt();
        if (length < 0 || in.remaining() != (long) length + Integer.BYTES) {
            throw new IllegalArgumentException("This hash model is cut short or has bytes too many: it announces "
                    + length + " bytes of parameters and a checksum, but " + in.remaining() + " bytes follow");
        }
        ByteBuffer parameters = in.slice(in.position(), length);
        if (in.getInt(model.length - Integer.BYTES)
                != checksum(ByteBuffer.wrap(model, 0, model.length - Integer.BYTES))) {
            throw new IllegalArgumentException(
                    "This hash model is damaged: its checksum does not fit. Train the model again.");
        }
        ModelInput input = new ModelInput(parameters);
        HashFunction function = HashMethods.byId(method).read(bits, dimension, input);
        input.end();
        return function;
    }

    private static String readMethod(ByteBuffer in) {
        byte[] method = new byte[within("length of the method's id", in.get() & 0xff, LONGEST_ID)];
        require(in, method.length);
        in.get(method);
        return new String(method, StandardCharsets.US_ASCII);
    }

    private static int within(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "This hash model is damaged: its " + what + " is " + value + ", outside 1.." + most);
        }
        return value;
    }

    private static void require(ByteBuffer in, int bytes) {
        if (in.remaining() < bytes) {
            throw new IllegalArgumentException("This hash model is cut short: it has only " + in.limit() + " bytes");
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
