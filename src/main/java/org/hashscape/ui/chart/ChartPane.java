package org.hashscape.ui.chart;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.chart.ChartStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/**
 * One chart below its title; the chart fills whatever room there is. A button beside the title, or a click with the
 * other mouse button, copies the chart or saves it, drawn for paper.
 */
public final class ChartPane extends Region {

    private final String name;
    private final Label title;
    private final Button more;
    private @Nullable ContextMenu menu;
    private @Nullable ChartCanvas canvas;
    private @Nullable Function<ChartStyle, JFreeChart> drawing;

    /** @param explanation what the chart shows, for tool tip and screen reader */
    public ChartPane(String name, String explanation, ChartSaving saving) {
        this(name, explanation, Optional.of(saving));
    }

    /** A chart that changes too quickly to be saved. */
    ChartPane(String name, String explanation) {
        this(name, explanation, Optional.empty());
    }

    private ChartPane(String name, String explanation, Optional<ChartSaving> saving) {
        this.name = name;
        title = new Label(name);
        title.getStyleClass().add("chart-title");
        Hint.set(title, title.textProperty().concat(": " + explanation)); // the title may be shortened
        more = Icons.button(MaterialDesignD.DOTS_VERTICAL, "Copy or save this chart: " + name, () -> {});
        more.getStyleClass().add("chart-menu");
        saving.ifPresent(there -> more.setOnAction(event -> menu(there).show(more, Side.BOTTOM, 0, 0)));
        more.setDisable(true);
        more.setVisible(saving.isPresent());
        saving.ifPresent(there -> setOnContextMenuRequested(event -> {
            if (drawing != null) {
                menu(there).show(this, event.getScreenX(), event.getScreenY());
            }
        }));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name + ": " + explanation);
        getStyleClass().add("chart-pane");
        getChildren().addAll(title, more);
    }

    private ContextMenu menu(ChartSaving saving) {
        if (menu != null) {
            return menu;
        }
        MenuItem copy = new MenuItem("Copy", Icons.of(MaterialDesignC.CONTENT_COPY));
        copy.setOnAction(event -> saving.copy(drawing));
        MenuItem png = new MenuItem("Save as PNG…", Icons.of(MaterialDesignI.IMAGE_OUTLINE));
        png.setOnAction(event -> saving.save(drawing, name, ".png", getScene().getWindow()));
        MenuItem svg = new MenuItem("Save as SVG…", Icons.of(MaterialDesignF.FILE_IMAGE_OUTLINE));
        svg.setOnAction(event -> saving.save(drawing, name, ".svg", getScene().getWindow()));
        ContextMenu made = new ContextMenu(copy, png, svg);
        menu = made;
        return made;
    }

    /**
     * Shows a chart. Draws on the screen's thread, so that its classes must have been loaded before ({@link
     * ChartLoading}).
     *
     * @param drawing makes the chart in any style; called again on other threads to copy and save it, so it must not
     *     look at the screen
     */
    public void show(Function<ChartStyle, JFreeChart> drawing, ChartStyle style) {
        this.drawing = drawing;
        more.setDisable(false);
        JFreeChart chart = new FreshChart(drawing.apply(style));
        if (canvas == null) {
            ChartCanvas made = new ChartCanvas(chart);
            made.setManaged(false);
            made.setDomainZoomable(false);
            made.setRangeZoomable(false);
            canvas = made;
            getChildren().add(made);
            requestLayout();
        } else {
            canvas.setChart(chart);
        }
    }

    /** Says above the chart what it shows now. */
    public void setTitle(String words) {
        title.setText(words);
    }

    /** What copies and saves the chart; empty before the first one. */
    @Nullable
    Function<ChartStyle, JFreeChart> drawing() {
        return drawing;
    }

    @Override
    protected void layoutChildren() {
        Insets inside = getInsets();
        double width = Math.max(1, getWidth() - inside.getLeft() - inside.getRight());
        double button = more.prefWidth(-1);
        double titleHeight = Math.max(title.prefHeight(width - button), more.prefHeight(-1));
        title.resizeRelocate(inside.getLeft(), inside.getTop(), Math.max(1, width - button), titleHeight);
        more.resizeRelocate(inside.getLeft() + width - button, inside.getTop(), button, titleHeight);
        double top = inside.getTop() + titleHeight;
        double height = Math.max(1, getHeight() - top - inside.getBottom());
        if (canvas == null) {
            return;
        }
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
