package org.hashscape.ui.region;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with a primitive: search by it, name it, filter by its name. */
public final class PrimitiveMenu {

    private final RegionsViewModel model;
    private final BiFunction<Integer, String, Optional<String>> asksForName;

    /** @param asksForName is given the primitive's number for people and its present name; empty where the user left it */
    public PrimitiveMenu(RegionsViewModel model, BiFunction<Integer, String, Optional<String>> asksForName) {
        this.model = model;
        this.asksForName = asksForName;
    }

    void show(Node owner, int primitive, double screenX, double screenY) {
        boolean chosen = model.onlyProperty().get().equals(Optional.of(primitive));
        boolean named = model.namesProperty().get().containsKey(primitive);
        MenuItem search = item(
                chosen
                        ? "Search by all primitives"
                        : "Search by primitive " + ShownRegions.numbered(primitive) + " alone",
                () -> model.toggle(primitive));
        MenuItem name = item(named ? "Rename… (F2)" : "Name… (F2)", () -> name(primitive));
        MenuItem filter = item("Show only tiles that have it", () -> model.filterBy(primitive));
        filter.setDisable(!named);
        new ContextMenu(search, name, filter).show(owner, screenX, screenY);
    }

    void name(int primitive) {
        String now = model.namesProperty().get().getOrDefault(primitive, "");
        asksForName.apply(primitive + 1, now).ifPresent(name -> model.name(primitive, name));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
