package org.hashscape.workbench;

import java.nio.file.Path;
import java.util.Optional;
import org.hashscape.model.TileId;

/** What is looked for. */
public sealed interface QuerySource {

    /** A tile of the archive; never part of its own answer. */
    record ArchiveTile(TileId tile) implements QuerySource {}

    /** An image file from anywhere, or a rectangle of it; nothing of it is stored. */
    record ImageFile(Path file, Optional<Rectangle> crop) implements QuerySource {}

    /** A rectangle drawn on an archive tile; the tile may well be in the answer. */
    record TilePart(TileId tile, Rectangle crop) implements QuerySource {}

    /** A rectangle in pixels of the image. */
    record Rectangle(int x, int y, int width, int height) {

        public Rectangle {
            if (x < 0 || y < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException(
                        "Not a rectangle inside an image: " + x + "," + y + "," + width + "," + height);
            }
        }
    }
}
