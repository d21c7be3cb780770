package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetEntry;
import org.hashscape.archive.store.ProblemRecord;
import org.hashscape.archive.store.TileRecord;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.imaging.DecodedImage;
import org.hashscape.imaging.GeoReference;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.imaging.UnreadableImageException;
import org.hashscape.model.Footprint;

/** Reads one file of a data set: to a tile with its thumbnail, or to the reason why it is none. */
final class TileReader {

    /** Stamp of a problem that lies outside the file's content (permission, memory): no file has it, so it is tried again. */
    static final FileStamp RETRY = new FileStamp(-1, -1);

    /** One of the two is there. */
    record Outcome(Optional<TileRecord> tile, Optional<ProblemRecord> problem) {}

    private final ImageDecoder decoder;

    TileReader(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    static FileStamp stampOf(Path file) throws IOException {
        return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }

    Outcome read(DatasetEntry entry, FileStamp stamp) {
        try {
            DecodedImage image = decoder.decode(entry.file());
            byte[] thumbnail = Thumbnails.encode(Thumbnails.shrink(image.raster(), Thumbnails.SIDE));
            TileRecord tile = new TileRecord(
                    entry.key(),
                    image.raster().width(),
                    image.raster().height(),
                    image.bands(),
                    image.format(),
                    stamp,
                    entry.labels(),
                    footprintOf(entry, image),
                    entry.acquired(),
                    thumbnail);
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

    private static Optional<Footprint> footprintOf(DatasetEntry entry, DecodedImage image) {
        Optional<Footprint> own = image.format().equals("TIFF") ? GeoReference.of(entry.file()) : Optional.empty();
        return own.isPresent() ? own : entry.footprint();
    }

    private static Outcome problem(DatasetEntry entry, FileStamp stamp, String reason) {
        return new Outcome(Optional.empty(), Optional.of(new ProblemRecord(entry.key(), reason, stamp)));
    }
}
