package org.hashscape.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Pictures;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.map.MapViewModel.Picture;
import org.hashscape.workbench.map.MapBadges;
import org.hashscape.workbench.map.MapBadges.Badge;
import org.hashscape.workbench.map.MapPlace;
import org.hashscape.workbench.map.MapStyle;
import org.hashscape.workbench.map.MapView;
import org.hashscape.workbench.map.Mercator;
import org.hashscape.workbench.map.Ring;
import org.jspecify.annotations.Nullable;

/**
 * The map on screen: the newest picture from the background, and over it results with their ranks, the selected tile, the
 * region that filters and the one being drawn, a scale, and cross hairs while the keyboard works here. Draws once per
 * pulse.
 */
public final class MapCanvas extends Region {

    /** Edges of a region are straight in degrees, so on the map they are drawn in so many pieces. */
    private static final int PIECES = 24;

    private static final double[] NICE = {1, 2, 5};

    private final MapViewModel model;
    private final Canvas canvas = new Canvas();
    private final Label fontProbe = new Label();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());
    private final List<Point2D> drawing = new ArrayList<>();
    private List<Badge> badges = List.of();
    private @Nullable Image image;
    private @Nullable MapView imageView;
    private boolean painting;

    public MapCanvas(MapViewModel model) {
        this.model = model;
        getStyleClass().add("map-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        fontProbe.setManaged(false);
        fontProbe.setVisible(false);
        getChildren().addAll(canvas, fontProbe);
        setId("map");
        setMinSize(0, 0);
        model.pictureProperty().addListener((property, before, now) -> take(now));
        for (ObjectProperty<?> drawn : List.of(
                model.viewProperty(),
                model.resultsProperty(),
                model.selectedProperty(),
                model.regionProperty(),
                palette)) {
            drawn.addListener(changed -> repaint());
        }
        model.toolProperty().addListener(changed -> {
            drawing.clear();
            repaint();
        });
        focusedProperty().addListener(changed -> repaint());
        fontProbe.fontProperty().addListener(changed -> repaint());
        new MapInput(this, model).install();
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Corners of the region being drawn, on screen; the last one follows the pointer. */
    List<Point2D> drawing() {
        return drawing;
    }

    /** The number at a place of the screen. */
    Optional<MapPlace> placeAt(double x, double y) {
        return badges.stream()
                .filter(badge -> badge.covers(x, y))
                .map(Badge::place)
                .findFirst();
    }

    void repaint() {
        if (!painting) {
            requestLayout();
        }
    }

    private void take(Optional<Picture> now) {
        if (now.isPresent()) {
            Picture painted = now.get();
            image = Pictures.of(painted.width(), painted.height(), painted.pixels());
            imageView = painted.view();
        } else {
            image = null;
        }
        speak(now);
        repaint();
    }

    private void speak(Optional<Picture> now) {
        String tiles = now.map(painted -> String.format(Locale.ROOT, ", %,d tiles around here", painted.inView()))
                .orElse("");
        String chosen = model.selectedProperty()
                .get()
                .map(tile -> ", selected: " + TileText.name(tile))
                .orElse("");
        setAccessibleText("Map" + tiles + chosen);
        setAccessibleHelp(
                "Arrows move, plus and minus zoom, Home shows all tiles, Space selects the tile in the middle,"
                        + " Enter makes it the query");
    }

    @Override
    protected void layoutChildren() {
        painting = true;
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        MapView view = model.viewProperty().get();
        if (view.width() != getWidth() || view.height() != getHeight()) {
            model.resize(getWidth(), getHeight());
        }
        paint(model.viewProperty().get());
        painting = false;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    private void paint(MapView view) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        MapStyle style = model.styleProperty().get();
        graphics.setFill(fx(style.sea()));
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        background(graphics, view);
        region(graphics, view, style);
        results(graphics, view, style);
        selected(graphics, view);
        drawn(graphics);
        scale(graphics, view, style);
        if (isFocused()) {
            focus(graphics);
        }
    }

    /** The picture, moved and enlarged to where its part of the world shows now. */
    private void background(GraphicsContext graphics, MapView view) {
        Image painted = image;
        MapView then = imageView;
        if (painted == null || then == null) {
            return;
        }
        double enlarged = view.scale() / then.scale();
        double turn = Math.rint(view.x() - then.x());
        double left = view.screenX(then.worldX(0) + turn);
        double top = view.screenY(then.worldY(0));
        boolean same = Math.abs(enlarged - 1) < 1e-9;
        graphics.setImageSmoothing(!same);
        graphics.drawImage(
                painted,
                same ? Math.rint(left) : left,
                same ? Math.rint(top) : top,
                painted.getWidth() * enlarged,
                painted.getHeight() * enlarged);
    }

    private void results(GraphicsContext graphics, MapView view, MapStyle style) {
        List<MapPlace> places = model.resultsProperty().get();
        graphics.setLineWidth(1.6);
        for (int i = places.size() - 1; i >= 0; i--) {
            MapPlace place = places.get(i);
            graphics.setStroke(fx(place.isQuery() ? style.query() : style.result()));
            outline(graphics, view, place.ring(), 1);
        }
        double size = Math.max(10, fontProbe.getFont().getSize() * 0.85);
        graphics.setFont(Font.font(fontProbe.getFont().getFamily(), FontWeight.BOLD, size));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        badges = MapBadges.of(view, places, label -> label.length() * size * 0.64, Math.rint(size * 1.35));
        for (int i = badges.size() - 1; i >= 0; i--) {
            badge(graphics, badges.get(i), style);
        }
    }

    private static void badge(GraphicsContext graphics, Badge badge, MapStyle style) {
        double left = badge.x() - badge.width() / 2;
        double top = badge.y() - badge.height() / 2;
        graphics.setFill(fx(badge.place().isQuery() ? style.query() : style.result()));
        graphics.fillRoundRect(left, top, badge.width(), badge.height(), badge.height(), badge.height());
        graphics.setFill(fx(style.onResult()));
        graphics.fillText(badge.label(), badge.x(), badge.y());
    }

    private void selected(GraphicsContext graphics, MapView view) {
        model.selectedProperty().get().flatMap(tile -> tile.footprint()).ifPresent(footprint -> {
            Ring ring = Ring.of(footprint);
            graphics.setStroke(palette.get().text());
            graphics.setLineWidth(2.5);
            outline(graphics, view, ring, 1);
            double x = Mercator.x((ring.west() + ring.east()) / 2);
            double y = view.screenY((Mercator.y(ring.north()) + Mercator.y(ring.south())) / 2);
            double reach = 9;
            if ((ring.east() - ring.west()) / 360 * view.scale() < 2 * reach) {
                double screenX = view.screenX(x + Math.rint(view.x() - x));
                graphics.setLineWidth(2);
                graphics.strokeOval(screenX - reach, y - reach, 2 * reach, 2 * reach);
            }
        });
    }

    private void region(GraphicsContext graphics, MapView view, MapStyle style) {
        model.regionProperty().get().ifPresent(region -> {
            graphics.setStroke(palette.get().accent());
            graphics.setLineWidth(2);
            graphics.setLineDashes(6, 4);
            outline(graphics, view, region.ring(), PIECES);
            graphics.setLineDashes();
        });
    }

    /** A ring on every copy of the world that shows. @param pieces of each edge */
    private static void outline(GraphicsContext graphics, MapView view, Ring ring, int pieces) {
        double west = Mercator.x(ring.west());
        double east = Mercator.x(ring.east());
        for (int turn = (int) Math.ceil(view.worldX(0) - east);
                turn <= Math.floor(view.worldX(view.width()) - west);
                turn++) {
            graphics.beginPath();
            for (int i = 0; i < ring.size(); i++) {
                int next = (i + 1) % ring.size();
                for (int piece = 0; piece < pieces; piece++) {
                    double share = (double) piece / pieces;
                    double longitude = ring.longitude(i) + share * (ring.longitude(next) - ring.longitude(i));
                    double latitude = ring.latitude(i) + share * (ring.latitude(next) - ring.latitude(i));
                    double x = view.screenX(Mercator.x(longitude) + turn);
                    double y = view.screenY(Mercator.y(latitude));
                    if (i == 0 && piece == 0) {
                        graphics.moveTo(x, y);
                    } else {
                        graphics.lineTo(x, y);
                    }
                }
            }
            graphics.closePath();
            graphics.stroke();
        }
    }

    private void drawn(GraphicsContext graphics) {
        if (drawing.isEmpty()) {
            return;
        }
        Color accent = palette.get().accent();
        graphics.setStroke(accent);
        graphics.setFill(accent.deriveColor(0, 1, 1, 0.15));
        graphics.setLineWidth(2);
        if (model.toolProperty().get() == MapViewModel.Tool.RECTANGLE && drawing.size() == 2) {
            double left = Math.min(drawing.get(0).getX(), drawing.get(1).getX());
            double top = Math.min(drawing.get(0).getY(), drawing.get(1).getY());
            double width = Math.abs(drawing.get(0).getX() - drawing.get(1).getX());
            double height = Math.abs(drawing.get(0).getY() - drawing.get(1).getY());
            graphics.fillRect(left, top, width, height);
            graphics.strokeRect(left, top, width, height);
            return;
        }
        double[] xs = drawing.stream().mapToDouble(Point2D::getX).toArray();
        double[] ys = drawing.stream().mapToDouble(Point2D::getY).toArray();
        graphics.fillPolygon(xs, ys, xs.length);
        graphics.strokePolyline(xs, ys, xs.length);
        for (int i = 0; i < xs.length - 1; i++) {
            graphics.setFill(accent);
            graphics.fillOval(xs[i] - 3, ys[i] - 3, 6, 6);
        }
    }

    /** A bar of a round number of metres, on a ground of its own: any tile or result may lie behind it. */
    private void scale(GraphicsContext graphics, MapView view, MapStyle style) {
        double most = view.metresPerPixel() * 90;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double metres = power;
        for (double nice : NICE) {
            metres = nice * power <= most ? nice * power : metres;
        }
        double length = metres / view.metresPerPixel();
        Text words = new Text(
                metres >= 1000
                        ? String.format(Locale.ROOT, "%,.0f km", metres / 1000)
                        : String.format(Locale.ROOT, "%.0f m", metres));
        words.setFont(Font.font(
                fontProbe.getFont().getFamily(),
                Math.max(10, fontProbe.getFont().getSize() * 0.85)));
        double wide = Math.max(length, words.getLayoutBounds().getWidth() + 8);
        double high = words.getLayoutBounds().getHeight() + 6;
        double y = canvas.getHeight() - 8;
        graphics.setFill(fx(style.sea()));
        graphics.fillRoundRect(4, y - high, wide + 8, high + 4, 6, 6);
        graphics.setStroke(fx(style.text()));
        graphics.setFill(fx(style.text()));
        graphics.setLineWidth(1.5);
        graphics.strokePolyline(new double[] {8, 8, 8 + length, 8 + length}, new double[] {y - 5, y, y, y - 5}, 4);
        graphics.setFont(words.getFont());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.fillText(words.getText(), 8, y - 5);
    }

    private void focus(GraphicsContext graphics) {
        Color accent = palette.get().accent();
        graphics.setStroke(accent);
        graphics.setLineWidth(2);
        graphics.strokeRect(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2);
        double x = canvas.getWidth() / 2;
        double y = canvas.getHeight() / 2;
        graphics.setLineWidth(1);
        graphics.strokeLine(x - 7, y, x + 7, y);
        graphics.strokeLine(x, y - 7, x, y + 7);
    }

    private static Color fx(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
