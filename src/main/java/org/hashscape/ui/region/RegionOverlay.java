package org.hashscape.ui.region;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.hashscape.ui.common.Hint;
import org.hashscape.workbench.multicode.RegionMatch;

/** The query's regions over its picture: outlined, numbered, and searched by with a click. */
public final class RegionOverlay extends Region {

    private final RegionsViewModel model;
    private final PrimitiveMenu menu;
    private final Canvas canvas = new Canvas();
    /** Never shown: tells which font the style sheet gives to text here. */
    private final Label fontProbe = new Label();

    private final StringProperty tip = new SimpleStringProperty("Regions of the query");
    private final RegionPictures pictures = new RegionPictures();

    /** @param menu what can be done with a primitive */
    public RegionOverlay(RegionsViewModel model, PrimitiveMenu menu) {
        this.model = model;
        this.menu = menu;
        setId("query-regions");
        fontProbe.setVisible(false);
        fontProbe.setManaged(false);
        canvas.setManaged(false);
        getChildren().addAll(canvas, fontProbe);
        model.shownProperty().addListener(changed -> {
            pictures.forget();
            requestLayout();
        });
        model.onlyProperty().addListener(changed -> requestLayout());
        visibleProperty().bind(model.onProperty());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        setOnContextMenuRequested(event -> at(event.getX(), event.getY()).ifPresent(region -> {
            menu.show(this, region.primitive(), event.getScreenX(), event.getScreenY());
            event.consume();
        }));
        Hint.whenEntered(this, () -> {
            Tooltip shown = new Tooltip();
            shown.textProperty().bind(tip);
            Tooltip.install(this, shown);
        });
    }

    private void moved(MouseEvent event) {
        Optional<RegionMatch> region = at(event.getX(), event.getY());
        setCursor(region.filter(RegionMatch::counted).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        tip.set(region.map(this::describe).orElse("Regions of the query"));
    }

    private String describe(RegionMatch region) {
        String probability = String.format("%.2f", region.posterior());
        if (!region.counted()) {
            return "This region shows no primitive clearly (at best " + ShownRegions.numbered(region.primitive()) + ", "
                    + probability + "), so it takes no part";
        }
        String title = model.shownProperty()
                .get()
                .map(shown -> shown.title(region.primitive()))
                .orElse("");
        return "Primitive " + title + " (" + probability + "). Click to search by it alone, double-click to name it";
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        at(event.getX(), event.getY()).filter(RegionMatch::counted).ifPresent(region -> {
            model.toggle(region.primitive());
            if (event.getClickCount() == 2) { // the two clicks have chosen it and all again
                menu.name(region.primitive());
            }
            event.consume();
        });
    }

    private Optional<RegionMatch> at(double x, double y) {
        return model.shownProperty().get().flatMap(shown -> {
            Rectangle2D place = place(shown.drawing());
            return RegionDrawing.regionAt(
                    shown.query(), (x - place.getMinX()) / place.getWidth(), (y - place.getMinY()) / place.getHeight());
        });
    }

    /** Where a place of the picture is in this region's coordinates; x and y are 0..1. */
    public double[] placeOf(double x, double y) {
        Rectangle2D place = model.shownProperty()
                .get()
                .map(ShownRegions::drawing)
                .map(this::place)
                .orElse(new Rectangle2D(0, 0, getWidth(), getHeight()));
        return new double[] {place.getMinX() + x * place.getWidth(), place.getMinY() + y * place.getHeight()};
    }

    /** The picture lies in the middle, as large as it may be. */
    private Rectangle2D place(RegionDrawing drawing) {
        double scale = Math.min(getWidth() / drawing.width(), getHeight() / drawing.height());
        double width = drawing.width() * scale;
        double height = drawing.height() * scale;
        return new Rectangle2D((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        model.shownProperty().get().ifPresent(shown -> {
            Rectangle2D place = place(shown.drawing());
            double x = place.getMinX();
            double y = place.getMinY();
            pictures.paint(graphics, shown.drawing(), x, y, place.getWidth(), place.getHeight());
            RegionPictures.badges(
                    graphics, shown.drawing(), fontProbe.getFont(), x, y, place.getWidth(), place.getHeight(), 0);
        });
    }
}
