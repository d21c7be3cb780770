package org.hashscape.workbench.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the numbers of places stand on a picture of the map. The query first, then by rank: a number that would cover one
 * already there is left out, and its place gets a dot.
 */
public final class MapBadges {

    /**
     * A place on the picture.
     *
     * @param x and y of its middle, pixels
     * @param label empty for a dot
     * @param width and height of the badge
     */
    public record Badge(MapPlace place, double x, double y, String label, double width, double height) {

        public boolean covers(double atX, double atY) {
            return Math.abs(atX - x) <= width / 2 + 1 && Math.abs(atY - y) <= height / 2 + 1;
        }
    }

    private static final double DOT = 7;

    private MapBadges() {}

    /**
     * @param places by rank, the query first
     * @param textWidth of a label, pixels
     * @param lineHeight of the labels' font, pixels
     */
    public static List<Badge> of(
            MapView view, List<MapPlace> places, ToDoubleFunction<String> textWidth, double lineHeight) {
        List<Badge> badges = new ArrayList<>();
        List<Rectangle2D> taken = new ArrayList<>();
        for (MapPlace place : places) {
            for (int turn = view.firstTurn(place.x()); turn <= view.lastTurn(place.x()); turn++) {
                double x = view.screenX(place.x() + turn);
                double y = view.screenY(place.y());
                if (y < 0 || y > view.height()) {
                    continue;
                }
                double width = Math.max(lineHeight, textWidth.applyAsDouble(place.label()) + lineHeight / 2);
                Rectangle2D frame = new Rectangle2D.Double(x - width / 2, y - lineHeight / 2, width, lineHeight);
                boolean free = taken.stream().noneMatch(frame::intersects);
                if (free) {
                    taken.add(frame);
                }
                badges.add(
                        free
                                ? new Badge(place, x, y, place.label(), width, lineHeight)
                                : new Badge(place, x, y, "", DOT, DOT));
            }
        }
        return List.copyOf(badges);
    }
}
