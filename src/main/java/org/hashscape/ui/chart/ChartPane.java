package org.hashscape.ui.chart;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

/** One chart below its title; the chart fills whatever room there is. */
final class ChartPane extends Region {

    private final Label title;
    private final ChartCanvas canvas;

    ChartPane(String name, String explanation, JFreeChart empty) {
        title = new Label(name);
        title.getStyleClass().add("chart-title");
        title.setTooltip(new Tooltip(explanation));
        canvas = new ChartCanvas(empty);
        canvas.setManaged(false);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText(name + ": " + explanation);
        getStyleClass().add("chart-pane");
        getChildren().addAll(title, canvas);
    }

    void show(JFreeChart chart) {
        canvas.setChart(chart);
    }

    void setTitle(String words) {
        title.setText(words);
    }

    @Nullable
    JFreeChart chart() {
        return canvas.getChart();
    }

    @Override
    protected void layoutChildren() {
        Insets inside = getInsets();
        double width = Math.max(1, getWidth() - inside.getLeft() - inside.getRight());
        double titleHeight = title.prefHeight(width);
        title.resizeRelocate(inside.getLeft(), inside.getTop(), width, titleHeight);
        double top = inside.getTop() + titleHeight;
        double height = Math.max(1, getHeight() - top - inside.getBottom());
        canvas.setLayoutX(inside.getLeft());
        canvas.setLayoutY(top);
        if (canvas.getWidth() != width) {
            canvas.setWidth(width);
        }
        if (canvas.getHeight() != height) {
            canvas.setHeight(height);
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 96;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 180;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 280;
    }
}
