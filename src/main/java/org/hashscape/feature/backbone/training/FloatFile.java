package org.hashscape.feature.backbone.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Named arrays of floats in a file: a training's checkpoint, or the teachers' features. All numbers big-endian:
 *
 * <pre>
 * int32    magic 0x48534246 ("HSBF")
 * int32    version, 1
 * UTF      what it belongs to: another text, another training
 * int32    step
 * float64  seconds worked so far
 * int32    number of arrays, then each: UTF name, int32 length, float32 values
 * int64    CRC-32 of everything before
 * </pre>
 *
 * A file appears whole or not at all.
 *
 * @param owner what it belongs to
 */
public record FloatFile(String owner, int step, double seconds, Map<String, float[]> arrays) {

    private static final int MAGIC = 0x48534246;
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;

    /** Replaces the file. */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        CheckedOutputStream sum =
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER), new CRC32());
        try (DataOutputStream out = new DataOutputStream(sum)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(owner);
            out.writeInt(step);
            out.writeDouble(seconds);
            out.writeInt(arrays.size());
            for (Map.Entry<String, float[]> each : arrays.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().length);
                ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, each.getValue().length));
                bytes.asFloatBuffer().put(each.getValue());
                out.write(bytes.array());
            }
            out.writeLong(sum.getChecksum().getValue());
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What was written; empty where there is no file, or one of another owner.
     *
     * @throws IOException where the file is damaged or of a newer version
     */
    public static Optional<FloatFile> read(Path file, String owner) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long left = Files.size(file);
        CheckedInputStream sum =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), new CRC32());
        try (DataInputStream in = new DataInputStream(sum)) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IOException(file + " is not a training's file of this version; delete it to begin anew");
            }
            if (!in.readUTF().equals(owner)) {
                return Optional.empty();
            }
            int step = in.readInt();
            double seconds = in.readDouble();
            Map<String, float[]> arrays = new LinkedHashMap<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                String name = in.readUTF();
                long bytes = 4L * in.readInt();
                if (bytes < 0 || bytes > left) {
                    throw new IOException(file + " is damaged; delete it to begin anew");
                }
                float[] values = new float[(int) (bytes / 4)];
                byte[] read = new byte[(int) bytes];
                in.readFully(read);
                ByteBuffer.wrap(read).asFloatBuffer().get(values);
                arrays.put(name, values);
            }
            long expected = sum.getChecksum().getValue();
            if (in.readLong() != expected) {
                throw new IOException(file + " is damaged; delete it to begin anew");
            }
            return Optional.of(new FloatFile(owner, step, seconds, arrays));
        }
    }
}
