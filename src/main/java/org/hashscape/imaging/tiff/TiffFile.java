package org.hashscape.imaging.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directories of a TIFF or BigTIFF file. Every number in it is taken for a lie until it fits the file's length; a
 * chain of directories that bites its tail ends there with an error.
 *
 * @param directories at least one, in the file's order
 * @param length of the file, bytes
 * @param big whether it is a BigTIFF
 */
public record TiffFile(List<TiffDirectory> directories, long length, boolean big) {

    private static final int MAX_DIRECTORIES = 512;
    private static final int MAX_ENTRIES = 4096;

    /** Values of all tags together, bytes: a scene of 4 million blocks has 64 MB of offsets. */
    private static final long MAX_VALUE_BYTES = 64L << 20;

    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    public TiffFile {
        directories = List.copyOf(directories);
    }

    /** Whether the first bytes are those of a TIFF or BigTIFF, in either byte order. */
    public static boolean isTiff(byte[] start) {
        if (start.length < 4) {
            return false;
        }
        return start[0] == 'I' && start[1] == 'I' && (start[2] == 42 || start[2] == 43) && start[3] == 0
                || start[0] == 'M' && start[1] == 'M' && start[2] == 0 && (start[3] == 42 || start[3] == 43);
    }

    /**
     * Reads all directories of the main chain.
     *
     * @throws MalformedTiffException where the file contradicts itself
     */
    public static TiffFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Walk(channel).run();
        } catch (EOFException end) {
            throw new MalformedTiffException("the file ends too early");
        }
    }

    /** One look through a file. */
    private static final class Walk {

        private final FileChannel channel;
        private final long length;
        private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        private boolean big;
        private long valueBytes;

        Walk(FileChannel channel) throws IOException {
            this.channel = channel;
            this.length = channel.size();
        }

        TiffFile run() throws IOException {
            ByteBuffer start = bytes(0, 8);
            order = start.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            start.order(order);
            big = start.getShort(2) == 43;
            long next;
            if (big) {
                ByteBuffer rest = bytes(4, 12);
                if (rest.getShort(0) != 8 || rest.getShort(2) != 0) {
                    throw new MalformedTiffException(
                            "its BigTIFF header says offsets of " + rest.getShort(0) + " bytes");
                }
                next = rest.getLong(4);
            } else {
                next = Integer.toUnsignedLong(start.getInt(4));
            }
            List<TiffDirectory> directories = new ArrayList<>();
            Set<Long> met = new HashSet<>();
            while (next != 0) {
                if (!met.add(next) || met.size() > MAX_DIRECTORIES) {
                    throw new MalformedTiffException("its chain of directories does not end");
                }
                next = directory(next, directories);
            }
            if (directories.isEmpty()) {
                throw new MalformedTiffException("it holds no image");
            }
            return new TiffFile(directories, length, big);
        }

        /** Reads one directory. @return where the next one is; 0 after the last */
        private long directory(long at, List<TiffDirectory> to) throws IOException {
            int countBytes = big ? 8 : 2;
            int entryBytes = big ? 20 : 12;
            ByteBuffer head = bytes(at, countBytes);
            long count = big ? head.getLong(0) : head.getShort(0) & 0xffff;
            if (count < 1 || count > MAX_ENTRIES) {
                throw new MalformedTiffException("a directory has " + count + " entries");
            }
            ByteBuffer table = bytes(at + countBytes, (int) count * entryBytes);
            Map<Integer, TiffValue> values = new HashMap<>();
            for (int i = 0; i < count; i++) {
                entry(table, i * entryBytes, values);
            }
            to.add(new TiffDirectory(values));
            long nextAt = at + countBytes + count * entryBytes;
            if (nextAt + (big ? 8 : 4) > length) {
                return 0; // some writers leave out the last pointer
            }
            ByteBuffer next = bytes(nextAt, big ? 8 : 4);
            return big ? next.getLong(0) : Integer.toUnsignedLong(next.getInt(0));
        }

        private void entry(ByteBuffer table, int at, Map<Integer, TiffValue> to) throws IOException {
            int tag = table.getShort(at) & 0xffff;
            int type = table.getShort(at + 2) & 0xffff;
            long count = big ? table.getLong(at + 4) : Integer.toUnsignedLong(table.getInt(at + 4));
            int inline = big ? 8 : 4;
            int valueAt = at + (big ? 12 : 8);
            if (type >= TYPE_BYTES.length || TYPE_BYTES[type] == 0) {
                if (TiffDirectory.isNeeded(tag)) {
                    throw new MalformedTiffException("tag " + tag + " has the unknown type " + type);
                }
                return; // a reader skips what it does not know
            }
            long size = count < 0 || count > length ? Long.MAX_VALUE : count * TYPE_BYTES[type];
            long place = big ? table.getLong(valueAt) : Integer.toUnsignedLong(table.getInt(valueAt));
            boolean outside = size > inline && (size > length || place < 0 || place > length - size);
            if (outside) {
                if (TiffDirectory.isNeeded(tag)) {
                    throw new MalformedTiffException("the values of tag " + tag + " lie outside the file");
                }
                return;
            }
            if (!TiffDirectory.isKept(tag)) {
                return;
            }
            valueBytes += size;
            if (valueBytes > MAX_VALUE_BYTES) {
                throw new MalformedTiffException("its tags hold more than " + (MAX_VALUE_BYTES >> 20) + " MB");
            }
            ByteBuffer bytes;
            if (size <= inline) {
                byte[] here = new byte[(int) size];
                table.get(valueAt, here);
                bytes = ByteBuffer.wrap(here).order(order);
            } else {
                bytes = bytes(place, (int) size);
            }
            if (to.put(tag, new TiffValue(type, (int) count, bytes)) != null) {
                throw new MalformedTiffException("tag " + tag + " is there twice");
            }
        }

        private ByteBuffer bytes(long at, int count) throws IOException {
            if (at < 0 || at > length - count) {
                throw new MalformedTiffException("the file ends too early");
            }
            ByteBuffer bytes = ByteBuffer.allocate(count).order(order);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new EOFException();
                }
            }
            return bytes.flip().order(order);
        }
    }
}
