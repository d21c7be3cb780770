package org.hashscape.ui.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.chart.AnswerCharts;
import org.hashscape.workbench.chart.AnswerNumbers;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jfree.chart.JFreeChart;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Charts of the current answer, below each other in one tab, and of the codes behind it in another. */
public final class ChartsView extends BorderPane {

    private static final AnswerNumbers NONE = new AnswerNumbers(List.of(), 0, List.of(), -1, List.of());

    private final ChartsViewModel model;
    private final CodesView codes;
    private final ChartSaving saving;
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());
    private final Label fontProbe = new Label();
    private final ChartQueue queue = new ChartQueue();
    private final Map<ChartPane, BiFunction<AnswerCharts, AnswerNumbers, JFreeChart>> panes = new LinkedHashMap<>();
    private final VBox column = new VBox();
    private final Background background;
    private boolean asked;

    /** @param background where JFreeChart is loaded; that takes longer than the screen may wait */
    public ChartsView(ChartsViewModel model, Background background) {
        this.model = model;
        this.background = background;
        this.saving = new ChartSaving(background, background::tell);
        this.codes = new CodesView(model.codes(), saving);
        getStyleClass().addAll("panel", "charts-view");
        EmptyState none = new EmptyState(MaterialDesignC.CHART_BELL_CURVE, "Charts about the answer appear here.");
        column.visibleProperty().bind(model.numbersProperty().map(Optional::isPresent));
        none.visibleProperty().bind(column.visibleProperty().not());
        Tab thisQuery = new Tab("This query", new StackPane(none, column));
        Tab theCodes = new Tab("Codes", codes);
        TabPane tabs = new TabPane(thisQuery, theCodes);
        Hint.whenEntered(tabs, () -> {
            thisQuery.setTooltip(new Tooltip("Charts of the current answer"));
            theCodes.setTooltip(
                    new Tooltip("How the codes of this method fill their buckets, and how fast they are searched"));
        });
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText("Charts");
        theCodes.selectedProperty().addListener((property, before, now) -> {
            load();
            model.codes().watch(now);
        });
        model.numbersProperty().addListener(changed -> load());
        setCenter(tabs);
        fontProbe.setManaged(false);
        fontProbe.setVisible(false);
        getChildren().add(fontProbe);
    }

    /** When there is first something to draw: a window that has just opened has none. */
    private void load() {
        if (!asked) {
            asked = true;
            background.run(Lane.READ, "Loading the charts", progress -> ChartLoading.load(), loaded -> build());
        }
    }

    private void build() {
        add(
                "Precision at k",
                "share of relevant tiles among the first k results; dashed: a random ranking",
                AnswerCharts::precision);
        add(
                "Hamming distances",
                "tiles of the archive at each distance from the query; dashed: the farthest result",
                AnswerCharts::distances);
        add("Step times, ms", "how long each step of the query took", AnswerCharts::steps);
        column.getChildren().setAll(panes.keySet());
        model.numbersProperty().addListener(changed -> redraw());
        codes.onChange(changed -> codes.draw(queue, style()));
        palette.addListener(changed -> redraw());
        fontProbe.fontProperty().addListener(changed -> redraw());
        redraw();
        codes.draw(queue, style());
        palette.addListener(changed -> codes.draw(queue, style()));
        fontProbe.fontProperty().addListener(changed -> codes.draw(queue, style()));
    }

    private void add(String name, String explanation, BiFunction<AnswerCharts, AnswerNumbers, JFreeChart> chart) {
        ChartPane pane = new ChartPane(name, explanation, saving);
        panes.put(pane, chart);
        VBox.setVgrow(pane, Priority.ALWAYS);
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether every chart shows the current numbers. */
    public boolean isComplete() {
        return !asked || !panes.isEmpty() && queue.isEmpty();
    }

    private void redraw() {
        AnswerNumbers numbers = model.numbersProperty().get().orElse(NONE);
        panes.forEach((pane, chart) ->
                queue.add(pane, () -> pane.show(style -> chart.apply(new AnswerCharts(style), numbers), style())));
    }

    private ChartStyle style() {
        return ChartColours.of(
                palette.get(),
                fontProbe.getFont().getFamily(),
                fontProbe.getFont().getSize() * 0.85);
    }
}
