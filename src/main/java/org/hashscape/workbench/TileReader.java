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
import org.hashscape.imaging.GeoReference;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.imaging.ImagePreview;
import org.hashscape.imaging.PreviewReader;
import org.hashscape.imaging.UnreadableImageException;
import org.hashscape.model.Footprint;

/** Reads one file of a data set: to a tile with its thumbnail, or to the reason why it is none. */
final class TileReader {

    /** Stamp of a problem that lies outside the file's content (permission, memory): no file has it, so it is tried again. */
    static final FileStamp RETRY = new FileStamp(-1, -1);

    /** One of the two is there. */
    record Outcome(Optional<TileRecord> tile, Optional<ProblemRecord> problem) {}

    private final PreviewReader previews;

    TileReader(ImageDecoder decoder) {
        this.previews = new PreviewReader(decoder);
    }

    static FileStamp stampOf(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
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
            ImagePreview image = previews.read(entry.file(), stamp.bytes());
            TileRecord tile = new TileRecord(
                    entry.key(),
                    image.width(),
                    image.height(),
                    image.bands(),
                    image.format(),
                    stamp,
                    entry.labels(),
                    footprintOf(entry, image),
                    entry.acquired(),
                    image.thumbnailJpeg());
            return new Outcome(Optional.of(tile), Optional.empty());
        } catch (NoSuchFileException gone) {
            return problem(entry, RETRY, "Vanished while it was imported");
        } catch (UnreadableImageException content) {
            return problem(entry, stamp, String.valueOf(content.getMessage()));
        } catch (AccessDeniedException denied) {
            return problem(entry, RETRY, "Permission denied");
        } catch (IOException | RuntimeException | OutOfMemoryError passing) {
            return problem(
                    entry, RETRY, Optional.ofNullable(passing.getMessage()).orElse(passing.toString()));
        }
    }

    private static Optional<Footprint> footprintOf(DatasetEntry entry, ImagePreview image) {
        Optional<Footprint> own = image.format().equals("TIFF") ? GeoReference.of(entry.file()) : Optional.empty();
        return own.isPresent() ? own : entry.footprint();
    }

    private static Outcome problem(DatasetEntry entry, FileStamp stamp, String reason) {
        return new Outcome(Optional.empty(), Optional.of(new ProblemRecord(entry.key(), reason, stamp)));
    }
}
