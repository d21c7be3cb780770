package org.hashscape.feature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/**
 * The frame around what a descriptor learned. All numbers big-endian:
 *
 * <pre>
 * int32   magic 0x48534644 ("HSFD")
 * int32   version of the content, written by its owner
 * UTF     id of the owner, as "sift-words" (two bytes of length, then modified UTF-8)
 * int32   n, bytes of content
 * n bytes content
 * int32   CRC-32 of everything before
 * </pre>
 */
public final class LearnedFormat {

    static final int MAGIC = 0x48534644;

    /** Writes the content. */
    public interface Content {
        void writeTo(DataOutput out) throws IOException;
    }

    private LearnedFormat() {}

    public static byte[] write(String id, int version, Content content) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DataOutputStream in = new DataOutputStream(inner);
                DataOutputStream out = new DataOutputStream(whole)) {
            content.writeTo(in);
            out.writeInt(MAGIC);
            out.writeInt(version);
            out.writeUTF(id);
            out.writeInt(inner.size());
            inner.writeTo(out);
            out.writeInt(checksum(whole.toByteArray(), whole.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return whole.toByteArray();
    }

    /**
     * The content, ready to be read.
     *
     * @throws IllegalArgumentException where the bytes are damaged, or of another owner or version
     */
    public static DataInputStream open(String id, int version, byte[] learned) {
        if (learned.length < 18) {
            throw new IllegalArgumentException("Not a learned descriptor: only " + learned.length + " bytes");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(learned))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("Not a learned descriptor: it does not begin with HSFD");
            }
            DataInputStream tail = new DataInputStream(new ByteArrayInputStream(learned, learned.length - 4, 4));
            if (tail.readInt() != checksum(learned, learned.length - 4)) {
                throw new IllegalArgumentException(
                        "The learned descriptor is damaged (checksum). Describe the archive again to renew it.");
            }
            int foundVersion = in.readInt();
            String foundId = in.readUTF();
            if (!foundId.equals(id)) {
                throw new IllegalArgumentException("This was learned by '" + foundId + "', not by '" + id + "'");
            }
            if (foundVersion != version) {
                throw new IllegalArgumentException("'" + id + "' was learned by version " + foundVersion
                        + "; this is version " + version + ". Describe the archive again to renew it.");
            }
            byte[] content = new byte[Math.max(0, Math.min(in.readInt(), in.available()))];
            in.readFully(content);
            if (in.available() != 4) {
                throw new IllegalArgumentException("The learned descriptor is damaged (length)");
            }
            return new DataInputStream(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new IllegalArgumentException("The learned descriptor is damaged: " + e.getMessage(), e);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
