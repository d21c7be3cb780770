package org.hashscape.ui.archive;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
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
import org.hashscape.ui.common.Late;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.WhileShown;
import org.hashscape.ui.map.MapCanvas;
import org.hashscape.ui.map.MapPane;
import org.hashscape.ui.map.MapViewModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

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
    private final MapViewModel mapModel;
    private final MapPane map;
    private final BooleanProperty filtering = new SimpleBooleanProperty();
    private boolean listing;
    private boolean askedAnew;

    public ArchiveView(ArchiveViewModel model, MapViewModel mapModel, Actions actions) {
        this.model = model;
        this.mapModel = mapModel;
        this.map = new MapPane(mapModel);
        getStyleClass().addAll("panel", "archive-view");
        setTop(new VBox(heading(), filters()));
        ((VBox) getTop()).getStyleClass().add("panel-head");
        setCenter(content(actions));
        setBottom(sizeBar());
        bindGrid();
        widthProperty().addListener(changed -> requestLayout());
    }

    public CanvasGrid<Tile> grid() {
        return grid;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return grid.paletteProperty();
    }

    public MapCanvas map() {
        return map.canvas();
    }

    /** Opens or closes the fields of the filter. */
    public BooleanProperty filteringProperty() {
        return filtering;
    }

    /** Puts another filter below those for text and labels. */
    public void addFilter(Node filter) {
        Late.add(fields, filter);
    }

    /** Ctrl+F. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** What wraps is as high as it is in the panel's width, of which its surroundings do not ask. */
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(getWidth() > 0 ? getWidth() : width);
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
        ToggleButton more = Icons.explain(
                new ToggleButton(null, Icons.of(MaterialDesignF.FILTER_VARIANT)),
                "Filter by several labels, days and places (Ctrl+Shift+F)");
        more.setId("filter-toggle");
        more.getStyleClass().add("icon-button");
        more.setMinWidth(USE_PREF_SIZE);
        more.selectedProperty().bindBidirectional(filtering);
        more.disableProperty().bind(labels.disableProperty());
        HBox.setHgrow(labels, Priority.ALWAYS);
        labels.setMinWidth(0);
        HBox quick = new HBox(labels, more);
        quick.getStyleClass().add("filter-row");
        FilterPane pane = new FilterPane(model, new FilterPane.Drawing() {
            @Override
            public void rectangle() {
                draw(MapViewModel.Tool.RECTANGLE);
            }

            @Override
            public void polygon() {
                draw(MapViewModel.Tool.POLYGON);
            }
        });
        WhileShown.showWhile(filtering, pane);
        pane.disableProperty().bind(labels.disableProperty());
        Late.add(fields, search, quick, pane, new FilterChips(model));
        fields.getStyleClass().add("fields");
        return fields;
    }

    private void draw(MapViewModel.Tool tool) {
        model.onMapProperty().set(true);
        mapModel.toolProperty().set(tool);
        map.canvas().requestFocus();
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
        showWhen(none, Showing.NO_ARCHIVE);
        showWhen(empty, Showing.EMPTY_ARCHIVE);
        showWhen(opening, Showing.OPENING);
        BooleanBinding filled = model.showingProperty()
                .isEqualTo(Showing.TILES)
                .or(model.showingProperty().isEqualTo(Showing.NO_MATCH));
        WhileShown.showWhile(filled.and(model.onMapProperty()), map);
        WhileShown.showWhile(
                model.showingProperty()
                        .isEqualTo(Showing.TILES)
                        .and(model.onMapProperty().not()),
                grid);
        WhileShown.showWhile(
                model.showingProperty()
                        .isEqualTo(Showing.NO_MATCH)
                        .and(model.onMapProperty().not()),
                noMatch);
        StackPane stack = new StackPane();
        Late.add(stack, grid, map, none, empty, noMatch, opening);
        return stack;
    }

    private void showWhen(Node node, Showing when) {
        WhileShown.showWhile(model.showingProperty().isEqualTo(when), node);
    }

    private Node sizeBar() {
        Slider size = new Slider(
                CanvasGrid.SMALLEST,
                CanvasGrid.LARGEST,
                grid.pictureSizeProperty().get());
        size.valueProperty().bindBidirectional(grid.pictureSizeProperty());
        Icons.explain(size, "Size of the thumbnails (Ctrl+wheel)");
        HBox.setHgrow(size, Priority.ALWAYS);
        size.disableProperty().bind(model.onMapProperty());
        ToggleButton asGrid = switcher(MaterialDesignV.VIEW_GRID_OUTLINE, "Show tiles as a grid (Ctrl+G)", "show-grid");
        ToggleButton asMap = switcher(MaterialDesignE.EARTH, "Show tiles on the map (Ctrl+G)", "show-map");
        asGrid.setOnAction(event -> model.onMapProperty().set(false));
        asMap.setOnAction(event -> model.onMapProperty().set(true));
        model.onMapProperty().addListener(changed -> {
            switched(asGrid, asMap);
            if (model.onMapProperty().get()) {
                map.canvas().requestFocus();
            } else {
                grid.requestFocus();
            }
        });
        switched(asGrid, asMap);
        HBox bar = new HBox(asGrid, asMap, Icons.of(MaterialDesignI.IMAGE_SIZE_SELECT_SMALL), size);
        bar.getStyleClass().add("size-bar");
        bar.setAlignment(Pos.CENTER);
        return bar;
    }

    private static ToggleButton switcher(Ikon icon, String what, String id) {
        ToggleButton button = Icons.explain(new ToggleButton(null, Icons.of(icon)), what);
        button.getStyleClass().add("icon-button");
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void switched(ToggleButton asGrid, ToggleButton asMap) {
        asGrid.setSelected(!model.onMapProperty().get());
        asMap.setSelected(model.onMapProperty().get());
    }

    private void bindGrid() {
        map.paletteProperty().bind(grid.paletteProperty());
        grid.setName("Tiles of the archive");
        grid.itemsProperty().bind(model.tilesProperty());
        grid.setOnActivate(model::activate);
        grid.selectedProperty()
                .addListener(changed -> grid.selectedItem()
                        .ifPresent(tile -> model.selectedProperty().set(Optional.of(tile.id()))));
        model.filterProperty().addListener(changed -> askedAnew = true);
        model.tilesProperty().addListener(changed -> {
            followSelection();
            if (askedAnew) {
                beginAgain();
            }
        });
        model.showingProperty().addListener((property, before, now) -> {
            if (now == Showing.TILES
                    && before != Showing.NO_MATCH
                    && !model.onMapProperty().get()) {
                grid.requestFocus(); // ready for the keyboard
            }
        });
        model.selectedProperty().addListener(changed -> followSelection());
    }

    /** What another filter lets through is seen from its start, or where the selected tile is in it. */
    private void beginAgain() {
        askedAnew = false;
        if (grid.selectedProperty().get() < 0) {
            grid.scrollTo(0);
        } else {
            grid.reveal(grid.selectedProperty().get());
        }
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
