package org.hashscape.ui.results;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.ui.common.CellPainter.Cell;
import org.hashscape.ui.common.Palette;

/**
 * What a user said about a result: a round plus or minus at the picture's upper left. While a cell is selected or under the
 * pointer, the same two signs at its lower corners are buttons.
 */
public final class MarkBadge {

    /** Edge of a button as a share of the picture's. */
    private static final double BUTTON = 0.27;

    private MarkBadge() {}

    public static void paint(Cell<?> cell, Optional<Verdict> mark) {
        double badge = Math.max(16, Math.round(cell.font().getSize() * 1.3));
        mark.ifPresent(verdict -> sign(cell, verdict, cell.x() - 2, cell.y() - 2, badge, true));
        if (cell.active()) {
            double button = Math.floor(BUTTON * cell.size());
            double top = cell.y() + cell.size() - button;
            boolean right = mark.filter(verdict -> verdict == Verdict.RIGHT).isPresent();
            boolean wrong = mark.filter(verdict -> verdict == Verdict.WRONG).isPresent();
            sign(cell, Verdict.RIGHT, cell.x(), top, button, right);
            sign(cell, Verdict.WRONG, cell.x() + cell.size() - button, top, button, wrong);
        }
    }

    /** The button at a place of the picture, 0..1 from its upper left corner. */
    public static Optional<Verdict> buttonAt(double x, double y) {
        if (y < 1 - BUTTON) {
            return Optional.empty();
        }
        return x <= BUTTON
                ? Optional.of(Verdict.RIGHT)
                : x >= 1 - BUTTON ? Optional.of(Verdict.WRONG) : Optional.empty();
    }

    private static void sign(Cell<?> cell, Verdict verdict, double x, double y, double size, boolean filled) {
        GraphicsContext graphics = cell.graphics();
        Palette palette = cell.palette();
        Color colour = verdict == Verdict.RIGHT ? palette.relevant() : palette.irrelevant();
        graphics.setFill(filled ? colour : palette.panel());
        graphics.fillOval(x, y, size, size);
        graphics.setStroke(filled ? palette.panel() : colour);
        graphics.setLineWidth(1.5);
        graphics.strokeOval(x + 0.75, y + 0.75, size - 1.5, size - 1.5);
        graphics.setStroke(filled ? palette.panel() : colour);
        graphics.setLineWidth(Math.max(2, size / 8));
        graphics.setLineCap(StrokeLineCap.ROUND);
        double middleX = x + size / 2;
        double middleY = y + size / 2;
        double arm = size * 0.24;
        graphics.strokeLine(middleX - arm, middleY, middleX + arm, middleY);
        if (verdict == Verdict.RIGHT) {
            graphics.strokeLine(middleX, middleY - arm, middleX, middleY + arm);
        }
    }
}
