package org.hashscape.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.ui.chart.ChartColours;
import org.hashscape.ui.chart.ChartLoading;
import org.hashscape.ui.chart.ChartPane;
import org.hashscape.ui.chart.ChartQueue;
import org.hashscape.ui.chart.ChartSaving;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.chart.SeriesChart;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigure;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/** The charts of an evaluation, one per tab; only the tab in view is drawn. */
final class EvaluationChartsView extends BorderPane {

    private static final List<Metric> METRICS = List.of(
            Metric.AP_LENIENT_AT_K,
            Metric.AP_STANDARD_AT_K,
            Metric.PRECISION_AT_K,
            Metric.MAP_FULL,
            Metric.NDCG_AT_K,
            Metric.LABEL_RECALL_AT_K);

    /** What is drawn. */
    private record Content(
            List<EvaluationSummary> summaries, List<EvaluationSummary> all, List<PublishedFigure> published) {}

    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());
    private final Label fontProbe = new Label();
    private final ChartQueue queue = new ChartQueue();
    private final TabPane tabs = new TabPane();
    private final ComboBox<Metric> metric = new ComboBox<>();
    private final ComboBox<Integer> bits = new ComboBox<>();
    private final Map<Tab, BiFunction<EvaluationCharts, Content, SeriesChart>> charts = new LinkedHashMap<>();
    private final Map<Tab, ChartPane> panes = new LinkedHashMap<>();
    private Content content = new Content(List.of(), List.of(), List.of());
    private boolean loaded;
    private boolean setting;

    EvaluationChartsView(ChartSaving saving, Background background) {
        getStyleClass().addAll("panel", "charts-view");
        metric.getItems().setAll(METRICS);
        metric.setValue(Metric.AP_LENIENT_AT_K);
        metric.setId("chart-metric");
        metric.setConverter(new MetricNames());
        Icons.explain(metric, "Which metric the charts show");
        bits.setId("chart-bits");
        Icons.explain(bits, "Code length of the curves");
        tab(
                "Code length",
                "the metric against the code length, with 95 % intervals; hollow: published figures",
                saving,
                (made, now) -> made.againstBits(metric.getValue(), now.published()));
        tab(
                "Query time",
                "the metric against the time of one query; joined: the Pareto front",
                saving,
                (made, now) -> made.againstTime(metric.getValue()));
        tab(
                "P@k",
                "share of relevant tiles among the first k results",
                saving,
                (made, now) -> made.precisionAtK(bitsOr(made)));
        tab(
                "Precision–recall",
                "interpolated precision at each recall",
                saving,
                (made, now) -> made.precisionRecall(bitsOr(made)));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText("Charts of the evaluation");
        FlowPane choices =
                new FlowPane(8, 4, new Label("Metric"), metric, new Label("Curves at"), bits, new Label("bits"));
        choices.getStyleClass().add("chart-choices");
        setTop(choices);
        setCenter(tabs);
        fontProbe.setManaged(false);
        fontProbe.setVisible(false);
        getChildren().add(fontProbe);
        tabs.getSelectionModel().selectedItemProperty().addListener(changed -> redraw());
        metric.valueProperty().addListener(changed -> redraw());
        bits.valueProperty().addListener(changed -> redraw());
        palette.addListener(changed -> redraw());
        fontProbe.fontProperty().addListener(changed -> redraw());
        background.run(Lane.READ, "Loading the charts", progress -> ChartLoading.load(), done -> {
            loaded = true;
            redraw();
        });
    }

    private void tab(
            String name,
            String explanation,
            ChartSaving saving,
            BiFunction<EvaluationCharts, Content, SeriesChart> chart) {
        ChartPane pane = new ChartPane(name, explanation, saving);
        Tab tab = new Tab(name, pane);
        tab.setTooltip(new Tooltip(explanation));
        tabs.getTabs().add(tab);
        charts.put(tab, chart);
        panes.put(tab, pane);
    }

    /**
     * Draws other summaries from now on.
     *
     * @param all of the evaluation, which the colours are chosen for
     */
    void show(List<EvaluationSummary> summaries, List<EvaluationSummary> all, List<PublishedFigure> published) {
        content = new Content(summaries, all, published);
        List<Integer> measured = new EvaluationCharts(summaries).bits();
        setting = true;
        Integer before = bits.getValue();
        bits.getItems().setAll(measured);
        bits.setDisable(measured.size() < 2);
        bits.setValue(
                before != null && measured.contains(before)
                        ? before
                        : measured.isEmpty() ? null : measured.get(measured.size() - 1));
        metric.setDisable(summaries.isEmpty());
        metric.setConverter(new MetricNames());
        setting = false;
        redraw();
    }

    ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether the chart in view shows what there is. */
    boolean isComplete() {
        return loaded && queue.isEmpty();
    }

    /** The charts by their tab's name; those not looked at yet draw nothing. */
    List<ChartPane> panes() {
        return new ArrayList<>(panes.values());
    }

    private int bitsOr(EvaluationCharts made) {
        Integer chosen = bits.getValue();
        return chosen != null ? chosen : made.bits().stream().findFirst().orElse(32);
    }

    private void redraw() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (!loaded || setting || tab == null) {
            return;
        }
        ChartPane pane = panes.get(tab);
        BiFunction<EvaluationCharts, Content, SeriesChart> chart = charts.get(tab);
        if (pane == null || chart == null) {
            return;
        }
        queue.add(pane, () -> {
            SeriesChart drawn = chart.apply(new EvaluationCharts(content.summaries(), content.all()), content);
            ChartStyle style = ChartColours.of(
                    palette.get(),
                    fontProbe.getFont().getFamily(),
                    fontProbe.getFont().getSize() * 0.88);
            pane.setTitle(drawn.title());
            pane.show(drawn::draw, style);
        });
    }

    /** Metrics with the cut-off of what is shown. */
    private final class MetricNames extends StringConverter<Metric> {

        @Override
        public String toString(@Nullable Metric some) {
            int k = content.summaries().isEmpty()
                    ? 20
                    : content.summaries().get(0).k();
            return some == null ? "" : some.at(k);
        }

        @Override
        public Metric fromString(String typed) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
