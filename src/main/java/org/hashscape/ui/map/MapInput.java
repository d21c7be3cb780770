package org.hashscape.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.hashscape.model.Footprint.Position;
import org.hashscape.ui.map.MapViewModel.Tool;
import org.hashscape.workbench.filter.Region;
import org.hashscape.workbench.map.MapView;

/** Mouse and keys on the map. */
final class MapInput {

    private static final double STEP = 60;
    private static final double ZOOM = 1.5;
    private static final double WHEEL = 1.0015;
    private static final double CLICK = 4;

    private final MapCanvas canvas;
    private final MapViewModel model;
    private double lastX;
    private double lastY;
    private double startX;
    private double startY;

    MapInput(MapCanvas canvas, MapViewModel model) {
        this.canvas = canvas;
        this.model = model;
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        model.toolProperty()
                .addListener((property, before, now) ->
                        canvas.setCursor(now == Tool.MOVE ? Cursor.DEFAULT : Cursor.CROSSHAIR));
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        startX = event.getX();
        startY = event.getY();
        lastX = startX;
        lastY = startY;
    }

    private void dragged(MouseEvent event) {
        switch (model.toolProperty().get()) {
            case MOVE -> move(event.getX() - lastX, event.getY() - lastY);
            case RECTANGLE -> {
                canvas.drawing().clear();
                canvas.drawing().add(new Point2D(startX, startY));
                canvas.drawing().add(new Point2D(event.getX(), event.getY()));
                canvas.repaint();
            }
            case POLYGON -> follow(event);
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        if (model.toolProperty().get() == Tool.RECTANGLE && canvas.drawing().size() == 2) {
            canvas.drawing().clear();
            model.drawRectangle(startX, startY, event.getX(), event.getY());
        }
    }

    private void clicked(MouseEvent event) {
        boolean still = Math.hypot(event.getX() - startX, event.getY() - startY) < CLICK;
        if (event.getButton() != MouseButton.PRIMARY || !still) {
            return;
        }
        switch (model.toolProperty().get()) {
            case MOVE -> {
                canvas.placeAt(event.getX(), event.getY())
                        .ifPresentOrElse(
                                place -> model.selectPlace(place), () -> model.selectAt(event.getX(), event.getY()));
                if (event.getClickCount() == 2) {
                    model.activate();
                }
            }
            case POLYGON -> corner(event);
            default -> {
                // a rectangle needs a drag
            }
        }
    }

    /** Sets a corner; the second click of a double click ends the polygon. */
    private void corner(MouseEvent event) {
        List<Point2D> drawing = canvas.drawing();
        if (event.getClickCount() >= 2) {
            closePolygon();
            return;
        }
        Point2D place = new Point2D(event.getX(), event.getY());
        if (drawing.isEmpty()) {
            drawing.add(place);
        } else {
            drawing.set(drawing.size() - 1, place);
        }
        drawing.add(place); // follows the pointer until it is set
        canvas.repaint();
    }

    private void closePolygon() {
        List<Point2D> corners = new ArrayList<>(canvas.drawing());
        if (!corners.isEmpty()) {
            corners.remove(corners.size() - 1);
        }
        canvas.drawing().clear();
        canvas.repaint();
        if (corners.size() >= 3) {
            MapView view = model.viewProperty().get();
            model.drawn(Region.polygon(corners.stream()
                    .map(corner -> new Position(view.longitude(corner.getX()), view.latitude(corner.getY())))
                    .toList()));
        }
    }

    private void moved(MouseEvent event) {
        if (model.toolProperty().get() == Tool.POLYGON) {
            follow(event);
        }
    }

    private void follow(MouseEvent event) {
        if (!canvas.drawing().isEmpty()) {
            canvas.drawing().set(canvas.drawing().size() - 1, new Point2D(event.getX(), event.getY()));
            canvas.repaint();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    private void keyed(KeyEvent event) {
        double x = canvas.getWidth() / 2;
        double y = canvas.getHeight() / 2;
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(STEP, 0);
            case RIGHT -> move(-STEP, 0);
            case UP -> move(0, STEP);
            case DOWN -> move(0, -STEP);
            case PLUS, ADD, EQUALS -> zoom(ZOOM, x, y);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM, x, y);
            case HOME -> model.fit();
            case SPACE -> model.selectAt(x, y);
            case ENTER -> {
                if (model.toolProperty().get() == Tool.POLYGON) {
                    closePolygon();
                } else {
                    model.activate();
                }
            }
            case ESCAPE -> {
                if (model.toolProperty().get() == Tool.MOVE) {
                    return;
                }
                model.toolProperty().set(Tool.MOVE);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double right, double down) {
        model.viewProperty().set(model.viewProperty().get().moved(right, down));
    }

    private void zoom(double factor, double x, double y) {
        model.viewProperty().set(model.viewProperty().get().zoomed(factor, x, y));
    }
}
