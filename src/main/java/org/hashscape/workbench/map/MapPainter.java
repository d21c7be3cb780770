package org.hashscape.workbench.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.hashscape.model.Progress;

/** Paints a part of the world, the tiles that lie there, and places with their numbers. Works on any thread. */
public final class MapPainter {

    /** With more tiles than this in view, their density is painted instead of each tile. */
    public static final int MOST_SINGLE = 20_000;

    /** Below this scale coastlines of 1:110 million are fine enough. */
    private static final double DETAILED_FROM = 700;

    private static final double BORDERS_FROM = 250;
    private static final int CHECK_EVERY = 4096;
    private static final int CELL = 4;
    /** Points of a line that lie closer than this to the one before are left out, pixels. */
    private static final double CLOSE = 0.7;
    /** A footprint smaller than this is painted as a square of this size. */
    private static final double LEAST_EDGE = 4;

    private static final double[] GRID_STEPS = {30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};

    private final MapStyle style;

    public MapPainter(MapStyle style) {
        this.style = style;
    }

    /** Sea, land, borders and a thin grid of meridians and parallels. */
    public void paintWorld(Graphics2D graphics, MapView view, WorldMap world, Progress progress) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(style.sea());
        graphics.fill(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        Path2D land = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Outline outline = new Outline(view, land);
        for (WorldMap.Line ring : world.land(view.scale() > DETAILED_FROM)) {
            progress.checkCancelled();
            outline.ring(ring);
        }
        graphics.setColor(style.land());
        graphics.fill(land);
        grid(graphics, view);
        graphics.setColor(style.coast());
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(land);
        if (view.scale() > BORDERS_FROM) {
            Path2D borders = new Path2D.Double();
            Outline lines = new Outline(view, borders);
            world.borders().forEach(lines::line);
            graphics.setColor(style.border());
            graphics.setStroke(new BasicStroke(0.8f));
            graphics.draw(borders);
        }
    }

    private void grid(Graphics2D graphics, MapView view) {
        double wanted = 110 * 360 / view.scale();
        double step = GRID_STEPS[GRID_STEPS.length - 1];
        for (double each : GRID_STEPS) {
            step = each >= wanted || each == GRID_STEPS[0] ? each : step;
        }
        Path2D lines = new Path2D.Double();
        double west = view.longitude(0);
        double east = view.longitude(view.width());
        for (double meridian = Math.ceil(west / step) * step; meridian <= east; meridian += step) {
            double x = view.screenX(Mercator.x(meridian));
            lines.moveTo(x, Math.max(0, view.screenY(0)));
            lines.lineTo(x, Math.min(view.height(), view.screenY(1)));
        }
        double south = view.latitude(view.height());
        double north = view.latitude(0);
        for (double parallel = Math.ceil(south / step) * step; parallel <= north; parallel += step) {
            double y = view.screenY(Mercator.y(parallel));
            lines.moveTo(0, y);
            lines.lineTo(view.width(), y);
        }
        graphics.setColor(style.grid());
        graphics.setStroke(new BasicStroke(0.6f));
        graphics.draw(lines);
    }

    /**
     * Tiles: each on its own where there is room, else how many lie in each small square.
     *
     * @param rings of the tiles of a row; asked only for those that are drawn with their outline
     * @param shown which rows a filter lets through; the others are painted faintly
     * @return how many of the shown tiles are in view
     */
    public int paintTiles(
            Graphics2D graphics,
            MapView view,
            FootprintIndex index,
            IntFunction<Ring> rings,
            IntPredicate shown,
            Progress progress) {
        int[] counts = new int[2];
        index.visit(view, position -> {
            if (((counts[0] + counts[1]) & CHECK_EVERY - 1) == 0) {
                progress.checkCancelled();
            }
            counts[shown.test(index.row(position)) ? 0 : 1]++;
        });
        if (counts[0] + counts[1] > MOST_SINGLE) {
            density(graphics, view, index, shown.negate(), style.faded(), 0.5f, progress);
            density(graphics, view, index, shown, style.footprint(), 1, progress);
        } else {
            single(graphics, view, index, rings, shown.negate(), style.faded(), progress);
            single(graphics, view, index, rings, shown, style.footprint(), progress);
        }
        return counts[0];
    }

    private static void single(
            Graphics2D graphics,
            MapView view,
            FootprintIndex index,
            IntFunction<Ring> rings,
            IntPredicate which,
            Color colour,
            Progress progress) {
        Color inside = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 60);
        graphics.setStroke(new BasicStroke(1));
        index.visit(view, position -> {
            if (!which.test(index.row(position))) {
                return;
            }
            progress.checkCancelled();
            double width = (index.right(position) - index.left(position)) * view.scale();
            double height = (index.bottom(position) - index.top(position)) * view.scale();
            double west = index.left(position);
            for (int turn = view.firstTurn(index.right(position)); turn <= view.lastTurn(west); turn++) {
                double x = view.screenX(west + turn);
                double y = view.screenY(index.top(position));
                if (Math.max(width, height) < 2 * LEAST_EDGE) {
                    graphics.setColor(colour);
                    graphics.fill(new Rectangle2D.Double(
                            x + width / 2 - LEAST_EDGE / 2, y + height / 2 - LEAST_EDGE / 2, LEAST_EDGE, LEAST_EDGE));
                } else {
                    Path2D path = path(view, rings.apply(index.row(position)), turn);
                    graphics.setColor(inside);
                    graphics.fill(path);
                    graphics.setColor(colour);
                    graphics.draw(path);
                }
            }
        });
    }

    private static void density(
            Graphics2D graphics,
            MapView view,
            FootprintIndex index,
            IntPredicate which,
            Color colour,
            float opacity,
            Progress progress) {
        int columns = (int) Math.ceil(view.width() / CELL);
        int lines = (int) Math.ceil(view.height() / CELL);
        int[] cells = new int[columns * lines];
        int[] seen = new int[1];
        index.visit(view, position -> {
            if ((++seen[0] & CHECK_EVERY - 1) == 0) {
                progress.checkCancelled();
            }
            if (which.test(index.row(position))) {
                double x = (index.left(position) + index.right(position)) / 2;
                int line = (int) Math.floor(view.screenY((index.top(position) + index.bottom(position)) / 2) / CELL);
                for (int turn = view.firstTurn(x); turn <= view.lastTurn(x) && line >= 0 && line < lines; turn++) {
                    int column = (int) Math.floor(view.screenX(x + turn) / CELL);
                    if (column >= 0 && column < columns) {
                        cells[line * columns + column]++;
                    }
                }
            }
        });
        double most = Math.log1p(Arrays.stream(cells).max().orElse(0));
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                double share = most == 0 ? 1 : Math.log1p(cells[cell]) / most;
                int alpha = (int) (opacity * (80 + 175 * share));
                graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
                graphics.fillRect(cell % columns * CELL, cell / columns * CELL, CELL, CELL);
            }
        }
    }

    /** The outlines of places and their badges. @param font of the numbers */
    public void paintPlaces(Graphics2D graphics, MapView view, List<MapPlace> places, Font font) {
        graphics.setStroke(new BasicStroke(1.6f));
        for (int i = places.size() - 1; i >= 0; i--) {
            MapPlace place = places.get(i);
            graphics.setColor(place.isQuery() ? style.query() : style.result());
            double west = Mercator.x(place.ring().west());
            double east = Mercator.x(place.ring().east());
            for (int turn = view.firstTurn(east); turn <= view.lastTurn(west); turn++) {
                if ((east - west) * view.scale() >= LEAST_EDGE) {
                    graphics.draw(path(view, place.ring(), turn));
                }
            }
        }
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics(font);
        List<MapBadges.Badge> badges = MapBadges.of(view, places, metrics::stringWidth, metrics.getHeight());
        for (int i = badges.size() - 1; i >= 0; i--) {
            paint(graphics, badges.get(i), metrics);
        }
    }

    private void paint(Graphics2D graphics, MapBadges.Badge badge, FontMetrics metrics) {
        graphics.setColor(badge.place().isQuery() ? style.query() : style.result());
        if (badge.label().isEmpty()) {
            graphics.fill(new Ellipse2D.Double(
                    badge.x() - badge.width() / 2, badge.y() - badge.height() / 2, badge.width(), badge.height()));
            return;
        }
        graphics.fill(new RoundRectangle2D.Double(
                badge.x() - badge.width() / 2,
                badge.y() - badge.height() / 2,
                badge.width(),
                badge.height(),
                badge.height(),
                badge.height()));
        graphics.setColor(style.onResult());
        float x = (float) (badge.x() - metrics.stringWidth(badge.label()) / 2.0);
        float y = (float) (badge.y() - badge.height() / 2 + metrics.getAscent());
        graphics.drawString(badge.label(), x, y);
    }

    /** A ring on the picture. */
    static Path2D path(MapView view, Ring ring, int turn) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < ring.size(); i++) {
            double x = view.screenX(Mercator.x(ring.longitude(i)) + turn);
            double y = view.screenY(Mercator.y(ring.latitude(i)));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    /** Lines of the world on their way to a picture: what lies outside is cut off, what is too fine is left out. */
    private static final class Outline {

        private static final double MARGIN = 4;

        private final MapView view;
        private final Path2D path;
        private double[] xs = new double[256];
        private double[] ys = new double[256];
        private int count;

        Outline(MapView view, Path2D path) {
            this.view = view;
            this.path = path;
        }

        void ring(WorldMap.Line ring) {
            for (int turn = first(ring); turn <= last(ring); turn++) {
                project(ring, turn);
                clip(-MARGIN, true, true);
                clip(view.width() + MARGIN, false, true);
                clip(-MARGIN, true, false);
                clip(view.height() + MARGIN, false, false);
                if (count >= 3) {
                    append();
                    path.closePath();
                }
            }
        }

        void line(WorldMap.Line line) {
            for (int turn = first(line); turn <= last(line); turn++) {
                project(line, turn);
                if (count >= 2) {
                    append();
                }
            }
        }

        private int first(WorldMap.Line line) {
            boolean beside = view.screenY(Mercator.y(line.north())) > view.height()
                    || view.screenY(Mercator.y(line.south())) < 0;
            return beside ? Integer.MAX_VALUE : view.firstTurn(Mercator.x(line.east()));
        }

        private int last(WorldMap.Line line) {
            return view.lastTurn(Mercator.x(line.west()));
        }

        private void project(WorldMap.Line line, int turn) {
            count = 0;
            room(line.points() + 1);
            float[] places = line.places();
            for (int i = 0; i < places.length; i += 2) {
                double x = view.screenX(Mercator.x(places[i]) + turn);
                double y = view.screenY(Mercator.y(places[i + 1]));
                boolean close = count > 0 && Math.abs(x - xs[count - 1]) < CLOSE && Math.abs(y - ys[count - 1]) < CLOSE;
                if (!close) {
                    xs[count] = x;
                    ys[count++] = y;
                }
            }
        }

        private void append() {
            path.moveTo(xs[0], ys[0]);
            for (int i = 1; i < count; i++) {
                path.lineTo(xs[i], ys[i]);
            }
        }

        /** Sutherland and Hodgman's clipping by one side. */
        private void clip(double bound, boolean above, boolean horizontal) {
            double[] along = horizontal ? xs : ys;
            boolean all = true;
            for (int i = 0; i < count && all; i++) {
                all = above ? along[i] >= bound : along[i] <= bound;
            }
            if (all) {
                return;
            }
            double[] oldX = Arrays.copyOf(xs, count);
            double[] oldY = Arrays.copyOf(ys, count);
            double[] old = horizontal ? oldX : oldY;
            int size = count;
            room(2 * size + 2);
            count = 0;
            for (int i = 0; i < size; i++) {
                int next = i + 1 == size ? 0 : i + 1;
                boolean in = above ? old[i] >= bound : old[i] <= bound;
                boolean inNext = above ? old[next] >= bound : old[next] <= bound;
                if (in) {
                    xs[count] = oldX[i];
                    ys[count++] = oldY[i];
                }
                if (in != inNext) {
                    double share = (bound - old[i]) / (old[next] - old[i]);
                    xs[count] = oldX[i] + share * (oldX[next] - oldX[i]);
                    ys[count++] = oldY[i] + share * (oldY[next] - oldY[i]);
                }
            }
        }

        private void room(int points) {
            if (xs.length < points) {
                xs = Arrays.copyOf(xs, points);
                ys = Arrays.copyOf(ys, points);
            }
        }
    }
}
