package org.hashscape.ui.comparison;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CellPainter;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.results.MarkBadge;
import org.hashscape.ui.results.ResultCellPainter;
import org.hashscape.ui.results.ResultsViewModel.Relevance;

/**
 * A place of a comparison: the picture, and beside it rank and distance, the labels, and which ranks the same tile has in
 * the other columns, by their shapes. The selected tile is framed in every column.
 */
final class ComparisonCellPainter implements CellPainter<Place> {

    private static final TileId NONE = new TileId(Long.MAX_VALUE);

    private int columns = 2;
    private Optional<TileId> selected = Optional.empty();

    void setColumns(int count) {
        columns = count;
    }

    void setSelected(Optional<TileId> tile) {
        selected = tile;
    }

    @Override
    public TileId tile(Place place) {
        return place.shown().map(some -> some.tile().id()).orElse(NONE);
    }

    @Override
    public boolean isEmpty(Place place) {
        return place.shown().isEmpty();
    }

    @Override
    public int captionLines() {
        return 3;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void paint(Cell<Place> cell) {
        cell.item().shown().ifPresent(shown -> {
            if (shown.relevance() != Relevance.UNKNOWN) {
                ResultCellPainter.paintVerdict(cell, shown.relevance() == Relevance.RELEVANT);
            }
            MarkBadge.paint(cell, shown.mark());
            frame(cell, shown);
            words(cell, shown);
        });
    }

    @Override
    public String describe(Place place) {
        return place.shown()
                .map(shown -> place.spoken() + "\n" + TileText.name(shown.tile()))
                .orElse(place.spoken());
    }

    private void frame(Cell<Place> cell, Place.Shown shown) {
        if (selected.filter(shown.tile().id()::equals).isPresent()) {
            GraphicsContext graphics = cell.graphics();
            graphics.setStroke(cell.palette().accent());
            graphics.setLineWidth(1.5);
            graphics.setLineDashes(4, 3);
            double height = Math.max(cell.size(), 3 * cell.lineHeight());
            graphics.strokeRoundRect(cell.x() - 3, cell.y() - 3, cell.width() + 6, height + 6, 8, 8);
            graphics.setLineDashes();
        }
    }

    private static void words(Cell<Place> cell, Place.Shown shown) {
        GraphicsContext graphics = cell.graphics();
        double left = cell.x() + cell.size() + BESIDE;
        double block = 3 * cell.lineHeight();
        double line = cell.y() + Math.max(0, (cell.size() - block) / 2) + cell.lineHeight() / 2;
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(
                Font.font(cell.font().getFamily(), FontWeight.BOLD, cell.font().getSize()));
        graphics.setFill(cell.palette().text());
        String rank = String.valueOf(cell.item().rank());
        graphics.fillText(rank, left, line);
        graphics.setFont(cell.font());
        graphics.setFill(cell.palette().muted());
        double digits = cell.font().getSize() * (0.8 + 0.66 * rank.length());
        graphics.fillText(cell.fit().apply(shown.distance()), left + digits, line);
        graphics.setFill(cell.palette().text());
        graphics.fillText(cell.fit().apply(TileText.labels(shown.tile().labels())), left, line + cell.lineHeight());
        elsewhere(cell, shown, left, line + 2 * cell.lineHeight());
    }

    /** Shape and rank of each other column that has the tile. */
    private static void elsewhere(Cell<Place> cell, Place.Shown shown, double left, double middle) {
        GraphicsContext graphics = cell.graphics();
        if (!cell.item().isShared()) {
            graphics.setFill(cell.palette().muted());
            graphics.fillText(cell.fit().apply("only here"), left, middle);
            return;
        }
        double shape = Math.round(cell.font().getSize() * 0.72);
        double x = left;
        for (int other = 0; other < shown.ranks().size(); other++) {
            OptionalInt rank = shown.ranks().get(other);
            if (other == cell.item().column() || rank.isEmpty()) {
                continue;
            }
            ColumnMark.of(other).paint(graphics, cell.palette(), x, middle - shape / 2, shape);
            String number = String.valueOf(rank.getAsInt());
            graphics.setFill(cell.palette().text());
            graphics.fillText(number, x + shape + 4, middle);
            x += shape + 4 + cell.font().getSize() * (0.66 * number.length() + 0.9);
        }
    }
}
