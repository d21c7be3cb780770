package org.hashscape.ui.results;

import org.hashscape.model.TileId;
import org.hashscape.ui.common.CellPainter.Cell;

/** Draws something more over results' pictures, and a line below their captions. On the JavaFX thread, and quick. */
public interface CellOverlay {

    /** Nothing more. */
    CellOverlay NONE = new CellOverlay() {
        @Override
        public int lines() {
            return 0;
        }

        @Override
        public void paint(Cell<?> cell, TileId tile, double lineTop) {}

        @Override
        public String describe(TileId tile) {
            return "";
        }
    };

    /** Lines that it needs below the captions. */
    int lines();

    /** @param lineTop where its lines begin */
    void paint(Cell<?> cell, TileId tile, double lineTop);

    /** What the tool tip says of it; empty where it is nothing. */
    String describe(TileId tile);
}
