package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetEntry;
import org.hashscape.archive.store.ProblemRecord;
import org.hashscape.archive.store.TileRecord;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.imaging.ImagePreview;
import org.hashscape.imaging.PreviewReader;
import org.hashscape.imaging.TilePixels;
import org.hashscape.imaging.UnreadableImageException;
import org.hashscape.model.Rendering;
import org.hashscape.model.TileSource;

/** Reads one tile of a data set: to a tile with its thumbnail, or to the reason why it is none. */
final class TileReader {

    /** Stamp of a problem that lies outside the file's content (permission, memory): no file has it, so it is tried again. */
    static final FileStamp RETRY = new FileStamp(-1, -1);

    /**
     * One of the three is there.
     *
     * @param blank stamp of a window in which too little was measured
     * @param unplaced why the tile has no footprint, where its file does say something of a place
     */
    record Outcome(
            String key,
            Optional<TileRecord> tile,
            Optional<ProblemRecord> problem,
            Optional<FileStamp> blank,
            Optional<String> unplaced) {

        /** Whether memory ran out: perhaps only because of what was read beside it. */
        boolean lackedMemory() {
            return problem.filter(row -> row.reason().equals(NO_MEMORY)).isPresent();
        }
    }

    private static final String NO_MEMORY = "Needs more memory than Java may use; start Hashscape with a larger -Xmx";

    private final PreviewReader previews;
    private final Path root;
    private final Rendering rendering;
    private final double mostEmpty;
    private final TileGround places = new TileGround();

    /** @param mostEmpty the share of a window that may hold nothing, 0..1 */
    TileReader(ImageDecoder decoder, Path root, Rendering rendering, double mostEmpty) {
        this.previews = new PreviewReader(decoder);
        this.root = root;
        this.rendering = rendering;
        this.mostEmpty = mostEmpty;
    }

    /** Stamp of all files of an entry together. */
    static FileStamp stampOf(DatasetEntry entry, Path root) throws IOException {
        long bytes = 0;
        long modified = 0;
        for (Path file : entry.files(root)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            bytes += attributes.size();
            modified = Math.max(modified, attributes.lastModifiedTime().toMillis());
        }
        return new FileStamp(bytes, modified);
    }

    /** Seconds that all threads together have spent on each step. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("read", previews.readSeconds());
        seconds.put("decode", previews.decodeSeconds());
        seconds.put("thumbnail", previews.thumbnailSeconds());
        return seconds;
    }

    Outcome read(DatasetEntry entry, FileStamp stamp) {
        try {
            TilePixels pixels = new TilePixels(entry.files(root), entry.source().flatMap(TileSource::window));
            ImagePreview preview = previews.read(pixels, rendering, stamp.bytes());
            if (pixels.window().isPresent() && preview.empty() > mostEmpty) {
                return new Outcome(
                        entry.key(), Optional.empty(), Optional.empty(), Optional.of(stamp), Optional.empty());
            }
            TileGround.Place place = places.of(entry, pixels, preview);
            TileRecord tile = new TileRecord(
                    entry.key(),
                    preview.width(),
                    preview.height(),
                    preview.bands(),
                    preview.format(),
                    stamp,
                    entry.labels(),
                    place.footprint(),
                    place.acquired(),
                    preview.thumbnailJpeg(),
                    entry.source());
            return new Outcome(entry.key(), Optional.of(tile), Optional.empty(), Optional.empty(), place.unplaced());
        } catch (NoSuchFileException gone) {
            return problem(entry, RETRY, "Vanished while it was imported");
        } catch (UnreadableImageException content) {
            return problem(entry, stamp, String.valueOf(content.getMessage()));
        } catch (AccessDeniedException denied) {
            return problem(entry, RETRY, "Permission denied");
        } catch (IOException | RuntimeException | OutOfMemoryError passing) {
            boolean full = passing instanceof OutOfMemoryError || passing.getCause() instanceof OutOfMemoryError;
            String reason = Optional.ofNullable(passing.getMessage()).orElse(passing.toString());
            return problem(entry, RETRY, full ? NO_MEMORY : reason);
        }
    }

    private static Outcome problem(DatasetEntry entry, FileStamp stamp, String reason) {
        return new Outcome(
                entry.key(),
                Optional.empty(),
                Optional.of(new ProblemRecord(entry.key(), reason, stamp)),
                Optional.empty(),
                Optional.empty());
    }
}
