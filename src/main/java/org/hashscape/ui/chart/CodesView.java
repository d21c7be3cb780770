package org.hashscape.ui.chart;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.chart.BarsChart;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.chart.SeriesChart;

/** Bucket occupancy and scan time of the method in use. */
final class CodesView extends VBox {

    private final CodesViewModel model;
    private final ChartPane buckets;
    private final ChartPane times;

    CodesView(CodesViewModel model, ChartSaving saving) {
        this.model = model;
        getStyleClass().add("codes-view");
        buckets =
                new ChartPane("Buckets by size", "how many buckets of the hash table hold how many tiles each", saving);
        times = new ChartPane(
                "Query time by archive size",
                "median time of an exact ranking over parts of this archive's codes, and over copies of them with some"
                        + " bits flipped; dashed: XOR and bit count alone, what the machine allows",
                saving);
        Label sentence = new Label();
        sentence.setId("codes-sentence");
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        Button measure = Icons.explain(
                new Button("Time a scan"), "Time exact rankings over 100 to 1,000,000 codes; takes some seconds");
        measure.setId("measure-scan");
        measure.setMinHeight(USE_PREF_SIZE);
        measure.setOnAction(event -> model.measure());
        measure.disableProperty()
                .bind(Bindings.or(
                        model.measuringProperty(), model.measurableProperty().not()));
        VBox.setVgrow(buckets, Priority.ALWAYS);
        VBox.setVgrow(times, Priority.ALWAYS);
        getChildren().setAll(sentence, buckets, times, measure);
    }

    /** Calls back whenever the charts must be drawn anew. */
    void onChange(InvalidationListener redraw) {
        model.occupancyProperty().addListener(redraw);
        model.timesProperty().addListener(redraw);
    }

    void draw(ChartQueue queue, ChartStyle style) {
        BarsChart bars = model.occupancyProperty()
                .get()
                .map(CodeCharts::buckets)
                .orElseGet(() -> new BarsChart(
                        "Buckets", "tiles in a bucket", "buckets", List.of(), "Ask a query by a hashing method first"));
        SeriesChart scan = CodeCharts.scanTimes(model.timesProperty().get());
        queue.add(buckets, () -> buckets.show(bars::draw, style));
        queue.add(times, () -> times.show(scan::draw, style));
    }
}
