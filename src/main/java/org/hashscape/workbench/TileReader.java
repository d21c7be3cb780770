package org.hashscape.workbench;

import java.io.IOException;
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
import org.hashscape.model.Footprint;

/** Reads one file of a data set: to a tile with its thumbnail, or to the reason why it is none. */
final class TileReader {

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
            return problem(entry, stamp, "Vanished while it was imported");
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            String reason = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
            return problem(entry, stamp, reason);
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
