package org.hashscape.ui.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.TilePlaces;
import org.hashscape.workbench.TileRows;
import org.hashscape.workbench.filter.Region;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.hashscape.workbench.map.FootprintIndex;
import org.hashscape.workbench.map.GeoBox;
import org.hashscape.workbench.map.MapPainter;
import org.hashscape.workbench.map.MapPlace;
import org.hashscape.workbench.map.MapStyle;
import org.hashscape.workbench.map.MapView;
import org.hashscape.workbench.map.Mercator;
import org.hashscape.workbench.map.Ring;
import org.hashscape.workbench.map.WorldMap;
import org.jspecify.annotations.Nullable;

/**
 * What the map shows. World and tiles are painted in the background, a little beyond the edges of the screen; one picture
 * at a time, and another one as soon as it is done if the view has changed meanwhile. Nothing is worked out before the map
 * is first shown.
 */
public final class MapViewModel {

    /** What the pane has to show. */
    public enum Showing {
        NO_ARCHIVE,
        LAYING_OUT,
        NO_PLACES,
        MAP
    }

    /** What a drag or a click on the map does. */
    public enum Tool {
        MOVE,
        RECTANGLE,
        POLYGON
    }

    /**
     * A painted part of the map.
     *
     * @param pixels ARGB, row by row; the view's width and height, rounded up
     * @param inView tiles within the picture that the filter lets through
     */
    public record Picture(int[] pixels, int width, int height, MapView view, int inView) {}

    /** Painted beyond each edge, as a share of the screen. */
    private static final double MARGIN = 0.2;
    /** A click this near to a tile, in pixels, is a click on it. */
    private static final double NEAR = 6;

    private final Background background;
    private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>(Showing.NO_ARCHIVE);
    private final ObjectProperty<MapView> view = new SimpleObjectProperty<>(MapView.world(240, 240));
    private final ReadOnlyObjectWrapper<Optional<Picture>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<List<MapPlace>> results = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Tile>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Region>> region = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.MOVE);
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ObjectProperty<MapStyle> style = new SimpleObjectProperty<>(MapStyle.LIGHT);
    /** The rows that the filter lets through, as bits. */
    private record Passing(TileRows rows, BitSet bits) {}

    private volatile @Nullable Passing passing;
    private Optional<TileCatalogue> catalogue = Optional.empty();
    private Optional<TilePlaces> places = Optional.empty();
    private Optional<TileRows> shown = Optional.empty();
    private Consumer<TileId> onSelect = tile -> {};
    private Consumer<Tile> onActivate = tile -> {};
    private boolean fitWanted = true;
    private boolean sized;
    private boolean painting;
    private boolean stale;

    public MapViewModel(Background background) {
        this.background = background;
        on.addListener(changed -> layOut());
        view.addListener(changed -> repaint());
        style.addListener(changed -> repaint());
    }

    /** Shows the tiles of another archive, from afar. */
    public void open(TileCatalogue tiles) {
        fitWanted = true;
        selected.set(Optional.empty());
        results.set(List.of());
        tool.set(Tool.MOVE);
        use(tiles);
    }

    /** Shows what has become of the archive, where one looks already. */
    public void use(TileCatalogue tiles) {
        catalogue = Optional.of(tiles);
        places = Optional.empty();
        shown = Optional.empty();
        showing.set(tiles.size() == 0 ? Showing.NO_PLACES : Showing.LAYING_OUT);
        layOut();
    }

    public void close() {
        catalogue = Optional.empty();
        places = Optional.empty();
        shown = Optional.empty();
        results.set(List.of());
        selected.set(Optional.empty());
        picture.set(Optional.empty());
        showing.set(Showing.NO_ARCHIVE);
    }

    /** Tiles that the filter lets through; the others are painted faintly. */
    public void setShown(TileRows rows) {
        shown = Optional.of(rows);
        repaint();
    }

    private void layOut() {
        if (!on.get() || catalogue.isEmpty() || places.isPresent() || showing.get() == Showing.NO_PLACES) {
            return;
        }
        TileCatalogue asked = catalogue.get();
        background.runLatest(
                "map", Lane.READ, "Laying out the map", progress -> TilePlaces.of(asked, progress), laidOut -> {
                    if (catalogue.equals(Optional.of(asked))) {
                        places = Optional.of(laidOut);
                        showing.set(laidOut.index().size() == 0 ? Showing.NO_PLACES : Showing.MAP);
                        fitIfWanted();
                        repaint();
                    }
                });
    }

    /** The screen's size has changed; the map fits itself in once it is known. */
    public void resize(double width, double height) {
        if (width >= 1 && height >= 1) {
            sized = true;
            view.set(view.get().sized(width, height));
            fitIfWanted();
        }
    }

    private void fitIfWanted() {
        if (fitWanted && sized && places.isPresent()) {
            fitWanted = false;
            fit();
        }
    }

    /** Shows all tiles that the filter lets through, or all where it lets none. */
    public void fit() {
        places.ifPresent(laidOut -> {
            Optional<TileRows> rows = shown;
            background.runLatest(
                    "map extent",
                    Lane.READ,
                    "Looking for the tiles",
                    progress -> laidOut.index()
                            .extent(passing(rows))
                            .or(() -> laidOut.index().extent())
                            .orElse(GeoBox.WORLD),
                    this::show);
        });
    }

    /** Shows the query and its results. */
    public void fitResults() {
        GeoBox.around(results.get().stream().map(place -> place.ring().box())).ifPresent(this::show);
    }

    private void show(GeoBox box) {
        view.set(MapView.of(box, view.get().width(), view.get().height()));
    }

    /** Which rows pass; worked out once for each set of them. */
    private IntPredicate passing(Optional<TileRows> rows) {
        if (rows.isEmpty() || rows.get().isAll()) {
            return row -> true;
        }
        Passing known = passing;
        if (known == null || known.rows != rows.get()) {
            BitSet bits = new BitSet();
            for (int i = 0; i < rows.get().size(); i++) {
                bits.set(rows.get().row(i));
            }
            known = new Passing(rows.get(), bits);
            passing = known;
        }
        return known.bits::get;
    }

    private void repaint() {
        if (places.isEmpty() || !sized || !on.get()) {
            return;
        }
        if (painting) {
            stale = true;
            return;
        }
        painting = true;
        stale = false;
        TilePlaces laidOut = places.get();
        Optional<TileRows> rows = shown;
        MapView wanted = view.get().wider(MARGIN);
        MapStyle colours = style.get();
        background.run(
                Lane.READ,
                "Painting the map",
                progress -> paint(laidOut, rows, wanted, colours, progress),
                new Background.Outcome<Picture>() {
                    @Override
                    public void done(Picture painted) {
                        if (places.equals(Optional.of(laidOut))) {
                            picture.set(Optional.of(painted));
                        }
                        next();
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        next();
                        Background.Outcome.super.failed(sentence, where);
                    }

                    @Override
                    public void cancelled() {
                        painting = false; // the window closes
                    }
                });
    }

    private void next() {
        painting = false;
        if (stale) {
            repaint();
        }
    }

    private Picture paint(TilePlaces places, Optional<TileRows> rows, MapView view, MapStyle style, Progress progress) {
        int width = (int) Math.ceil(view.width());
        int height = (int) Math.ceil(view.height());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        MapPainter painter = new MapPainter(style);
        painter.paintWorld(graphics, view, WorldMap.get(), progress);
        int inView = painter.paintTiles(graphics, view, places.index(), places::ring, passing(rows), progress);
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new Picture(pixels, width, height, view, inView);
    }

    /** Whether what is painted is what should show. */
    public boolean isSettled() {
        return !on.get()
                || showing.get() == Showing.NO_ARCHIVE
                || showing.get() == Showing.NO_PLACES
                || showing.get() == Showing.MAP
                        && !painting
                        && !stale
                        && picture.get().isPresent();
    }

    // ---- what the user does

    /** Selects the tile at a place of the screen: the smallest one that lies there, else the nearest. */
    public void selectAt(double x, double y) {
        tileAt(x, y).ifPresent(tile -> {
            selected.set(Optional.of(tile));
            onSelect.accept(tile.id());
        });
    }

    public void select(TileId tile) {
        catalogue.ifPresent(tiles -> {
            int row = tiles.rowOf(tile);
            if (row >= 0) {
                selected.set(Optional.of(tiles.tile(row)));
            }
        });
    }

    /** Selects the tile that a number on the map stands for. */
    void selectPlace(MapPlace place) {
        select(place.tile());
        onSelect.accept(place.tile());
    }

    /** Makes the selected tile the query. */
    public void activate() {
        selected.get().ifPresent(onActivate);
    }

    private Optional<Tile> tileAt(double x, double y) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        FootprintIndex index = places.get().index();
        MapView now = view.get();
        double longitude = now.longitude(x);
        double latitude = now.latitude(y);
        int[] best = {-1};
        double[] least = {Double.POSITIVE_INFINITY};
        IntPredicate passes = passing(shown);
        index.visit(
                now.worldX(x - NEAR), now.worldY(y - NEAR), now.worldX(x + NEAR), now.worldY(y + NEAR), position -> {
                    int row = index.row(position);
                    if (!passes.test(row)) {
                        return;
                    }
                    double width = (index.right(position) - index.left(position)) * now.scale();
                    double height = (index.bottom(position) - index.top(position)) * now.scale();
                    boolean small = Math.max(width, height) < 2 * NEAR;
                    if (small || places.get().ring(row).contains(longitude, latitude)) {
                        double middleX = (index.left(position) + index.right(position)) / 2;
                        double middleY = (index.top(position) + index.bottom(position)) / 2;
                        double across = middleX - now.worldX(x);
                        across -= Math.rint(across);
                        double apart = Math.hypot(across, middleY - now.worldY(y)) * now.scale();
                        double rank = small ? apart : NEAR + width * height;
                        if (rank < least[0]) {
                            least[0] = rank;
                            best[0] = row;
                        }
                    }
                });
        return best[0] < 0
                ? Optional.empty()
                : Optional.of(places.get().catalogue().tile(best[0]));
    }

    /** A region was drawn. */
    public void drawn(Region drawn) {
        tool.set(Tool.MOVE);
        region.set(Optional.of(drawn));
    }

    /** The rectangle between two places of the screen. */
    public void drawRectangle(double x1, double y1, double x2, double y2) {
        MapView now = view.get();
        double west = now.longitude(Math.min(x1, x2));
        double east = now.longitude(Math.max(x1, x2));
        double south = now.latitude(Math.max(y1, y2));
        double north = now.latitude(Math.min(y1, y2));
        if (east > west && north > south) {
            double shift = 360 * Math.floor((west + 180) / 360);
            drawn(Region.of(new GeoBox(west - shift, south, Math.min(east - shift, west - shift + 360), north)));
        }
    }

    /** Makes a tile whose place is known fill a part of the screen, if it is out of sight. */
    public void reveal(Tile tile) {
        tile.footprint().map(Ring::of).ifPresent(ring -> {
            double x = Mercator.x((ring.west() + ring.east()) / 2);
            double y = (Mercator.y(ring.north()) + Mercator.y(ring.south())) / 2;
            MapView now = view.get();
            double turn = Math.rint(now.x() - x);
            double screenX = now.screenX(x + turn);
            double screenY = now.screenY(y);
            if (screenX < 0 || screenX > now.width() || screenY < 0 || screenY > now.height()) {
                view.set(new MapView(x, y, now.scale(), now.width(), now.height()));
            }
        });
    }

    // ---- properties

    public ReadOnlyObjectProperty<Showing> showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /** Whether the map is looked at; while not, nothing is painted. */
    public BooleanProperty onProperty() {
        return on;
    }

    public ObjectProperty<MapView> viewProperty() {
        return view;
    }

    /** The newest picture of world and tiles. */
    public ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The query and the results with their ranks, the query first. */
    public ObjectProperty<List<MapPlace>> resultsProperty() {
        return results;
    }

    public ObjectProperty<Optional<Tile>> selectedProperty() {
        return selected;
    }

    /** The region that filters. */
    public ObjectProperty<Optional<Region>> regionProperty() {
        return region;
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    public ObjectProperty<MapStyle> styleProperty() {
        return style;
    }

    public void setOnSelect(Consumer<TileId> action) {
        onSelect = action;
    }

    public void setOnActivate(Consumer<Tile> action) {
        onActivate = action;
    }
}
