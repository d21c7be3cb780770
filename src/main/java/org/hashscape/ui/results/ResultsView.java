package org.hashscape.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Late;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.results.ResultsViewModel.Result;
import org.hashscape.ui.results.ResultsViewModel.Showing;
import org.hashscape.workbench.QueryAnswer;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The results pane: heading, ranked grid, details of the selected result. */
public final class ResultsView extends BorderPane {

    private static final String HINT = "Click a result for its details.";

    private final ResultsViewModel model;
    private Optional<QueryAnswer> shown = Optional.empty();
    private final ResultCellPainter painter = new ResultCellPainter();
    private final CanvasGrid<Result> grid = new CanvasGrid<>(painter);

    /**
     * @param again asks the last question once more
     * @param export saves the answer
     * @param compare puts methods side by side
     */
    public ResultsView(ResultsViewModel model, Runnable again, Runnable export, Runnable compare) {
        this.model = model;
        getStyleClass().addAll("panel", "results-view");
        setTop(heading(export, compare));
        setCenter(content(again));
        setBottom(details());
        grid.setName("Results");
        grid.pictureSizeProperty().set(104);
        model.resultsProperty().addListener((property, before, now) -> {
            boolean sameAnswer = shown.isPresent() && shown.equals(model.answer());
            Optional<Integer> rank = grid.selectedItem().map(some -> some.hit().rank());
            shown = model.answer();
            grid.selectedProperty().set(-1);
            grid.itemsProperty().set(now);
            if (sameAnswer) { // marked, folded or opened: the place stays
                rank.ifPresent(former -> selectRank(now, former));
            } else {
                grid.scrollTo(0);
            }
        });
        grid.itemsProperty().set(model.resultsProperty().get());
        grid.selectedProperty().addListener(changed -> model.selectedProperty().set(grid.selectedItem()));
        grid.setOnActivate(result -> model.activate(result.tile()));
    }

    private void selectRank(List<Result> now, int rank) {
        for (int index = 0; index < now.size(); index++) {
            if (now.get(index).hit().rank() == rank) {
                grid.selectedProperty().set(index);
            }
        }
    }

    /** Draws something more over the results. */
    public void setOverlay(CellOverlay overlay) {
        painter.setOverlay(overlay);
        grid.repaint();
    }

    /** Takes marks of results. */
    public void setOnMark(BiConsumer<TileId, Verdict> mark) {
        MenuItem open = new MenuItem("Show or hide what is folded");
        open.setOnAction(event -> grid.selectedItem().ifPresent(model::toggle));
        new ResultInput<>(grid, result -> Optional.of(result.tile()), mark).install(this::openEntry, open);
        grid.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals(" ")) {
                grid.selectedItem().ifPresent(model::toggle);
                event.consume();
            }
        });
    }

    private boolean openEntry(Result result, double x, double y) {
        boolean there = result.copies() > 1 && FoldBadge.isAt(x, y);
        if (there) {
            model.toggle(result);
        }
        return there;
    }

    public CanvasGrid<Result> grid() {
        return grid;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return grid.paletteProperty();
    }

    private Node heading(Runnable export, Runnable compare) {
        Label title = new Label("Results");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label note = new Label();
        note.getStyleClass().add("muted");
        note.textProperty().bind(model.noteProperty());
        note.setMinWidth(0);
        Hint.whole(note);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        Slider size = new Slider(CanvasGrid.SMALLEST, CanvasGrid.LARGEST, 104);
        size.valueProperty().bindBidirectional(grid.pictureSizeProperty());
        size.setPrefWidth(88);
        size.setMinWidth(56);
        Icons.explain(size, "Size of the results' pictures (Ctrl+wheel)");
        Button save = Icons.button(MaterialDesignA.APPLICATION_EXPORT, "Export these results (Ctrl+E)", export);
        save.setId("export");
        save.disableProperty().bind(model.showingProperty().isNotEqualTo(Showing.RESULTS));
        Button beside = Icons.button(MaterialDesignC.COMPARE, "Compare methods side by side (Ctrl+M)", compare);
        beside.setId("compare");
        CheckBox fold = Icons.explain(
                new CheckBox("Fold copies"),
                "Show identical and almost identical tiles as one entry with a count; precision counts all of them");
        fold.setId("fold");
        fold.setMinWidth(Region.USE_PREF_SIZE);
        fold.selectedProperty().bindBidirectional(model.foldingProperty());
        HBox heading =
                new HBox(title, note, fold, Icons.of(MaterialDesignI.IMAGE_SIZE_SELECT_SMALL), size, save, beside);
        heading.getStyleClass().addAll("panel-head", "heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static final String NOTHING_WITHIN =
            "Nothing lies within this radius. Choose a larger radius, fewer bits, or the full ranking.";

    private Node content(Runnable again) {
        EmptyState nothing = new EmptyState(
                MaterialDesignI.IMAGE_SEARCH_OUTLINE, "Results appear here when a tile has become the query.");
        EmptyState failed = new EmptyState(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "")
                .with("Try again", "Ask the same question again", again);
        failed.sentence().textProperty().bind(model.sentenceProperty());
        EmptyState stopped = new EmptyState(
                        MaterialDesignP.PAUSE_CIRCLE_OUTLINE, "Stopped. This query has no answer yet.")
                .with("Ask again", "Ask the same question again", again);
        EmptyState none = new EmptyState(MaterialDesignM.MAGNIFY_CLOSE, NOTHING_WITHIN);
        none.sentence()
                .textProperty()
                .bind(model.noteProperty()
                        .map(note -> note.startsWith("Filtered")
                                ? "No other tile passes the filter, or none lies within this radius. " + note + "."
                                : NOTHING_WITHIN));
        Node preparing = preparing();
        showWhen(nothing, Showing.NOTHING_ASKED);
        showWhen(preparing, Showing.PREPARING);
        showWhen(failed, Showing.FAILED);
        showWhen(stopped, Showing.STOPPED);
        showWhen(none, Showing.NOTHING_FOUND);
        showWhen(grid, Showing.RESULTS);
        StackPane stack = new StackPane();
        Late.add(stack, grid, nothing, preparing, failed, stopped, none);
        return stack;
    }

    private Node preparing() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setAccessibleText("Preparing");
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.CENTER);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.textProperty().bind(model.sentenceProperty());
        VBox box = new VBox(turning, sentence);
        box.getStyleClass().add("empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void showWhen(Node node, Showing when) {
        node.visibleProperty().bind(model.showingProperty().isEqualTo(when));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node details() {
        Label first = detail();
        Label second = detail();
        ObservableValue<Optional<Result>> result = model.selectedProperty();
        first.textProperty().bind(result.map(some -> some.map(ResultsView::what).orElse(HINT)));
        second.textProperty()
                .bind(result.map(some -> some.map(ResultsView::where).orElse("")));
        VBox words = new VBox(first, second);
        words.getStyleClass().add("details-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        Button use = Icons.explain(
                new Button("Use as query", Icons.of(MaterialDesignI.IMAGE_SEARCH)),
                "Find tiles similar to this result (Enter or double click)");
        use.setId("use-as-query");
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(event -> model.selectedProperty().get().ifPresent(some -> model.activate(some.tile())));
        use.disableProperty().bind(model.selectedProperty().isEqualTo(Optional.empty()));
        HBox strip = new HBox(words, use);
        strip.getStyleClass().add("details");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.visibleProperty().bind(model.showingProperty().isEqualTo(Showing.RESULTS));
        strip.managedProperty().bind(strip.visibleProperty());
        return strip;
    }

    /** One line; what does not fit is in its tool tip. */
    private static Label detail() {
        Label line = new Label();
        line.setMinWidth(0);
        Hint.whole(line);
        return line;
    }

    private static String what(Result result) {
        return result.hit().rank() + " · " + TileText.name(result.tile()) + " · "
                + TileText.labels(result.tile().labels());
    }

    private static String where(Result result) {
        String date = result.tile().acquired().map(day -> " · " + day).orElse("");
        String place = result.tile()
                .footprint()
                .map(footprint -> " · " + TileText.place(footprint.centre()))
                .orElse("");
        return result.distance() + ", similarity " + TileText.share(result.hit().similarity()) + date + place;
    }
}
