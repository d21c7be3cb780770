package org.hashscape.ui.query;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Late;
import org.hashscape.ui.common.Pictures;
import org.hashscape.ui.query.QueryViewModel.Fact;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The query image, large, with its facts, and the way through former queries. */
public final class QueryView extends BorderPane {

    /** Edge of the picture as a share of the window's height, and its bounds in pixels. */
    private static final double PICTURE_SHARE = 0.19;

    private static final double SMALLEST_PICTURE = 96;
    private static final double LARGEST_PICTURE = 240;

    private final QueryViewModel model;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private final GridPane facts = new GridPane();
    private final FlowPane chips = new FlowPane();

    /** @param back the query before this one @param forward the one after it @param locate asks for the originals' folder */
    public QueryView(
            QueryViewModel model,
            QueryHistory history,
            Runnable back,
            Runnable forward,
            Runnable locate,
            Node methodBar) {
        this.model = model;
        getStyleClass().addAll("panel", "query-view");
        prepareFrame();
        VBox words = new VBox(titleRow(history, back, forward), chips, facts, problem(locate));
        words.getStyleClass().add("query-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox shown = new HBox(frame, words);
        shown.getStyleClass().add("query-body");
        ScrollPane scroll = new ScrollPane(shown);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("query-scroll");
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.visibleProperty().bind(model.titleProperty().isNotEmpty());
        EmptyState none = new EmptyState(
                MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE,
                "Double-click a tile to find similar scenes, or drop an image file here.");
        none.visibleProperty().bind(model.titleProperty().isEmpty());
        none.managedProperty().bind(none.visibleProperty());
        StackPane either = new StackPane();
        Late.add(either, none, scroll);
        setCenter(either);
        setBottom(methodBar);
        chips.getStyleClass().add("chips");
        facts.getStyleClass().add("facts");
        model.labelsProperty().addListener((property, before, now) -> showLabels(now));
        model.factsProperty().addListener((property, before, now) -> showFacts(now));
        showLabels(model.labelsProperty().get());
        showFacts(model.factsProperty().get());
    }

    /** Lays something over the picture, as large as its frame. */
    public void setOverlay(Node overlay) {
        frame.getChildren().setAll(picture, overlay);
    }

    private void prepareFrame() {
        frame.getStyleClass().add("query-picture");
        size(800);
        sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.heightProperty().addListener(changed -> size(scene.getHeight()));
                size(scene.getHeight());
            }
        });
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        model.pictureProperty()
                .addListener((property, before, now) ->
                        picture.setImage(now.map(Pictures::of).orElse(null)));
        picture.setImage(model.pictureProperty().get().map(Pictures::of).orElse(null));
        picture.accessibleTextProperty().bind(model.titleProperty());
    }

    private void size(double windowHeight) {
        double edge = Math.rint(Math.max(SMALLEST_PICTURE, Math.min(LARGEST_PICTURE, PICTURE_SHARE * windowHeight)));
        frame.setMinSize(edge, edge);
        frame.setMaxSize(edge, edge);
        picture.setFitWidth(edge);
        picture.setFitHeight(edge);
    }

    private Node titleRow(QueryHistory history, Runnable back, Runnable forward) {
        Label title = new Label();
        title.getStyleClass().add("query-title");
        title.textProperty().bind(model.titleProperty());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        Hint.whole(title);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button before = Icons.button(MaterialDesignA.ARROW_LEFT, "Query before this one (Alt+Left)", back);
        before.setId("history-back");
        before.disableProperty().bind(history.canGoBackProperty().not());
        Button after = Icons.button(MaterialDesignA.ARROW_RIGHT, "Query after this one (Alt+Right)", forward);
        after.setId("history-forward");
        after.disableProperty().bind(history.canGoForwardProperty().not());
        HBox row = new HBox(title, before, after);
        row.getStyleClass().add("title-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node problem(Runnable locate) {
        Label problem = new Label();
        problem.getStyleClass().addAll("muted", "small");
        problem.setWrapText(true);
        problem.textProperty().bind(model.pictureProblemProperty());
        Hint.whole(problem);
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        Button find = Icons.explain(new Button("Locate folder…"), "Say where the originals lie now");
        find.setMinWidth(USE_PREF_SIZE);
        find.setOnAction(event -> locate.run());
        HBox row = new HBox(problem, find);
        row.getStyleClass().add("heading");
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(problem.textProperty().isNotEmpty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void showLabels(List<String> labels) {
        chips.getChildren()
                .setAll(labels.stream()
                        .map(label -> {
                            Label chip = new Label(label);
                            chip.getStyleClass().add("chip");
                            return chip;
                        })
                        .toList());
        chips.setManaged(!labels.isEmpty());
    }

    private void showFacts(List<Fact> lines) {
        facts.getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            Fact fact = lines.get(row);
            Label name = new Label(fact.name());
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(fact.value());
            value.setMinWidth(0);
            Hint.whole(value);
            name.setLabelFor(value);
            facts.addRow(row, name, value);
        }
    }
}
