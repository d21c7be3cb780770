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

    /** Space between a picture and the words beside it, pixels. */
    double BESIDE = 10;

    /**
     * A cell while it is drawn. {@code x}, {@code y}, {@code size}: the square that holds the picture; {@code width}: from
     * its left edge to the end of the cell's content; {@code active}: selected or under the pointer.
     */
    record Cell<T>(
            GraphicsContext graphics,
            T item,
            double x,
            double y,
            double size,
            double width,
            boolean active,
            Font font,
            double lineHeight,
            Palette palette,
            UnaryOperator<String> fit) {}

    TileId tile(T item);

    /** Lines of caption below the picture, or beside it where there are {@link #columns}. */
    int captionLines();

    /** How many cells stand side by side, each as wide as there is room; 0: as many as fit. */
    default int columns() {
        return 0;
    }

    /** Whether a place holds nothing: it is drawn without picture. */
    default boolean isEmpty(T item) {
        return false;
    }

    /** Draws captions and marks over a cell whose picture is already there. */
    void paint(Cell<T> cell);

    /** What the tool tip says. */
    String describe(T item);
}
