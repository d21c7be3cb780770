package org.hashscape.ui.archive;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.hashscape.model.Tile;
import org.hashscape.ui.archive.ArchiveViewModel.LabelChoice;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Palette;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The archive panel: heading, search, label filter, tiles. */
public final class ArchiveView extends BorderPane {

    /** What the panel's own buttons ask the window to do. */
    public interface Actions {
        void openArchive();

        void importFolder();

        void openSample();
    }

    private final ArchiveViewModel model;
    private final CanvasGrid<Tile> grid = new CanvasGrid<>(new TileCellPainter());
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final SearchableComboBox<LabelChoice> labels = new SearchableComboBox<>();
    private final VBox fields = new VBox();
    private boolean listing;

    public ArchiveView(ArchiveViewModel model, Actions actions) {
        this.model = model;
        getStyleClass().addAll("panel", "archive-view");
        setTop(new VBox(heading(), filters()));
        ((VBox) getTop()).getStyleClass().add("panel-head");
        setCenter(content(actions));
        setBottom(sizeBar());
        bindGrid();
    }

    public CanvasGrid<Tile> grid() {
        return grid;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return grid.paletteProperty();
    }

    /** Puts another filter below those for text and labels. */
    public void addFilter(Node filter) {
        fields.getChildren().add(filter);
    }

    /** Ctrl+F. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Node heading() {
        Label name = new Label();
        name.getStyleClass().add("panel-title");
        name.textProperty().bind(model.nameProperty());
        name.setMinWidth(0);
        Label count = new Label();
        count.getStyleClass().add("muted");
        count.textProperty().bind(model.countProperty());
        count.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox heading = new HBox(name, count);
        heading.getStyleClass().add("heading");
        heading.setAlignment(Pos.BASELINE_LEFT);
        return heading;
    }

    private Node filters() {
        search.setPromptText("Search tiles");
        search.setLeft(Icons.of(MaterialDesignM.MAGNIFY));
        search.setId("search");
        Icons.explain(search, "Show only tiles whose name or labels contain this (Ctrl+F)");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
        labels.setId("label-filter");
        labels.setMaxWidth(Double.MAX_VALUE);
        Icons.explain(labels, "Show only tiles with this label; type to find it");
        model.labelsProperty().addListener((property, before, now) -> list(now));
        list(model.labelsProperty().get());
        labels.valueProperty().addListener((property, before, now) -> {
            if (!listing) {
                model.labelProperty().set(now == null ? Optional.empty() : now.label());
            }
        });
        model.labelProperty().addListener(changed -> list(model.labelsProperty().get()));
        labels.disableProperty().bind(model.showingProperty().isEqualTo(Showing.NO_ARCHIVE));
        search.disableProperty().bind(labels.disableProperty());
        fields.getChildren().addAll(search, labels);
        fields.getStyleClass().add("fields");
        return fields;
    }

    /** Escape empties the search; pressed again, it gives the keys back to the tiles. */
    private void leaveSearch(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            if (search.getText().isEmpty()) {
                grid.requestFocus();
            } else {
                search.clear();
            }
            key.consume();
        }
    }

    /** Fills the label filter without taking that for a choice of the user. */
    private void list(List<LabelChoice> choices) {
        listing = true;
        if (!labels.getItems().equals(choices)) {
            labels.setItems(FXCollections.observableArrayList(choices));
        }
        labels.setValue(choices.stream()
                .filter(choice -> choice.label().equals(model.labelProperty().get()))
                .findFirst()
                .orElse(null));
        listing = false;
    }

    private Node content(Actions actions) {
        EmptyState none = new EmptyState(MaterialDesignF.FOLDER_IMAGE, "No archive is open.")
                .with("Open archive…", "Open an archive file (Ctrl+O)", actions::openArchive)
                .with("Import folder…", "Make an archive of a folder of images (Ctrl+I)", actions::importFolder)
                .with("Open the sample", "Open the archive of sample scenes", actions::openSample);
        EmptyState empty = new EmptyState(MaterialDesignI.IMAGE_PLUS, "This archive holds no tiles yet.")
                .with(
                        "Import folder…",
                        "Bring the images of a folder into this archive (Ctrl+I)",
                        actions::importFolder);
        EmptyState noMatch = new EmptyState(MaterialDesignF.FILTER_OFF_OUTLINE, "No tile matches the filter.")
                .with("Clear filter", "Show all tiles again", model::clearFilter);
        EmptyState opening = new EmptyState(MaterialDesignF.FOLDER_OPEN_OUTLINE, "Opening the archive…");
        StackPane stack = new StackPane(grid, none, empty, noMatch, opening);
        showWhen(none, Showing.NO_ARCHIVE);
        showWhen(empty, Showing.EMPTY_ARCHIVE);
        showWhen(noMatch, Showing.NO_MATCH);
        showWhen(opening, Showing.OPENING);
        showWhen(grid, Showing.TILES);
        return stack;
    }

    private void showWhen(Node node, Showing when) {
        node.visibleProperty().bind(model.showingProperty().isEqualTo(when));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node sizeBar() {
        Slider size = new Slider(
                CanvasGrid.SMALLEST,
                CanvasGrid.LARGEST,
                grid.pictureSizeProperty().get());
        size.valueProperty().bindBidirectional(grid.pictureSizeProperty());
        Icons.explain(size, "Size of the thumbnails (Ctrl+wheel)");
        HBox.setHgrow(size, Priority.ALWAYS);
        HBox bar = new HBox(Icons.of(MaterialDesignI.IMAGE_SIZE_SELECT_SMALL), size);
        bar.getStyleClass().add("size-bar");
        bar.setAlignment(Pos.CENTER);
        return bar;
    }

    private void bindGrid() {
        grid.setName("Tiles of the archive");
        grid.itemsProperty().bind(model.tilesProperty());
        grid.setOnActivate(model::activate);
        grid.selectedProperty()
                .addListener(changed -> grid.selectedItem()
                        .ifPresent(tile -> model.selectedProperty().set(Optional.of(tile.id()))));
        model.tilesProperty().addListener(changed -> followSelection());
        model.showingProperty().addListener((property, before, now) -> {
            if (now == Showing.TILES && (before != Showing.NO_MATCH || !search.isFocused())) {
                grid.requestFocus(); // ready for the keyboard
            }
        });
        model.selectedProperty().addListener(changed -> followSelection());
    }

    /** The selection is a tile, not a place: it moves with its tile when the filter changes. */
    private void followSelection() {
        int index = model.selectedProperty().get().map(model::shownIndexOf).orElse(-1);
        if (index != grid.selectedProperty().get()) {
            grid.selectedProperty().set(index);
            if (index >= 0) {
                grid.reveal(index);
            }
        }
    }
}
