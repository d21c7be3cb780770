package org.hashscape.ui.archive;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CellPainter;
import org.hashscape.ui.common.TileText;

/** An archive tile: its picture, and below it its labels, or its file name where it has none. */
final class TileCellPainter implements CellPainter<Tile> {

    @Override
    public TileId tile(Tile tile) {
        return tile.id();
    }

    @Override
    public int captionLines() {
        return 1;
    }

    @Override
    public void paint(Cell<Tile> cell) {
        GraphicsContext graphics = cell.graphics();
        Tile tile = cell.item();
        graphics.setFont(cell.font());
        graphics.setFill(cell.palette().muted());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        String caption =
                tile.labels().isEmpty() ? tile.fileName() : tile.labels().toString();
        graphics.fillText(
                cell.fit().apply(caption),
                cell.x() + cell.size() / 2,
                cell.y() + cell.size() + 2 + cell.lineHeight() / 2);
    }

    @Override
    public String describe(Tile tile) {
        return TileText.describe(tile);
    }
}
