package org.hashscape.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import org.hashscape.model.TileId;
import org.jspecify.annotations.Nullable;

/** What a {@link CanvasGrid} draws on: the visible cells, their pictures, and the wish for those that are missing. */
final class GridSurface<T> {

    /** Which cells to draw, and how they stand out; -1 where none is selected or under the pointer. */
    record View<T>(
            List<T> items,
            GridGeometry geometry,
            double offset,
            double height,
            int selected,
            int hovered,
            boolean focused) {}

    private final CellPainter<T> painter;
    private final double pad;
    private final Canvas canvas = new Canvas();
    private final TextFit text = new TextFit();
    private Thumbnails.@Nullable Viewer viewer;
    private @Nullable Thumbnails thumbnails;
    private boolean complete;

    /** @param pad space between a cell's edge and its picture */
    GridSurface(CellPainter<T> painter, double pad) {
        this.painter = painter;
        this.pad = pad;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Whether the last drawing had every picture it needed. */
    boolean isComplete() {
        return complete;
    }

    double lineHeight(Font font) {
        return text.lineHeight(font);
    }

    void setThumbnails(@Nullable Thumbnails source, Runnable onArrival) {
        if (viewer != null) {
            viewer.close();
        }
        thumbnails = source;
        viewer = source == null ? null : source.viewer(onArrival);
    }

    void paint(View<T> view, double edge, Font font, Palette palette) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(palette.panel());
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        List<TileId> missing = new ArrayList<>();
        double lineHeight = lineHeight(font);
        int end = view.geometry().endVisible(view.offset() + view.height());
        for (int index = view.geometry().firstVisible(view.offset()); index < end; index++) {
            T item = view.items().get(index);
            double x = view.geometry().x(index);
            double y = Math.floor(view.geometry().y(index) - view.offset());
            boolean empty = painter.isEmpty(item);
            paintGround(graphics, view, index, x, y, palette);
            if (!empty) {
                paintPicture(graphics, painter.tile(item), x + pad, y + pad, edge, palette, missing);
            }
            double width = view.geometry().cellWidth() - 2 * pad;
            double words = painter.columns() == 0 ? edge : Math.max(1, width - edge - CellPainter.BESIDE);
            painter.paint(new CellPainter.Cell<>(
                    graphics,
                    item,
                    x + pad,
                    y + pad,
                    edge,
                    width,
                    index == view.selected() || index == view.hovered(),
                    font,
                    lineHeight,
                    palette,
                    caption -> text.fit(caption, font, words)));
        }
        if (view.focused() && view.selected() < 0) {
            graphics.setStroke(palette.accent());
            graphics.setLineWidth(1);
            graphics.strokeRect(0.5, 0.5, canvas.getWidth() - 1, canvas.getHeight() - 1);
        }
        complete = missing.isEmpty();
        if (viewer != null) {
            viewer.want(missing);
        }
    }

    private void paintGround(GraphicsContext graphics, View<T> view, int index, double x, double y, Palette palette) {
        CellBackground.paint(
                graphics,
                palette,
                x,
                y,
                view.geometry().cellWidth(),
                view.geometry().cellHeight(),
                index == view.selected(),
                index == view.hovered(),
                view.focused());
    }

    private void paintPicture(
            GraphicsContext graphics,
            TileId tile,
            double x,
            double y,
            double edge,
            Palette palette,
            List<TileId> missing) {
        Optional<Optional<Image>> known =
                thumbnails == null ? Optional.of(Optional.empty()) : thumbnails.ifLoaded(tile);
        if (known.isEmpty()) {
            missing.add(tile);
        }
        Optional<Image> picture = known.orElse(Optional.empty());
        if (picture.isEmpty()) {
            graphics.setFill(palette.placeholder());
            graphics.fillRect(x, y, edge, edge);
            return;
        }
        Image image = picture.get();
        double scale = edge / Math.max(image.getWidth(), image.getHeight());
        double width = Math.round(image.getWidth() * scale);
        double height = Math.round(image.getHeight() * scale);
        double left = x + Math.floor((edge - width) / 2);
        double top = y + Math.floor((edge - height) / 2);
        graphics.drawImage(image, left, top, width, height);
    }
}
