package org.hashscape.ui.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hashscape.ui.chart.ChartSaving;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.WhileShown;
import org.hashscape.ui.evaluation.EvaluationViewModel.Shown;
import org.hashscape.workbench.evaluation.EvaluationSummary;

/** What to measure at the left; the table above the charts at the right; what happens now below. */
public final class EvaluationView extends BorderPane {

    /** Of the width, for what is chosen at the left; more where the text is large. */
    private static final double LEFT_SHARE = 0.24;

    private static final double MOST_LEFT_SHARE = 0.36;
    private static final double USUAL_TEXT = 13;
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final EvaluationViewModel model;
    private final EvaluationTable table = new EvaluationTable();
    private final EvaluationChartsView charts;

    /**
     * @param background where charts are loaded and saved
     * @param exportTo asks where an export shall go
     */
    public EvaluationView(EvaluationViewModel model, Background background, Supplier<Optional<Path>> exportTo) {
        this.model = model;
        this.charts = new EvaluationChartsView(new ChartSaving(background, model::tell), background);
        getStyleClass().addAll("main-view", "evaluation-view");
        SplitPane results = new SplitPane(table, charts);
        results.setOrientation(Orientation.VERTICAL);
        results.setDividerPositions(0.36);
        table.setMinHeight(80);
        charts.setMinHeight(160);
        SplitPane all = new SplitPane(left(), results);
        all.setDividerPositions(LEFT_SHARE);
        SplitPane.setResizableWithParent(all.getItems().get(0), false);
        setCenter(all);
        setBottom(bottom(exportTo));
        model.shownProperty().addListener((property, before, now) -> show(now));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<EvaluationLine>)
                change -> showCharts());
        Label probe = new Label();
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().add(probe);
        probe.fontProperty().addListener((property, before, now) -> {
            table.fit(now.getSize());
            all.setDividerPositions(Math.min(MOST_LEFT_SHARE, LEFT_SHARE * now.getSize() / USUAL_TEXT));
        });
        WhileShown.repeat(this, 150, model::poll);
        show(model.shownProperty().get());
    }

    private BorderPane left() {
        ScrollPane form = new ScrollPane(new EvaluationFormView(model.form()));
        form.setFitToWidth(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        form.getStyleClass().add("query-scroll");
        Label plan = new Label();
        plan.setId("evaluation-plan");
        plan.textProperty().bind(model.planProperty());
        plan.setWrapText(true);
        plan.setMinHeight(USE_PREF_SIZE);
        Button start = Icons.explain(new Button("Evaluate"), "Measure what is chosen; it can be stopped and continued");
        start.setId("evaluate");
        start.setDefaultButton(true);
        start.setMaxWidth(Double.MAX_VALUE);
        start.setMinHeight(USE_PREF_SIZE);
        start.setOnAction(event -> model.start());
        start.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.busyProperty().get()
                                || model.archiveProperty().get().isEmpty()
                                || model.form().requestProperty().get().isEmpty(),
                        model.busyProperty(),
                        model.archiveProperty(),
                        model.form().requestProperty()));
        VBox below = new VBox(plan, start, new StoredView(model));
        below.getStyleClass().add("evaluation-below");
        BorderPane left = new BorderPane(form, null, null, below, null);
        left.getStyleClass().add("panel");
        left.setMinWidth(200);
        below.maxHeightProperty().bind(left.heightProperty().multiply(0.5));
        return left;
    }

    private HBox bottom(Supplier<Optional<Path>> exportTo) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.fractionProperty());
        bar.setAccessibleText("Progress");
        bar.setMinWidth(80);
        Button cancel = Icons.explain(new Button("Cancel"), "Stop the evaluation; what was measured is kept");
        cancel.setId("cancel-evaluation");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        WhileShown.showWhile(model.busyProperty(), bar, cancel);
        Label message = new Label();
        message.setId("evaluation-message");
        message.textProperty().bind(model.messageProperty());
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        Hint.whole(message);
        model.troubleProperty().addListener((property, before, now) -> message.pseudoClassStateChanged(PROBLEM, now));
        HBox.setHgrow(message, Priority.ALWAYS);
        Button export = Icons.explain(
                new Button("Export…"), "Save the rows as CSV, JSON, a Markdown table or a report with charts");
        export.setId("export-evaluation");
        export.setMinWidth(USE_PREF_SIZE);
        export.disableProperty()
                .bind(model.shownProperty().map(shown -> shown.rows().isEmpty()));
        export.setOnAction(event -> exportTo.get().ifPresent(model::export));
        HBox bottom = new HBox(bar, cancel, message, export);
        bottom.setAlignment(Pos.CENTER_LEFT);
        bottom.getStyleClass().add("status-view");
        return bottom;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return charts.paletteProperty();
    }

    /** Whether everything on screen is drawn. */
    public boolean isComplete() {
        return charts.isComplete();
    }

    private void show(Shown shown) {
        table.getSelectionModel().clearSelection();
        table.show(shown.summaries());
        showCharts();
    }

    /** Those of the selected lines, where there are several; all otherwise. */
    private void showCharts() {
        List<EvaluationSummary> selected = table.getSelectionModel().getSelectedItems().stream()
                .filter(line -> line != null && !line.floor())
                .map(EvaluationLine::summary)
                .toList();
        Shown shown = model.shownProperty().get();
        charts.show(selected.size() > 1 ? selected : shown.summaries(), shown.summaries(), shown.published());
    }
}
