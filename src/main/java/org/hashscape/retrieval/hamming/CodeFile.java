package org.hashscape.retrieval.hamming;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;

/**
 * Codes and their index as a file that is mapped, not read: opening costs the same for a thousand codes and for a hundred
 * million. All numbers are little-endian.
 *
 * <table>
 * <caption>The file</caption>
 * <tr><td>0</td><td>"HASHCODE", then int32: version 2, bits</td></tr>
 * <tr><td>16</td><td>int64: codes n, the next row to be given, cells c (0: no balls), length of the ball section b</td></tr>
 * <tr><td>48</td><td>int32: 1 where row numbers are stored, else 0; CRC-32C of the ball section; CRC-32C of codes and row
 * numbers; CRC-32C of the 60 bytes before</td></tr>
 * <tr><td>64</td><td>zeros up to 4096</td></tr>
 * <tr><td>4096</td><td>n codes of int64 words, in the order of the index</td></tr>
 * <tr><td></td><td>n row numbers of int32 where stored, else code p is row p</td></tr>
 * <tr><td></td><td>the ball section: c centres; int32: inner and outer shell of each cell, starts of the shells, number of
 * guesses, guesses</td></tr>
 * </table>
 *
 * <p>Opening checks the header and the ball section, which is small; {@link #verify} reads everything.
 */
final class CodeFile {

    private static final long MAGIC = 0x45444f4348534148L; // HASHCODE
    private static final int VERSION = 2;
    private static final int HEADER = 64;
    private static final long BODY = 4096;
    private static final int COPY_ROWS = 1 << 16;
    private static final int MOST_CELLS = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private int bits;
    private int codes;
    private int nextRow;
    private int cells;
    private int ballBytes;
    private boolean numbered;
    private int ballChecksum;
    private int bodyChecksum;

    private CodeFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** What a file held. */
    record Opened(IndexedCodes codes, int nextRow) {}

    /** Writes to a file beside it and moves that into place, so that a reader never meets half a file. */
    static void write(Path file, IndexedCodes indexed, int nextRow, Progress progress) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                writeTo(channel, indexed, nextRow, progress);
                channel.force(true);
            }
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeTo(FileChannel channel, IndexedCodes indexed, int nextRow, Progress progress)
            throws IOException {
        CodeStore store = indexed.store();
        boolean numbered = indexed.numbers() != RowNumbers.SAME;
        CRC32C body = new CRC32C();
        channel.position(BODY);
        int words = store.wordsPerCode();
        ByteBuffer buffer = littleEndian(Math.multiplyExact(COPY_ROWS, Long.BYTES * words));
        for (int from = 0; from < store.size(); from += COPY_ROWS) {
            progress.checkCancelled();
            int to = (int) Math.min(store.size(), (long) from + COPY_ROWS);
            store.read(from, to, (run, at, position, count) -> {
                for (int i = at; i < at + count * words; i++) {
                    buffer.putLong(run[i]);
                }
            });
            drain(buffer, channel, body);
        }
        for (int from = 0; numbered && from < store.size(); from += COPY_ROWS) {
            int to = (int) Math.min(store.size(), (long) from + COPY_ROWS);
            for (int position = from; position < to; position++) {
                buffer.putInt(indexed.numbers().row(position));
            }
            drain(buffer, channel, body);
        }
        CRC32C ballChecksum = new CRC32C();
        long before = channel.position();
        if (indexed.ball().isPresent()) {
            drain(ballSection(indexed.ball().get()), channel, ballChecksum);
        }
        ByteBuffer header = littleEndian((int) BODY)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(store.bits())
                .putLong(store.size())
                .putLong(nextRow)
                .putLong(indexed.ball().map(ball -> ball.centres().size()).orElse(0))
                .putLong(channel.position() - before)
                .putInt(numbered ? 1 : 0)
                .putInt((int) ballChecksum.getValue())
                .putInt((int) body.getValue());
        header.putInt(checksum(header.duplicate().flip())).position(0);
        channel.write(header.limit((int) BODY), 0);
    }

    private static ByteBuffer ballSection(BallIndex ball) {
        long[] centres = ball.centres().words();
        int[] guesses = ball.guesses().toArray();
        int ints = ball.inner().length * 2 + ball.shellStarts().length + 1 + guesses.length;
        ByteBuffer section = littleEndian(centres.length * Long.BYTES + ints * Integer.BYTES);
        section.asLongBuffer().put(centres);
        section.position(centres.length * Long.BYTES);
        section.asIntBuffer()
                .put(ball.inner())
                .put(ball.outer())
                .put(ball.shellStarts())
                .put(guesses.length)
                .put(guesses);
        return section.position(section.limit());
    }

    private static void drain(ByteBuffer buffer, FileChannel channel, CRC32C checksum) throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Maps a file. @throws IOException where it is not one of these, damaged or of another version */
    static Opened open(Path file) throws IOException {
        // The mapping outlives the channel.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CodeFile opened = new CodeFile(file, channel);
            opened.readHeader();
            return new Opened(opened.indexed(), opened.nextRow);
        }
    }

    /** Reads the whole file and compares it with its checksums. @throws IOException where it is damaged */
    static void verify(Path file, Progress progress) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CodeFile opened = new CodeFile(file, channel);
            opened.readHeader();
            opened.indexed();
            CRC32C checksum = new CRC32C();
            long end = opened.ballStart();
            ByteBuffer buffer = littleEndian(1 << 20);
            for (long at = BODY; at < end; at += buffer.position()) {
                progress.checkCancelled();
                progress.report((double) at / end, "Checking " + file.getFileName());
                buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
                opened.readFully(buffer, at);
                checksum.update(buffer.duplicate().flip());
            }
            opened.require((int) checksum.getValue() == opened.bodyChecksum, "its codes are damaged");
        }
    }

    private void readHeader() throws IOException {
        require(channel.size() >= BODY, "it is too short");
        ByteBuffer header = littleEndian(HEADER);
        readFully(header, 0);
        header.flip();
        require(header.getLong() == MAGIC, "it is not a file of codes");
        int version = header.getInt();
        require(version == VERSION, "it has version " + version + ", and only " + VERSION + " can be read");
        require(
                header.getInt(HEADER - 4)
                        == checksum(header.duplicate().position(0).limit(HEADER - 4)),
                "its header is damaged");
        bits = header.getInt();
        require(bits >= 1 && bits <= BinaryCode.MAX_BITS, "it claims " + bits + " bits");
        codes = count(header.getLong(), Integer.MAX_VALUE - 64, "codes");
        nextRow = count(header.getLong(), Integer.MAX_VALUE - 64, "rows");
        cells = count(header.getLong(), MOST_CELLS, "cells");
        ballBytes = count(header.getLong(), Integer.MAX_VALUE - 64, "bytes of balls");
        int numbers = header.getInt();
        require(numbers == 0 || numbers == 1, "it claims " + numbers + " kinds of row numbers");
        numbered = numbers == 1;
        ballChecksum = header.getInt();
        bodyChecksum = header.getInt();
        require(nextRow >= codes, "it has more codes than rows");
        require(numbered || nextRow == codes, "its rows have no numbers");
        require(channel.size() == ballStart() + ballBytes, "its length is not what its header says");
    }

    private int count(long claimed, int most, String what) throws IOException {
        require(claimed >= 0 && claimed <= most, "it claims " + claimed + " " + what);
        return (int) claimed;
    }

    private long numbersStart() {
        return BODY + (long) codes * BinaryCode.wordsFor(bits) * Long.BYTES;
    }

    private long ballStart() {
        return numbersStart() + (numbered ? (long) codes * Integer.BYTES : 0);
    }

    private IndexedCodes indexed() throws IOException {
        MappedCodes store = new MappedCodes(bits, codes, channel, BODY);
        RowNumbers numbers = numbered
                ? new MappedNumbers(file, channel, numbersStart(), codes, nextRow, cells == 0)
                : RowNumbers.SAME;
        if (cells == 0) {
            require(ballBytes == 0, "it has balls but no cells");
            return IndexedCodes.scanned(store, numbers, ScanKernel.LOOP);
        }
        return IndexedCodes.with(ball(store, numbers), ScanKernel.LOOP);
    }

    private BallIndex ball(CodeStore store, RowNumbers numbers) throws IOException {
        ByteBuffer section = littleEndian(ballBytes);
        readFully(section, ballStart());
        require(checksum(section.flip()) == ballChecksum, "its index is damaged");
        long centreBytes = (long) cells * store.wordsPerCode() * Long.BYTES;
        require(centreBytes + 2L * cells * Integer.BYTES <= ballBytes, "its index is too short");
        long[] centres = new long[cells * store.wordsPerCode()];
        section.asLongBuffer().get(centres);
        IntBuffer ints = section.position((int) centreBytes).asIntBuffer();
        int[] inner = new int[cells];
        int[] outer = new int[cells];
        ints.get(inner).get(outer);
        long shells = 0;
        for (int cell = 0; cell < cells; cell++) {
            boolean empty = inner[cell] == 1 && outer[cell] == 0;
            require(
                    empty || (inner[cell] >= 0 && inner[cell] <= outer[cell] && outer[cell] <= bits),
                    "a cell is impossible");
            shells += outer[cell] - inner[cell] + 1;
        }
        require(shells + 2 <= ints.remaining(), "its index is too short");
        int[] starts = new int[(int) shells + 1];
        ints.get(starts);
        int[] guesses = new int[count(ints.get(), ints.remaining(), "guesses")];
        ints.get(guesses);
        require(!ints.hasRemaining(), "its index is too long");
        require(ReachGuesses.fits(guesses.length, bits), "it has " + guesses.length + " guesses");
        require(starts[0] == 0 && starts[(int) shells] == codes, "its shells do not hold its codes");
        for (int shell = 0; shell < shells; shell++) {
            require(starts[shell] <= starts[shell + 1], "its shells overlap");
        }
        for (int guess : guesses) {
            require(guess >= 0, "a guess is impossible");
        }
        return new BallIndex(
                store,
                numbers,
                new Centres(store.wordsPerCode(), centres),
                inner,
                outer,
                starts,
                new ReachGuesses(guesses));
    }

    private void readFully(ByteBuffer buffer, long at) throws IOException {
        long next = at;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, next);
            require(read >= 0, "it ends too early");
            next += read;
        }
    }

    private void require(boolean condition, String what) throws IOException {
        if (!condition) {
            throw new IOException(
                    file + " cannot be searched: " + what + ". Delete it; it is made again from the archive.");
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return (int) checksum.getValue();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
