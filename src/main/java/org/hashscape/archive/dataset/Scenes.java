package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetScan.Irregular;
import org.hashscape.model.Labels;
import org.hashscape.model.PixelWindow;
import org.hashscape.model.Progress;
import org.hashscape.model.TileSource;

/** TIFF scenes that are cut into tiles: {@code scene.tif[x,y,width,height]}. */
record Scenes() implements LayoutReader {

    @Override
    public boolean fits(FolderContents contents) {
        for (Path image : contents.largest()) {
            try {
                ImageHeader header = contents.headers().read(image);
                if ((long) header.width() * header.height() > contents.mostPixels()) {
                    return true;
                }
            } catch (IOException unreadable) {
                // others may tell
            }
        }
        return false;
    }

    /** Whether a file is of the format that can be cut: its name says so. */
    static boolean canBe(Path image) {
        return image.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.tiff?");
    }

    @Override
    public DatasetScan read(FolderContents contents, Progress progress) {
        List<DatasetEntry> entries = new ArrayList<>();
        for (Path image : contents.images()) {
            progress.checkCancelled();
            String key = contents.keyOf(image);
            if (!canBe(image)) {
                contents.irregular()
                        .add(new Irregular(
                                key,
                                "Only TIFF scenes are cut into tiles; convert it with: gdal_translate -co TILED=YES in.png"
                                        + " out.tif"));
                continue;
            }
            try {
                ImageHeader header = contents.headers().read(image);
                for (PixelWindow window : contents.grid().windows(header.width(), header.height())) {
                    entries.add(entry(image, key, window));
                }
            } catch (IOException unreadable) {
                contents.irregular().add(new Irregular(key, String.valueOf(unreadable.getMessage())));
            }
        }
        return new DatasetScan(DatasetLayout.SCENE, entries, contents.irregular(), List.of(), Optional.empty());
    }

    private static DatasetEntry entry(Path image, String key, PixelWindow window) {
        String rectangle = "[" + window.x() + "," + window.y() + "," + window.width() + "," + window.height() + "]";
        return new DatasetEntry(
                image,
                key + rectangle,
                Labels.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TileSource(List.of(key), Optional.of(window))),
                Optional.empty());
    }
}
