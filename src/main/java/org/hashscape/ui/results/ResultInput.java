package org.hashscape.ui.results;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CanvasGrid;
import org.jspecify.annotations.Nullable;

/** How results are marked right or wrong: by the buttons on their pictures, by the keys + and −, by the context menu. */
public final class ResultInput<T> {

    private final CanvasGrid<T> grid;
    private final Function<T, Optional<Tile>> tile;
    private final BiConsumer<TileId, Verdict> mark;
    private @Nullable ContextMenu menu;

    /**
     * @param tile what an item of the grid shows, if anything
     * @param mark takes a mark; the same once more takes it away
     */
    public ResultInput(CanvasGrid<T> grid, Function<T, Optional<Tile>> tile, BiConsumer<TileId, Verdict> mark) {
        this.grid = grid;
        this.tile = tile;
        this.mark = mark;
    }

    /** @param elsewhere what a click beside the two buttons does */
    public void install(CanvasGrid.Pick<T> elsewhere, MenuItem... further) {
        grid.setOnPick((item, x, y) -> {
            Optional<Verdict> button = MarkBadge.buttonAt(x, y);
            button.ifPresent(verdict -> tile.apply(item).ifPresent(some -> mark.accept(some.id(), verdict)));
            return button.isPresent() || elsewhere.at(item, x, y);
        });
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (grid.selectedItem().flatMap(tile).isPresent()) {
                menu(further).show(grid, event.getScreenX(), event.getScreenY());
            }
        });
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (menu != null) {
                menu.hide();
            }
        });
    }

    private ContextMenu menu(MenuItem... further) {
        ContextMenu made = menu;
        if (made == null) {
            made = new ContextMenu(item("Mark right (+)", Verdict.RIGHT), item("Mark wrong (−)", Verdict.WRONG));
            made.getItems().addAll(further);
            menu = made;
        }
        return made;
    }

    private MenuItem item(String name, Verdict verdict) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> markSelected(verdict));
        return item;
    }

    private void typed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCharacter()) {
            case "+" -> markSelected(Verdict.RIGHT);
            case "-", "−" -> markSelected(Verdict.WRONG);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void markSelected(Verdict verdict) {
        grid.selectedItem().flatMap(tile).ifPresent(some -> mark.accept(some.id(), verdict));
    }
}
