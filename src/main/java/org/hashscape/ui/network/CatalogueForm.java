package org.hashscape.ui.network;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.download.CatalogueNetwork;

/** The networks that can be downloaded: all there is to know before the button that does it. */
final class CatalogueForm extends ScrollPane {

    private final NetworksViewModel model;
    private final ComboBox<Integer> views = ModelForm.views();

    CatalogueForm(NetworksViewModel model) {
        this.model = model;
        Label hint = new Label("Nothing is fetched before a button below is pressed. Every download is checked for its"
                + " length and its SHA-256, then imported like any other model.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        HBox how = new HBox(12, NetworksView.label("Views", views), views);
        how.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox all = new VBox(hint, how);
        all.getStyleClass().add("tool-body");
        model.catalogue().forEach(network -> all.getChildren().add(card(network)));
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("tool-scroll");
    }

    private Node card(CatalogueNetwork network) {
        Label title = new Label(network.title());
        title.getStyleClass().add("panel-title");
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        fact(facts, "Address", network.address().toString());
        fact(facts, "Size", String.format(java.util.Locale.ENGLISH, "%,d bytes", network.bytes()));
        fact(
                facts,
                "SHA-256",
                network.sha256()
                        .map(digest -> digest + "  (" + network.digestBy() + ")")
                        .orElse("none is published: shown and remembered after the first download"));
        fact(facts, "Licence", network.licence() + "  " + network.licenceAddress());
        fact(
                facts,
                "Use",
                network.size() + " × " + network.size() + " in " + network.range() + ", " + network.input() + " → "
                        + network.output() + ", " + network.dimension() + " features");
        Button fetch = Icons.explain(
                new Button("Download " + NetworksViewModel.megabytes(network) + " from "
                        + network.address().getHost()),
                "Fetch " + network.title() + " and import it as " + network.id());
        fetch.setId("download-" + network.id());
        fetch.setOnAction(event -> model.download(network, views.getValue()));
        fetch.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> isThere(network), model.networks())
                        .or(model.watch().busyProperty()));
        Label there = new Label("Imported already");
        there.getStyleClass().add("muted");
        there.visibleProperty().bind(Bindings.createBooleanBinding(() -> isThere(network), model.networks()));
        HBox action = new HBox(12, fetch, there);
        action.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox card = new VBox(8, title, facts, action);
        card.getStyleClass().add("tool-card");
        return card;
    }

    private boolean isThere(CatalogueNetwork network) {
        return model.networks().stream().anyMatch(entry -> entry.id().equals(network.id()));
    }

    private static void fact(GridPane facts, String name, String value) {
        Label words = new Label(value);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setAccessibleText(name + ": " + value);
        GridPane.setHgrow(words, Priority.ALWAYS);
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), label, words);
    }
}
