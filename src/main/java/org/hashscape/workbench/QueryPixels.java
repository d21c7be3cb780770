package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hashscape.imaging.UnreadableImageException;
import org.hashscape.model.Raster;
import org.hashscape.workbench.QuerySource.ImageFile;
import org.hashscape.workbench.QuerySource.Rectangle;
import org.hashscape.workbench.QuerySource.TilePart;

/** Reads what is asked about where the archive has no descriptor of it: an outside image, or a part of a tile. */
final class QueryPixels {

    private final Archive archive;
    private final TileCatalogue catalogue;

    QueryPixels(Archive archive, TileCatalogue catalogue) {
        this.archive = archive;
        this.catalogue = catalogue;
    }

    /**
     * @throws IOException where the image cannot be read, with what to do
     * @throws IllegalArgumentException for a whole tile of the archive, or a rectangle that reaches beyond the image
     */
    Raster of(QuerySource source) throws IOException {
        if (source instanceof ImageFile image) {
            if (!Files.exists(image.file())) {
                throw new NoSuchFileException(image.file().toString());
            }
            Raster raster = decode(image.file());
            return image.crop().map(part -> crop(raster, part)).orElse(raster);
        }
        if (source instanceof TilePart part) {
            return crop(archive.raster(catalogue.tile(part.tile())), part.crop());
        }
        throw new IllegalArgumentException("An archive tile is looked up, not read");
    }

    private Raster decode(Path file) throws IOException {
        try {
            return archive.outsideRaster(file);
        } catch (UnreadableImageException unreadable) {
            throw new IOException(file + " cannot be asked about. " + unreadable.getMessage(), unreadable);
        }
    }

    private static Raster crop(Raster raster, Rectangle part) {
        return raster.crop(part.x(), part.y(), part.width(), part.height());
    }
}
