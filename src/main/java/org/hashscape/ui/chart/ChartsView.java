package org.hashscape.ui.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
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
import org.hashscape.ui.chart.ChartsViewModel.StepTime;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Fonts;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jfree.chart.JFreeChart;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The charts of the current answer, below each other in one tab; further tabs may stand beside it. */
public final class ChartsView extends BorderPane {

    private static final Numbers NONE = new Numbers(List.of(), 0, List.of(), -1, List.of());

    private final ChartsViewModel model;
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());
    private final Label fontProbe = new Label();
    /** What has changed since it was last drawn, in drawing order; one is drawn per pulse. */
    private final Deque<ChartPane> stale = new ArrayDeque<>();

    private final Map<ChartPane, BiFunction<AnswerCharts, Numbers, JFreeChart>> panes = new LinkedHashMap<>();
    private final VBox column = new VBox();

    private final AnimationTimer drawing = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drawNext();
        }
    };

    /** @param background where JFreeChart is loaded; that takes longer than the screen may wait */
    public ChartsView(ChartsViewModel model, Background background) {
        this.model = model;
        getStyleClass().addAll("panel", "charts-view");
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
        background.run(Lane.READ, "Loading the charts", progress -> loadCharts(), loaded -> build());
    }

    /** Draws every chart once onto an image nobody sees, so that their classes and fonts are there. */
    private static boolean loadCharts() {
        Fonts.loadForCharts();
        AnswerCharts charts = new AnswerCharts(ChartStyle.of(Theme.LIGHT.palette(), "Inter", 11));
        Numbers some = new Numbers(List.of(1.0, 0.5), 0.1, List.of(1, 2, 3), 1, List.of(new StepTime("hash", 1)));
        BufferedImage image = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        for (JFreeChart chart : List.of(charts.precision(some), charts.distances(some), charts.steps(some))) {
            Graphics2D graphics = image.createGraphics();
            chart.draw(graphics, new Rectangle(200, 150));
            graphics.dispose();
        }
        return true;
    }

    private void build() {
        AnswerCharts charts = new AnswerCharts(style());
        add(
                new ChartPane(
                        "Precision at k",
                        "share of relevant tiles among the first k results; dashed: a random ranking",
                        charts.precision(NONE)),
                AnswerCharts::precision);
        add(
                new ChartPane(
                        "Hamming distances",
                        "tiles of the archive at each distance from the query; dashed: the farthest result",
                        charts.distances(NONE)),
                AnswerCharts::distances);
        add(
                new ChartPane("Step times, ms", "how long each step of the query took", charts.steps(NONE)),
                AnswerCharts::steps);
        column.getChildren().setAll(panes.keySet());
        model.numbersProperty().addListener(changed -> redraw());
        palette.addListener(changed -> redraw());
        fontProbe.fontProperty().addListener(changed -> redraw());
        redraw();
    }

    private void add(ChartPane pane, BiFunction<AnswerCharts, Numbers, JFreeChart> chart) {
        panes.put(pane, chart);
        VBox.setVgrow(pane, Priority.ALWAYS);
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether every chart shows the current numbers. */
    public boolean isComplete() {
        return !panes.isEmpty() && stale.isEmpty();
    }

    private void redraw() {
        stale.clear();
        stale.addAll(panes.keySet());
        drawing.start();
    }

    private void drawNext() {
        ChartPane pane = stale.poll();
        if (pane == null) {
            drawing.stop();
            return;
        }
        BiFunction<AnswerCharts, Numbers, JFreeChart> chart = Objects.requireNonNull(panes.get(pane));
        pane.show(chart.apply(
                new AnswerCharts(style()), model.numbersProperty().get().orElse(NONE)));
    }

    private ChartStyle style() {
        return ChartStyle.of(
                palette.get(),
                fontProbe.getFont().getFamily(),
                fontProbe.getFont().getSize() * 0.85);
    }
}
