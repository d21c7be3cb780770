package org.hashscape.feature.backbone;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a backbone was trained on, in two files beside it, so that an evaluation can tell whether it asks about tiles that
 * the backbone has seen. {@code trained-on.txt} is one line of UTF-8 for the reader; {@code trained-on.fingerprints} holds
 * a fingerprint of every tile. All numbers big-endian:
 *
 * <pre>
 * int32   magic 0x48534650 ("HSFP")
 * int32   version 1
 * int32   n, fingerprints, 0 to 262,144
 * int32   CRC-32 of the n * 512 bytes that follow, before they were compressed
 * zlib    all the high bytes, fingerprint by fingerprint in its order, then all the low bytes
 * </pre>
 *
 * <p>A fingerprint is 256 numbers of 16 bits, high byte first once it is put together again. High bytes change little from
 * number to number, which is why they stand apart. Files that cannot be read are as if there were none, but the sentence
 * says so.
 *
 * @param sentence what was seen, 1 to 500 characters; empty where nothing is known
 * @param fingerprints of 512 bytes each; empty where there are none
 */
record TrainingNote(String sentence, List<byte[]> fingerprints) {

    static final String SENTENCE = "trained-on.txt";
    static final String FINGERPRINTS = "trained-on.fingerprints";
    static final int MOST_CHARACTERS = 500;
    static final int MOST_FINGERPRINTS = 1 << 18;

    private static final Logger LOG = LoggerFactory.getLogger(TrainingNote.class);
    private static final int MAGIC = 0x48534650;
    private static final int VERSION = 1;
    private static final int BYTES = 512;

    TrainingNote {
        if (sentence.length() > MOST_CHARACTERS || sentence.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "What a network was trained on is said in one line of at most " + MOST_CHARACTERS + " characters");
        }
        if (fingerprints.size() > MOST_FINGERPRINTS || fingerprints.stream().anyMatch(each -> each.length != BYTES)) {
            throw new IllegalArgumentException("At most " + MOST_FINGERPRINTS + " fingerprints of " + BYTES + " bytes");
        }
        fingerprints = List.copyOf(fingerprints);
    }

    /** Reads both files of a backbone's folder; never fails. */
    static TrainingNote read(Path backbone) {
        String sentence = "";
        String problem = "";
        List<byte[]> fingerprints = List.of();
        try {
            sentence = sentenceOf(backbone.resolve(SENTENCE));
        } catch (IOException | IllegalArgumentException unusable) {
            problem = SENTENCE + " cannot be read";
            LOG.warn("{} of {} is left out: {}", SENTENCE, backbone, unusable.getMessage());
        }
        Path file = backbone.resolve(FINGERPRINTS);
        if (Files.exists(file)) {
            try {
                fingerprints = fingerprintsOf(file);
            } catch (IOException | IllegalArgumentException unusable) {
                problem = "which tiles these were cannot be checked, as " + FINGERPRINTS + " is damaged";
                LOG.warn("{} of {} is left out: {}", FINGERPRINTS, backbone, unusable.getMessage());
            }
            sentence = sentence.isEmpty() ? "tiles that are not named" : sentence;
        }
        if (problem.isEmpty()) {
            return new TrainingNote(sentence, fingerprints);
        }
        String whole = (sentence.isEmpty() ? "" : sentence + "; ") + problem;
        return new TrainingNote(whole.substring(Math.max(0, whole.length() - MOST_CHARACTERS)), fingerprints);
    }

    /** Writes both files, each in one step. */
    void write(Path backbone) throws IOException {
        replace(backbone.resolve(SENTENCE), (sentence + "\n").getBytes(StandardCharsets.UTF_8));
        replace(backbone.resolve(FINGERPRINTS), fingerprintBytes());
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path whole = Files.write(file.resolveSibling(file.getFileName() + ".tmp"), bytes);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sentenceOf(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        if (!Files.isRegularFile(file) || Files.size(file) > 4L * MOST_CHARACTERS + 2) {
            throw new IOException("it is no file of one short line");
        }
        String sentence = Files.readString(file).strip();
        return new TrainingNote(sentence, List.of()).sentence();
    }

    private byte[] fingerprintBytes() throws IOException {
        byte[] planes = planes();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(fingerprints.size());
            out.writeInt(checksum(planes));
            DeflaterOutputStream deflating = new DeflaterOutputStream(out, best);
            deflating.write(planes);
            deflating.finish();
        } finally {
            best.end();
        }
        return whole.toByteArray();
    }

    private byte[] planes() {
        byte[] planes = new byte[BYTES * fingerprints.size()];
        int at = 0;
        for (int plane = 0; plane < 2; plane++) {
            for (byte[] fingerprint : fingerprints) {
                for (int i = plane; i < BYTES; i += 2) {
                    planes[at++] = fingerprint[i];
                }
            }
        }
        return planes;
    }

    private static List<byte[]> fingerprintsOf(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > (long) MOST_FINGERPRINTS * (BYTES + 1)) {
            throw new IOException("it is no file, or too large");
        }
        try (InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
                DataInputStream in = new DataInputStream(bytes)) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IOException("it does not begin with HSFP and version " + VERSION);
            }
            int count = in.readInt();
            if (count < 0 || count > MOST_FINGERPRINTS) {
                throw new IOException("it says that it holds " + count + " fingerprints");
            }
            int checksum = in.readInt();
            InflaterInputStream inflating = new InflaterInputStream(in);
            // Memory follows what is there, not what the header says.
            byte[] planes = inflating.readNBytes(BYTES * count);
            if (planes.length != BYTES * count || inflating.read() >= 0 || checksum(planes) != checksum) {
                throw new IOException("it is damaged (length or checksum)");
            }
            return joined(planes, count);
        }
    }

    private static List<byte[]> joined(byte[] planes, int count) {
        List<byte[]> fingerprints = new ArrayList<>(count);
        int half = BYTES / 2;
        for (int i = 0; i < count; i++) {
            byte[] fingerprint = new byte[BYTES];
            for (int j = 0; j < half; j++) {
                fingerprint[2 * j] = planes[i * half + j];
                fingerprint[2 * j + 1] = planes[(count + i) * half + j];
            }
            fingerprints.add(fingerprint);
        }
        return fingerprints;
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
