package org.hashscape.ui.common;

import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Mouse, wheel and keys of a {@link CanvasGrid}. */
final class GridInput<T> {

    private static final double WHEEL = 2.0;
    private static final double ZOOM_STEP = 8;

    private final CanvasGrid<T> grid;
    private @Nullable Tooltip tip;
    private final PauseTransition beforeTip = new PauseTransition(Duration.millis(600));
    private int hovered = -1;
    private double screenX;
    private double screenY;

    GridInput(CanvasGrid<T> grid) {
        this.grid = grid;
        beforeTip.setOnFinished(finished -> showTip());
    }

    void install() {
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        grid.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        grid.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1));
        grid.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    /** Other items: what the pointer was on is no longer there. */
    void forget() {
        hover(-1);
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        hideTip();
        if (event.getButton() != MouseButton.MIDDLE) {
            grid.indexAt(event.getX(), event.getY()).ifPresent(grid::select);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && grid.pick(event.getX(), event.getY())) {
            return;
        }
        boolean onCell = grid.indexAt(event.getX(), event.getY()).isPresent();
        if (onCell && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            grid.activate();
        }
    }

    private void moved(MouseEvent event) {
        screenX = event.getScreenX();
        screenY = event.getScreenY();
        hover(grid.indexAt(event.getX(), event.getY()).orElse(-1));
    }

    private void hover(int index) {
        if (index == hovered) {
            return;
        }
        hovered = index;
        grid.hover(index);
        hideTip();
        if (index >= 0) {
            beforeTip.playFromStart();
        }
    }

    private void showTip() {
        grid.itemAt(hovered).ifPresent(item -> {
            Tooltip shown = tip();
            shown.setText(grid.describe(item));
            if (grid.getScene() != null && grid.getScene().getWindow().isFocused()) {
                shown.show(grid, screenX + 12, screenY + 16);
            }
        });
    }

    private void hideTip() {
        beforeTip.stop();
        if (tip != null) {
            tip.hide();
        }
    }

    private Tooltip tip() {
        Tooltip made = tip;
        if (made == null) {
            made = Hint.tip();
            tip = made;
        }
        return made;
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown()) {
            double wanted = grid.pictureSizeProperty().get() + Math.signum(event.getDeltaY()) * ZOOM_STEP;
            grid.pictureSizeProperty().set(Math.max(CanvasGrid.SMALLEST, Math.min(CanvasGrid.LARGEST, wanted)));
        } else {
            grid.scrollTo(grid.offset() - WHEEL * event.getDeltaY());
            hover(grid.indexAt(event.getX(), event.getY()).orElse(-1));
        }
        event.consume();
    }

    private void keyed(KeyEvent event) {
        if (event.isAltDown() || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        int columns = grid.geometry().columns();
        int page = Math.max(1, (int) (grid.getHeight() / grid.geometry().rowStep())) * columns;
        int now = grid.selectedProperty().get();
        int last = grid.itemsProperty().get().size() - 1;
        switch (event.getCode()) {
            case LEFT -> grid.select(grid.isTable() && now % columns == 0 ? now : now - 1);
            case RIGHT -> grid.select(grid.isTable() && now % columns == columns - 1 ? now : now + 1);
            case UP -> grid.select(now - columns < 0 ? Math.max(0, now) : now - columns);
            case DOWN -> grid.select(now < 0 ? 0 : now + columns > last ? now : now + columns);
            case PAGE_UP -> grid.select(now - page);
            case PAGE_DOWN -> grid.select(Math.max(0, now) + page);
            case HOME -> grid.select(0);
            case END -> grid.select(last);
            case ENTER -> grid.activate();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
