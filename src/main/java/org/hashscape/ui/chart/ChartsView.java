package org.hashscape.ui.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hashscape.ui.chart.ChartsViewModel.Numbers;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.jfree.chart.JFreeChart;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The charts of the current answer, below each other in one tab; further tabs may stand beside it. */
public final class ChartsView extends BorderPane {

    private static final Numbers NONE = new Numbers(List.of(), 0, List.of(), -1, List.of());

    private final ChartsViewModel model;
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());
    private final Label fontProbe = new Label();
    /** What has changed since it was last drawn, in drawing order; one is drawn per pulse. */
    private final Map<ChartPane, Function<AnswerCharts, JFreeChart>> stale = new LinkedHashMap<>();

    private final ChartPane precision;
    private final ChartPane distances;
    private final ChartPane steps;
    private final AnimationTimer drawing = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drawNext();
        }
    };

    public ChartsView(ChartsViewModel model) {
        this.model = model;
        getStyleClass().addAll("panel", "charts-view");
        AnswerCharts empty = new AnswerCharts(style());
        precision = new ChartPane(
                "Precision at k",
                "share of relevant tiles among the first k results; dashed: a random ranking",
                empty.precision(NONE));
        distances = new ChartPane(
                "Hamming distances",
                "how many tiles of the archive lie at each distance from the query; dashed: the farthest result",
                empty.distances(NONE));
        steps = new ChartPane("Step times, ms", "how long each step of the query took", empty.steps(NONE));
        VBox column = new VBox(precision, distances, steps);
        column.getChildren().forEach(chart -> VBox.setVgrow(chart, Priority.ALWAYS));
        EmptyState none = new EmptyState(MaterialDesignC.CHART_BELL_CURVE, "Charts about the answer appear here.");
        column.visibleProperty().bind(model.numbersProperty().map(Optional::isPresent));
        none.visibleProperty().bind(column.visibleProperty().not());
        Tab thisQuery = new Tab("This query", new StackPane(none, column));
        thisQuery.setTooltip(new Tooltip("Charts of the current answer"));
        TabPane tabs = new TabPane(thisQuery);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText("Charts");
        setCenter(tabs);
        fontProbe.setManaged(false);
        fontProbe.setVisible(false);
        getChildren().add(fontProbe);
        model.numbersProperty().addListener(changed -> redraw());
        palette.addListener(changed -> redraw());
        fontProbe.fontProperty().addListener(changed -> redraw());
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether every chart shows the current numbers. */
    public boolean isComplete() {
        return stale.isEmpty();
    }

    private void redraw() {
        Numbers numbers = model.numbersProperty().get().orElse(NONE);
        stale.put(precision, charts -> charts.precision(numbers));
        stale.put(distances, charts -> charts.distances(numbers));
        stale.put(steps, charts -> charts.steps(numbers));
        drawing.start();
    }

    private void drawNext() {
        var next = stale.entrySet().iterator();
        if (!next.hasNext()) {
            drawing.stop();
            return;
        }
        var chart = next.next();
        next.remove();
        chart.getKey().show(chart.getValue().apply(new AnswerCharts(style())));
    }

    private ChartStyle style() {
        return ChartStyle.of(
                palette.get(),
                fontProbe.getFont().getFamily(),
                fontProbe.getFont().getSize() * 0.85);
    }
}
