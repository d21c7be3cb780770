package org.hashscape.ui.network;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.JobRow;
import org.hashscape.workbench.Backbones.Entry;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** Three tabs: the networks that are there, importing a model file, and the catalogue. */
public final class NetworksView extends BorderPane {

    /** What the view asks of the window. */
    public interface Asks {

        /** A folder with a SavedModel. */
        Optional<Path> folder();

        /** A model file or archive. */
        Optional<Path> file();

        /** Whether the user means it; {@code action} names the button. */
        boolean confirms(String question, String action);
    }

    private final NetworksViewModel model;
    private final Asks asks;
    private final TabPane tabs = new TabPane();

    public NetworksView(NetworksViewModel model, Asks asks) {
        this.model = model;
        this.asks = asks;
        getStyleClass().add("tool-view");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText("Networks");
        Node catalogue = new CatalogueForm(model);
        tabs.getTabs()
                .setAll(
                        new Tab("Imported", imported()),
                        new Tab("Import a model", new ModelForm(model, asks)),
                        new Tab("Download", catalogue));
        setCenter(tabs);
        setBottom(new JobRow(model.watch()));
        model.refresh();
    }

    /** Shows a tab: 0 what is there, 1 the import, 2 the catalogue. */
    public void show(int tab) {
        tabs.getSelectionModel().select(tab);
    }

    private Node imported() {
        TableView<Entry> table = new TableView<>(model.networks());
        table.setId("networks");
        table.setAccessibleText("Imported networks");
        table.getColumns().add(column("Name", 150, Entry::id));
        table.getColumns()
                .add(column("Images", 150, entry -> entry.size() + " × " + entry.size() + " in " + entry.range()));
        table.getColumns()
                .add(column("Features", 80, entry -> String.format(Locale.ENGLISH, "%,d", entry.dimension())));
        table.getColumns().add(column("Views", 60, entry -> String.valueOf(entry.views())));
        table.getColumns().add(column("Tensors", 220, entry -> entry.input() + " → " + entry.output()));
        table.getColumns().add(column("SHA-256", 160, Entry::sha256));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        EmptyState none = new EmptyState(MaterialDesignG.GRAPH_OUTLINE, "No network is imported yet.");
        none.with("Import a model…", "Take a TensorFlow model from your disk", () -> show(1));
        none.with("See the catalogue", "Networks that can be downloaded", () -> show(2));
        table.setPlaceholder(none);
        VBox.setVgrow(table, Priority.ALWAYS);
        Button remove = Icons.explain(new Button("Remove…"), "Delete the selected network from this computer");
        remove.setId("remove-network");
        remove.disableProperty()
                .bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty())
                        .or(model.watch().busyProperty()));
        remove.setOnAction(
                event -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                        .filter(means())
                        .ifPresent(model::remove));
        Label note = new Label("Each network is a descriptor of its name.");
        note.getStyleClass().add("muted");
        HBox row = new HBox(12, remove, note);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox all = new VBox(table, row);
        all.getStyleClass().add("tool-body");
        return all;
    }

    private Predicate<Entry> means() {
        return entry -> asks.confirms(
                "Remove the network " + entry.id() + " from this computer? Archives keep what it described, and can be"
                        + " searched by it, but new tiles and images cannot be described until it is imported again.",
                "Remove " + entry.id());
    }

    private static TableColumn<Entry, String> column(String name, double width, Function<Entry, String> value) {
        TableColumn<Entry, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(made -> new WholeInTip());
        return column;
    }

    /** A digest is longer than any column: the tip has all of it. */
    private static final class WholeInTip extends TableCell<Entry, String> {

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setTooltip(empty || words == null ? null : new Tooltip(words));
        }
    }

    /** A row of a form's label and control that tells screen readers which belongs to which. */
    static <C extends javafx.scene.control.Control> Label label(String words, C of) {
        Label label = new Label(words);
        label.setLabelFor(of);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
