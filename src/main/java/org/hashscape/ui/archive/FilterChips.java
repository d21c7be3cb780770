package org.hashscape.ui.archive;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.filter.TileFilter.Kind;
import org.hashscape.workbench.filter.TileFilter.Part;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The conditions of the filter, each taken away by a click. Text and the one label have fields of their own. */
final class FilterChips extends FlowPane {

    private final ArchiveViewModel model;

    FilterChips(ArchiveViewModel model) {
        this.model = model;
        getStyleClass().add("chips");
        setId("filter-chips");
        setAccessibleText("Conditions of the filter");
        model.filterProperty().addListener((property, before, now) -> show(now));
        show(model.filterProperty().get());
    }

    private void show(TileFilter filter) {
        getChildren()
                .setAll(filter.parts().stream()
                        .filter(part -> part.kind() != Kind.TEXT)
                        .map(this::chip)
                        .toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private Button chip(Part part) {
        Button chip =
                Icons.explain(new Button(part.words(), Icons.of(MaterialDesignC.CLOSE)), "Take this condition away");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("chip", "chip-button");
        chip.setMinWidth(0);
        chip.maxWidthProperty().bind(widthProperty());
        chip.setOnAction(event -> model.remove(part));
        return chip;
    }
}
