package org.hashscape.ui.results;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hashscape.ui.common.CellPainter.Cell;
import org.hashscape.ui.results.ResultsViewModel.Result;

/** How many tiles an entry stands for, "×3", at the foot of its picture; a click there opens and closes it. */
final class FoldBadge {

    private static final double LEFT = 0.3;
    private static final double RIGHT = 0.7;
    private static final double TOP = 0.74;
    private static final Color GROUND = Color.web("#000000", 0.72);

    private FoldBadge() {}

    static void paint(Cell<Result> cell, Result result) {
        if (result.copies() < 2) {
            return;
        }
        GraphicsContext graphics = cell.graphics();
        Font font =
                Font.font(cell.font().getFamily(), FontWeight.BOLD, cell.font().getSize());
        double height = Math.max(cell.lineHeight(), (1 - TOP) * cell.size());
        double width = Math.max((RIGHT - LEFT) * cell.size(), cell.lineHeight() * 2);
        double left = cell.x() + (cell.size() - width) / 2;
        double top = cell.y() + cell.size() - height - 3;
        graphics.setFill(GROUND);
        graphics.fillRoundRect(left, top, width, height, height, height);
        graphics.setFill(Color.WHITE);
        graphics.setFont(font);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText((result.opened() ? "−" : "×") + result.copies(), left + width / 2, top + height / 2);
        graphics.setFont(cell.font());
    }

    static boolean isAt(double x, double y) {
        return x > LEFT && x < RIGHT && y > TOP;
    }
}
