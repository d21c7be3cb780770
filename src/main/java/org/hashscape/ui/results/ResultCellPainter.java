package org.hashscape.ui.results;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CellPainter;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.results.ResultsViewModel.Relevance;
import org.hashscape.ui.results.ResultsViewModel.Result;

/**
 * A result: its picture with a green or red edge where labels tell relevance, the same told by a tick or a cross for
 * those who do not see the colours; below it rank and distance, and the labels.
 */
public final class ResultCellPainter implements CellPainter<Result> {

    private static final double EDGE = 3;
    private CellOverlay overlay = CellOverlay.NONE;

    /** What is drawn over the pictures. */
    void setOverlay(CellOverlay drawn) {
        overlay = drawn;
    }

    @Override
    public TileId tile(Result result) {
        return result.tile().id();
    }

    @Override
    public int captionLines() {
        return 2 + overlay.lines();
    }

    @Override
    public void paint(Cell<Result> cell) {
        overlay.paint(cell, tile(cell.item()), cell.y() + cell.size() + 4 + 2 * cell.lineHeight());
        if (cell.item().relevance() != Relevance.UNKNOWN) {
            paintVerdict(cell, cell.item().relevance() == Relevance.RELEVANT);
        }
        MarkBadge.paint(cell, cell.item().mark());
        FoldBadge.paint(cell, cell.item());
        paintCaption(cell);
    }

    @Override
    public String describe(Result result) {
        String more = overlay.describe(tile(result));
        return result.spoken() + "\n" + TileText.name(result.tile()) + (more.isEmpty() ? "" : "\n" + more);
    }

    private static void paintCaption(Cell<Result> cell) {
        GraphicsContext graphics = cell.graphics();
        graphics.setTextBaseline(VPos.CENTER);
        double first = cell.y() + cell.size() + 3 + cell.lineHeight() / 2;
        String rank = String.valueOf(cell.item().hit().rank());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(bold(cell.font()));
        graphics.setFill(cell.palette().text());
        graphics.fillText(rank, cell.x() + 1, first);
        graphics.setFont(cell.font());
        graphics.setFill(cell.palette().muted());
        graphics.setTextAlign(TextAlignment.RIGHT);
        String distance = cell.item().distance();
        String both = rank + "  " + distance;
        boolean tight = !cell.fit().apply(both).equals(both);
        graphics.fillText(tight ? cell.item().shortDistance() : distance, cell.x() + cell.size() - 1, first);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(cell.palette().text());
        graphics.fillText(
                cell.fit().apply(TileText.labels(cell.item().tile().labels())),
                cell.x() + 1,
                first + cell.lineHeight());
    }

    /** Edge and mark of a picture that say whether labels make it relevant. */
    public static void paintVerdict(Cell<?> cell, boolean relevant) {
        GraphicsContext graphics = cell.graphics();
        Color colour = relevant ? cell.palette().relevant() : cell.palette().irrelevant();
        graphics.setStroke(colour);
        graphics.setLineWidth(EDGE);
        graphics.strokeRect(cell.x() + EDGE / 2, cell.y() + EDGE / 2, cell.size() - EDGE, cell.size() - EDGE);
        double size = Math.max(16, Math.round(cell.font().getSize() * 1.3));
        double left = cell.x() + cell.size() - size;
        double top = cell.y();
        graphics.setFill(colour);
        graphics.fillRect(left, top, size, size);
        graphics.setStroke(cell.palette().panel());
        graphics.setLineWidth(Math.max(2, size / 9));
        graphics.setLineCap(StrokeLineCap.ROUND);
        if (relevant) {
            graphics.strokePolyline(
                    new double[] {left + 0.26 * size, left + 0.44 * size, left + 0.76 * size},
                    new double[] {top + 0.52 * size, top + 0.70 * size, top + 0.32 * size},
                    3);
        } else {
            graphics.strokeLine(left + 0.30 * size, top + 0.30 * size, left + 0.70 * size, top + 0.70 * size);
            graphics.strokeLine(left + 0.70 * size, top + 0.30 * size, left + 0.30 * size, top + 0.70 * size);
        }
    }

    private static Font bold(Font font) {
        return Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    }
}
