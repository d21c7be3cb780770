package org.hashscape.ui.common;

import java.util.function.UnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.hashscape.model.TileId;

/**
 * What a {@link CanvasGrid} must know of its items. The grid draws picture, selection and hover; the painter the rest.
 * All calls come on the JavaFX thread and must be quick.
 */
public interface CellPainter<T> {

    /** A cell while it is drawn. {@code x}, {@code y}, {@code size}: the square that holds the picture. */
    record Cell<T>(
            GraphicsContext graphics,
            T item,
            double x,
            double y,
            double size,
            Font font,
            double lineHeight,
            Palette palette,
            UnaryOperator<String> fit) {}

    TileId tile(T item);

    /** Lines of caption below the picture. */
    int captionLines();

    /** Draws captions and marks over a cell whose picture is already there. */
    void paint(Cell<T> cell);

    /** What the tool tip says. */
    String describe(T item);
}
