package org.hashscape.hashing;

/** The bytes of a trained hash function: magic, version, method, bits, dimension, parameters, checksum. */
public final class HashModelFormat {

    private HashModelFormat() {}

    public static byte[] write(HashFunction function) {
        throw new UnsupportedOperationException("stub");
    }

    /** @throws IllegalArgumentException where the bytes are damaged, or of an unknown method or version */
    public static HashFunction read(byte[] model) {
        throw new UnsupportedOperationException("stub");
    }
}
