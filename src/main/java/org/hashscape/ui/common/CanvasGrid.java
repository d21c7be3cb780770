package org.hashscape.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * A scrolling grid of tile pictures on one canvas: it draws what is visible and nothing else, so a million tiles scroll
 * like a hundred. Selection, keyboard, hover and tool tips included; items come as a list that is read by index.
 *
 * <p>Drawing happens once per pulse, in the layout pass, however often a change asked for it.
 */
public final class CanvasGrid<T> extends Region {

    /** Least and greatest edge of a picture, pixels at 100 % text. */
    public static final double SMALLEST = 48;

    public static final double LARGEST = 192;
    static final double PAD = 4;
    private static final double GAP = 4;
    /** However many rows there are, the scroll bar can be grasped. */
    private static final double LEAST_THUMB = 0.06;

    private final CellPainter<T> painter;
    private final GridSurface<T> surface;
    private final Canvas canvas;
    private final ScrollBar scrollBar = new ScrollBar();
    /** Never shown: tells which font the style sheet gives to text here. */
    private final Label fontProbe = new Label();

    private final ObjectProperty<List<T>> items = new SimpleObjectProperty<>(this, "items", List.of());
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());
    private final DoubleProperty pictureSize = new SimpleDoubleProperty(this, "pictureSize", 76);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);
    private Consumer<T> onActivate = item -> {};
    private Pick<T> onPick = (item, x, y) -> false;
    private GridGeometry geometry = new GridGeometry(0, 100, 10, 10, GAP);
    private String name = "Tiles";
    private int toReveal = -1;
    private boolean drawing;
    private long paints;

    public CanvasGrid(CellPainter<T> painter) {
        this.painter = painter;
        surface = new GridSurface<>(painter, PAD);
        canvas = surface.canvas();
        getStyleClass().add("canvas-grid");
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setAccessibleText("Scroll");
        fontProbe.setVisible(false);
        fontProbe.setManaged(false);
        canvas.setManaged(false);
        scrollBar.setManaged(false);
        getChildren().addAll(canvas, scrollBar, fontProbe);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        for (ObjectProperty<?> drawn : List.of(items, palette)) {
            drawn.addListener(changed -> repaint());
        }
        items.addListener(changed -> clampSelection());
        selected.addListener(changed -> {
            speak();
            repaint();
        });
        hovered.addListener(changed -> repaint());
        focusedProperty().addListener(changed -> repaint());
        scrollBar.valueProperty().addListener(changed -> repaint());
        fontProbe.fontProperty().addListener(changed -> repaint());
        pictureSize.addListener((size, before, after) -> keepPlace());
        GridInput<T> input = new GridInput<>(this);
        input.install();
        items.addListener(changed -> input.forget());
    }

    public ObjectProperty<List<T>> itemsProperty() {
        return items;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Edge of the square that holds a picture, in pixels at 100 % text. */
    public DoubleProperty pictureSizeProperty() {
        return pictureSize;
    }

    /** Index of the selected item, or -1. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    public Optional<T> selectedItem() {
        return itemAt(selected.get());
    }

    /** What a click at a place of a picture does; x and y are 0..1 from its upper left corner. */
    @FunctionalInterface
    public interface Pick<T> {

        /** @return whether the click did something, so that it counts for nothing else */
        boolean at(T item, double x, double y);
    }

    /** What a click into a picture does besides selecting it. */
    public void setOnPick(Pick<T> action) {
        onPick = action;
    }

    boolean pick(double x, double y) {
        OptionalInt index = indexAt(x, y);
        if (index.isEmpty()) {
            return false;
        }
        double left = geometry.x(index.getAsInt()) + PAD;
        double top = geometry.y(index.getAsInt()) - offset() + PAD;
        double across = (x - left) / edge();
        double down = (y - top) / edge();
        boolean inside = across >= 0 && across <= 1 && down >= 0 && down <= 1;
        return inside && onPick.at(items.get().get(index.getAsInt()), across, down);
    }

    /** Whether cells stand in columns of their own, so that left and right stay in a row. */
    boolean isTable() {
        return painter.columns() > 0;
    }

    /** What happens on a double click or Enter. */
    public void setOnActivate(Consumer<T> action) {
        onActivate = action;
    }

    /** What the grid shows, for those who hear it. */
    public void setName(String name) {
        this.name = name;
        speak();
    }

    /** Where pictures come from; null where there is no archive. */
    public void setThumbnails(@Nullable Thumbnails source) {
        surface.setThumbnails(source, this::repaint);
        repaint();
    }

    /** Scrolls so that the item shows whole, at the next pulse. */
    public void reveal(int index) {
        toReveal = index;
        repaint();
    }

    public void scrollTo(double offset) {
        scrollBar.setValue(Math.max(0, Math.min(scrollBar.getMax(), offset)));
    }

    public double offset() {
        return scrollBar.getValue();
    }

    /** Where an item's picture lies now, in this region's coordinates: x, y of its middle; may be out of view. */
    public double[] middleOf(int index) {
        return new double[] {
            geometry.x(index) + geometry.cellWidth() / 2, geometry.y(index) - offset() + PAD + edge() / 2
        };
    }

    /** Whether what shows is up to date and no picture is missing; so it is while the grid is hidden. */
    public boolean isComplete() {
        return !isVisible() || surface.isComplete() && !isNeedsLayout();
    }

    /** How often it has drawn. */
    public long paints() {
        return paints;
    }

    /** Draws at the next pulse. */
    public void repaint() {
        if (!drawing) {
            requestLayout();
        }
    }

    Optional<T> itemAt(int index) {
        return index >= 0 && index < items.get().size()
                ? Optional.of(items.get().get(index))
                : Optional.empty();
    }

    OptionalInt indexAt(double x, double y) {
        int index = x < canvas.getWidth() ? geometry.indexAt(x, y + offset()) : -1;
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    void hover(int index) {
        hovered.set(index);
    }

    String describe(T item) {
        return painter.describe(item);
    }

    void select(int index) {
        if (!items.get().isEmpty()) {
            selected.set(Math.max(0, Math.min(items.get().size() - 1, index)));
            reveal(selected.get());
        }
    }

    void activate() {
        selectedItem().ifPresent(onActivate);
    }

    GridGeometry geometry() {
        return geometry;
    }

    @Override
    protected void layoutChildren() {
        drawing = true;
        double bar = scrollBar.prefWidth(-1);
        canvas.setWidth(Math.max(1, getWidth() - bar));
        canvas.setHeight(Math.max(1, getHeight()));
        scrollBar.resizeRelocate(getWidth() - bar, 0, bar, getHeight());
        layoutGeometry();
        if (toReveal >= 0) {
            scrollBar.setValue(geometry.offsetShowing(toReveal, scrollBar.getValue(), getHeight()));
            toReveal = -1;
        }
        paint();
        drawing = false;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    private void layoutGeometry() {
        double caption = painter.captionLines() * surface.lineHeight(font());
        int columns = painter.columns();
        double cellWidth = columns == 0
                ? edge() + 2 * PAD
                : Math.max(edge() + 2 * PAD, Math.floor((canvas.getWidth() - (columns + 1) * GAP) / columns));
        double cellHeight = 2 * PAD + (columns == 0 ? edge() + caption : Math.max(edge(), caption));
        geometry = new GridGeometry(items.get().size(), canvas.getWidth(), cellWidth, cellHeight, GAP);
        double max = geometry.maxOffset(getHeight());
        scrollBar.setMax(max);
        double share = getHeight() / geometry.totalHeight();
        scrollBar.setVisibleAmount(max <= 0 ? 1 : max * Math.max(LEAST_THUMB, Math.min(1, share)));
        scrollBar.setUnitIncrement(geometry.rowStep());
        scrollBar.setBlockIncrement(Math.max(geometry.rowStep(), getHeight() - geometry.rowStep()));
        scrollBar.setVisible(max > 0);
        if (scrollBar.getValue() > max) {
            scrollBar.setValue(max);
        }
    }

    private void paint() {
        surface.paint(
                new GridSurface.View<>(
                        items.get(), geometry, offset(), getHeight(), selected.get(), hovered.get(), isFocused()),
                edge(),
                font(),
                palette.get());
        paints++;
    }

    private Font font() {
        return fontProbe.getFont();
    }

    /** Pictures grow with the text, but less, so that captions keep some room. */
    private double edge() {
        return Math.round(pictureSize.get() * Math.max(1, (font().getSize() + 39) / 52));
    }

    /** Keeps the same items in sight while the pictures change their size. */
    private void keepPlace() {
        int first = Math.max(0, Math.min(items.get().size() - 1, geometry.firstVisible(offset() + 1)));
        layoutGeometry();
        if (!items.get().isEmpty()) {
            scrollTo(geometry.y(first) - GAP);
        }
        repaint();
    }

    private void clampSelection() {
        if (selected.get() >= items.get().size()) {
            selected.set(-1);
        }
        speak();
    }

    private void speak() {
        String what = selectedItem()
                .map(item -> ", " + (selected.get() + 1) + " of " + items.get().size() + ": " + describe(item))
                .orElse(", " + items.get().size() + " items");
        setAccessibleText(name + what);
    }
}
