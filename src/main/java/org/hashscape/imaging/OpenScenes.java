package org.hashscape.imaging;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scenes that windows are read from, kept open: the next window is most likely of the same one. A changed file is opened
 * anew. Thread-safe.
 */
final class OpenScenes implements Closeable {

    private static final int MOST_IDLE = 4;

    private final Map<Path, Entry> entries = new HashMap<>();
    private long clock;

    /** A scene in use; closing gives it back. */
    record Lease(TiffImage image, Runnable giveBack) implements Closeable {
        @Override
        public void close() {
            giveBack.run();
        }
    }

    private static final class Entry {
        private final TiffImage image;
        private final long modified;
        private int users;
        private long used;
        private boolean stale;

        Entry(TiffImage image, long modified) {
            this.image = image;
            this.modified = modified;
        }
    }

    synchronized Lease lend(Path file) throws IOException {
        long modified = Files.getLastModifiedTime(file).toMillis();
        @Nullable Entry entry = entries.get(file);
        if (entry != null && entry.modified != modified) {
            entries.remove(file);
            entry.stale = true;
            closeIfUnused(entry);
            entry = null;
        }
        if (entry == null) {
            entry = new Entry(TiffImage.open(file), modified);
            entries.put(file, entry);
        }
        entry.users++;
        entry.used = ++clock;
        closeOldest();
        Entry lent = entry;
        return new Lease(lent.image, () -> giveBack(lent));
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
        if (entry.stale) {
            closeIfUnused(entry);
        }
        closeOldest();
    }

    private void closeOldest() {
        List<Map.Entry<Path, Entry>> idle = new ArrayList<>();
        for (Map.Entry<Path, Entry> each : entries.entrySet()) {
            if (each.getValue().users == 0) {
                idle.add(each);
            }
        }
        idle.sort((a, b) -> Long.compare(a.getValue().used, b.getValue().used));
        for (int i = 0; i < idle.size() - MOST_IDLE; i++) {
            entries.remove(idle.get(i).getKey());
            closeIfUnused(idle.get(i).getValue());
        }
    }

    private static void closeIfUnused(Entry entry) {
        if (entry.users == 0) {
            try {
                entry.image.close();
            } catch (IOException nothingToSave) {
                // it was read only
            }
        }
    }

    @Override
    public synchronized void close() {
        for (Entry entry : entries.values()) {
            entry.stale = true;
            closeIfUnused(entry);
        }
        entries.clear();
    }
}
