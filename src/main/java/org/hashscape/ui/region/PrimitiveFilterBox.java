package org.hashscape.ui.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.ComboBox;
import org.hashscape.ui.common.Icons;

/** Chooses the named primitive that tiles must have; not there while none has a name. */
public final class PrimitiveFilterBox extends ComboBox<PrimitiveFilterBox.Choice> {

    /** An entry; no primitive lets every tile through. */
    public record Choice(Optional<Integer> primitive, String name) {

        @Override
        public String toString() {
            return primitive.isEmpty() ? "All primitives" : "Has primitive “" + name + "”";
        }
    }

    private static final Choice ANY = new Choice(Optional.empty(), "");

    private final RegionsViewModel model;
    private boolean listing;

    public PrimitiveFilterBox(RegionsViewModel model) {
        this.model = model;
        setId("primitive-filter");
        setMaxWidth(Double.MAX_VALUE);
        Icons.explain(this, "Show only tiles, here and among the results, that have this primitive");
        model.namesProperty().addListener(changed -> list());
        model.filterByProperty().addListener(changed -> list());
        valueProperty().addListener((property, before, now) -> {
            if (!listing) {
                Optional.ofNullable(now).flatMap(Choice::primitive).ifPresentOrElse(model::filterBy, model::showAll);
            }
        });
        visibleProperty().bind(model.namesProperty().map(names -> !names.isEmpty()));
        managedProperty().bind(visibleProperty());
        list();
    }

    private void list() {
        listing = true;
        List<Choice> choices = new ArrayList<>(List.of(ANY));
        new TreeMap<>(model.namesProperty().get())
                .forEach((primitive, name) -> choices.add(new Choice(Optional.of(primitive), name)));
        if (!getItems().equals(choices)) {
            getItems().setAll(choices);
        }
        setValue(choices.stream()
                .filter(choice ->
                        choice.primitive().equals(model.filterByProperty().get()))
                .findFirst()
                .orElse(ANY));
        listing = false;
    }
}
