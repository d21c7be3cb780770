package org.hashscape.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Thumbnails;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.ui.results.ResultInput;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The comparison pane: heads of the columns, one canvas with all ranks, details of the selected result. */
public final class ComparisonView extends BorderPane {

    private static final double PICTURE = 60;
    private static final String HINT = "Click a result: it is framed wherever it is, and the right side says why.";

    private final ComparisonViewModel model;
    private final ComparisonCellPainter painter = new ComparisonCellPainter();
    private final CanvasGrid<Place> grid = new CanvasGrid<>(painter);
    private final HBox heads = new HBox();
    private final HBox reasons = new HBox();

    /**
     * @param k the number of results to choose
     * @param mark takes a mark of a result
     * @param export saves the comparison
     * @param single goes back to one method
     */
    public ComparisonView(
            ComparisonViewModel model, Node k, BiConsumer<TileId, Verdict> mark, Runnable export, Runnable single) {
        this.model = model;
        getStyleClass().addAll("panel", "comparison-view");
        heads.getStyleClass().add("column-heads");
        reasons.getStyleClass().add("column-heads");
        reasons.setPickOnBounds(false);
        setTop(new VBox(heading(k, export, single), heads));
        setCenter(content());
        setBottom(details());
        grid.setName("Methods compared");
        grid.pictureSizeProperty().set(PICTURE);
        grid.setOnActivate(place -> place.shown().ifPresent(some -> model.activate(some.tile())));
        grid.selectedProperty().addListener(changed -> model.selectedProperty().set(grid.selectedItem()));
        new ResultInput<>(grid, place -> place.shown().map(Place.Shown::tile), mark).install((place, x, y) -> false);
        model.selectedProperty().addListener(changed -> {
            painter.setSelected(selectedTile());
            grid.repaint();
        });
        model.columns().addListener((Observable changed) -> showColumns());
        model.placesProperty().addListener((property, before, now) -> showPlaces(now));
        model.comparisonProperty().addListener((property, before, now) -> {
            if (!sameQuestion(before, now)) {
                grid.selectedProperty().set(-1);
                grid.scrollTo(0);
            }
            showComparison();
        });
        showColumns();
    }

    public CanvasGrid<?> grid() {
        return grid;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return grid.paletteProperty();
    }

    public void setThumbnails(@Nullable Thumbnails source) {
        grid.setThumbnails(source);
    }

    /** The tile that is selected, in whichever column. */
    private Optional<TileId> selectedTile() {
        return model.selectedProperty()
                .get()
                .flatMap(Place::shown)
                .map(some -> some.tile().id());
    }

    /** Selects a result, as a click does. */
    public void select(int column, int rank) {
        grid.selectedProperty().set((rank - 1) * model.columns().size() + column);
    }

    /** Whether what shows is painted, and every column is done. */
    public boolean isComplete() {
        return !isVisible() || model.isSettled() && grid.isComplete();
    }

    private void showColumns() {
        List<Node> now = new ArrayList<>();
        for (int index = 0; index < model.columns().size(); index++) {
            ColumnHead head = new ColumnHead(model, model.columns().get(index), index, grid.paletteProperty());
            HBox.setHgrow(head, Priority.ALWAYS);
            head.setPrefWidth(0);
            head.setMaxWidth(Double.MAX_VALUE);
            now.add(head);
        }
        heads.getChildren().setAll(now);
        showComparison();
    }

    private void showPlaces(List<Place> now) {
        painter.setColumns(model.columns().size());
        grid.itemsProperty().set(now);
        model.selectedProperty().set(grid.selectedItem()); // marked, or a late column came: the place stays
    }

    private static boolean sameQuestion(Optional<Comparison> before, Optional<Comparison> now) {
        return before.isPresent()
                && now.isPresent()
                && before.get().columns().size() == now.get().columns().size()
                && before.get()
                        .columns()
                        .get(0)
                        .request()
                        .source()
                        .equals(now.get().columns().get(0).request().source());
    }

    private void showComparison() {
        Optional<Comparison> now = model.comparisonProperty()
                .get()
                .filter(some -> some.columns().size() == model.columns().size());
        heads.getChildren().forEach(head -> ((ColumnHead) head).show(now));
        painter.setColumns(model.columns().size());
        if (now.isEmpty()) {
            grid.itemsProperty().set(List.of());
        }
        List<Node> places = new ArrayList<>();
        for (int index = 0; index < model.columns().size(); index++) {
            int column = index;
            StackPane place = new StackPane();
            place.setPickOnBounds(false);
            place.setMinWidth(0);
            place.setPrefWidth(0);
            HBox.setHgrow(place, Priority.ALWAYS);
            now.map(some -> some.columns().get(column))
                    .filter(some -> some.answer().isEmpty())
                    .ifPresent(some ->
                            place.getChildren().add(reason(model.columns().get(column), some)));
            places.add(place);
        }
        reasons.getChildren().setAll(places);
    }

    /** What stands in a column without an answer. */
    private static Node reason(ComparisonColumn column, Column shown) {
        Phase phase = column.search().phaseProperty().get();
        EmptyState state = new EmptyState(
                phase instanceof Phase.Failed
                        ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                        : phase instanceof Phase.Cancelled
                                ? MaterialDesignP.PAUSE_CIRCLE_OUTLINE
                                : MaterialDesignP.PROGRESS_CLOCK,
                shown.problem());
        return phase instanceof Phase.Preparing
                ? state
                : state.with("Try again", "Ask this method again", column.search()::again);
    }

    private Node content() {
        EmptyState nothing = new EmptyState(
                MaterialDesignI.IMAGE_SEARCH_OUTLINE,
                "The results of each method appear here, rank beside rank, when a tile has become the query.");
        nothing.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.comparisonProperty().get().isEmpty(), model.comparisonProperty()));
        return new StackPane(grid, reasons, nothing);
    }

    private Node heading(Node k, Runnable export, Runnable single) {
        Label title = new Label("Methods side by side");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label results = new Label("Results");
        results.getStyleClass().add("muted");
        results.setMinWidth(Region.USE_PREF_SIZE);
        results.setLabelFor(k);
        Button add =
                Icons.explain(new Button("Add method", Icons.of(MaterialDesignP.PLUS)), "One more column, up to four");
        add.setId("add-column");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> model.add());
        add.disableProperty().bind(Bindings.size(model.columns()).greaterThanOrEqualTo(Comparison.MOST));
        Button save = Icons.button(MaterialDesignA.APPLICATION_EXPORT, "Export this comparison (Ctrl+E)", export);
        save.setId("export-comparison");
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.comparisonProperty().get().isEmpty(), model.comparisonProperty()));
        Button back = Icons.button(MaterialDesignC.CLOSE, "Back to one method (Ctrl+M)", single);
        back.setId("compare-off");
        HBox heading = new HBox(title, results, k, add, save, back);
        heading.getStyleClass().addAll("panel-head", "heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private Node details() {
        Label line = new Label();
        line.setMinWidth(0);
        Hint.whole(line);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.textProperty()
                .bind(model.selectedProperty()
                        .map(place -> place.flatMap(Place::shown)
                                .map(some -> TileText.name(some.tile()) + " · "
                                        + TileText.labels(some.tile().labels()))
                                .orElse(HINT)));
        Button use = Icons.explain(
                new Button("Use as query", Icons.of(MaterialDesignI.IMAGE_SEARCH)),
                "Find tiles similar to this result by all methods (Enter or double click)");
        use.setId("compare-use-as-query");
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(event ->
                model.selectedProperty().get().flatMap(Place::shown).ifPresent(some -> model.activate(some.tile())));
        use.disableProperty()
                .bind(model.selectedProperty()
                        .map(place -> place.flatMap(Place::shown).isEmpty()));
        HBox strip = new HBox(line, use);
        strip.getStyleClass().add("details");
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }
}
