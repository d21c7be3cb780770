package org.hashscape.ui.comparison;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.hashscape.model.BinaryCode;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;

/**
 * Two codes bit by bit: a cell is dark where the tile's bit is 1 and light where it is 0, and crossed in the colour of what
 * differs where the query's bit is the other one.
 */
final class BitStrip extends Region {

    private static final double LARGEST = 16;
    private static final double ROOMY = 12;
    private static final double SMALLEST = 6;

    private final BinaryCode query;
    private final BinaryCode tile;
    private final Canvas canvas = new Canvas();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Theme.LIGHT.palette());

    BitStrip(BinaryCode query, BinaryCode tile) {
        this.query = query;
        this.tile = tile;
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinWidth(0);
        palette.addListener(changed -> requestLayout());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(query.hammingDistance(tile) + " of " + query.bits() + " bits differ");
    }

    ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width <= 0 ? prefWidth(-1) : width);
        return (double) ((query.bits() + columns - 1) / columns) * cell(width <= 0 ? prefWidth(-1) : width, columns)
                + 2;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 160;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double cell = cell(getWidth(), columns);
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (int bit = 0; bit < query.bits(); bit++) {
            paint(graphics, bit, bit % columns * cell, (double) (bit / columns) * cell, cell - 2);
        }
    }

    private void paint(GraphicsContext graphics, int bit, double x, double y, double size) {
        Palette colours = palette.get();
        boolean differs = query.bit(bit) != tile.bit(bit);
        graphics.setFill(tile.bit(bit) ? colours.muted() : colours.placeholder());
        graphics.fillRect(x, y, size, size);
        if (differs) {
            graphics.setStroke(colours.irrelevant());
            graphics.setLineWidth(2);
            graphics.strokeRect(x + 1, y + 1, size - 2, size - 2);
            graphics.setLineWidth(1.5);
            graphics.strokeLine(x + 2, y + 2, x + size - 2, y + size - 2);
            graphics.strokeLine(x + size - 2, y + 2, x + 2, y + size - 2);
        }
    }

    /** Cells in a row: 8, 16, 32 or 64, as many as the code needs and as can be told apart. */
    private int columns(double width) {
        int columns = 8;
        boolean roomy = query.bits() <= 64;
        while (columns < 64 && columns < query.bits() && 2 * columns * (roomy ? ROOMY : SMALLEST) <= width) {
            columns *= 2;
        }
        return columns;
    }

    private static double cell(double width, int columns) {
        return Math.max(SMALLEST, Math.min(LARGEST, Math.floor(width / columns)));
    }
}
