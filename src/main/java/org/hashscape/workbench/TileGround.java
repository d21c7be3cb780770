package org.hashscape.workbench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetEntry;
import org.hashscape.imaging.ImagePreview;
import org.hashscape.imaging.TilePixels;
import org.hashscape.imaging.geo.AcquisitionDate;
import org.hashscape.imaging.geo.GeoReference;
import org.hashscape.imaging.geo.GroundSystem;
import org.hashscape.imaging.geo.PixelGrid;
import org.hashscape.imaging.geo.UnknownPlaceException;
import org.hashscape.model.Footprint;
import org.hashscape.model.GroundRectangle;
import org.hashscape.model.PixelWindow;

/**
 * Where tiles lie and when they were taken: what a GeoTIFF says of itself, else what its data set says. Dates the other
 * way round: data set, then name, then the file's time stamp. Thread-safe.
 */
final class TileGround {

    /** Windows of one scene share its georeference. */
    private static final int MOST_KEPT = 64;

    /** @param unplaced why there is no footprint, where something was said of a place but cannot be used */
    record Place(Optional<Footprint> footprint, Optional<LocalDate> acquired, Optional<String> unplaced) {}

    private final Cache<Path, GeoReference> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Place of(DatasetEntry entry, TilePixels pixels, ImagePreview preview) {
        GeoReference own = preview.format().equals("TIFF") ? reference(pixels) : GeoReference.ABSENT;
        PixelWindow window = pixels.window().orElse(new PixelWindow(0, 0, preview.width(), preview.height()));
        Optional<Footprint> footprint = Optional.empty();
        Optional<String> unplaced = Optional.empty();
        try {
            footprint = Optional.of(own.footprint(ofFirstFile(window, own, entry, preview)));
        } catch (UnknownPlaceException unknown) {
            unplaced = own.isAbsent() ? Optional.empty() : Optional.ofNullable(unknown.getMessage());
        }
        if (footprint.isEmpty() && entry.ground().isPresent()) {
            try {
                footprint = Optional.of(ofGround(entry.ground().get(), window));
            } catch (UnknownPlaceException unknown) {
                unplaced = Optional.ofNullable(unknown.getMessage());
            }
        }
        if (footprint.isEmpty()) {
            footprint = entry.footprint();
        }
        Optional<LocalDate> acquired = entry.acquired()
                .or(() -> AcquisitionDate.ofName(lastPart(entry.key())))
                .or(() -> own.dateText().flatMap(AcquisitionDate::ofStamp));
        return new Place(footprint, acquired, footprint.isPresent() ? Optional.empty() : unplaced);
    }

    private GeoReference reference(TilePixels pixels) {
        Path file = pixels.files().get(0);
        return pixels.window().isPresent() ? kept.get(file, GeoReference::of) : GeoReference.of(file);
    }

    /** The whole of the first band file, which may have fewer pixels than the tile. */
    private static PixelWindow ofFirstFile(
            PixelWindow window, GeoReference own, DatasetEntry entry, ImagePreview preview) {
        boolean bandFiles =
                entry.source().isPresent() && entry.source().get().files().size() > 1;
        return bandFiles ? own.size().orElse(new PixelWindow(0, 0, preview.width(), preview.height())) : window;
    }

    private static Footprint ofGround(GroundRectangle ground, PixelWindow window) throws UnknownPlaceException {
        PixelGrid grid = PixelGrid.filling(
                ground.left(), ground.top(), ground.right(), ground.bottom(), window.width(), window.height());
        return GeoReference.filling(grid, GroundSystem.ofText(ground.system())).footprint(window);
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
