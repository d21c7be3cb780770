package org.hashscape.ui.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashscape.model.RegionMap;
import org.hashscape.workbench.multicode.ExplainedTile;
import org.hashscape.workbench.multicode.RegionMatch;

/**
 * Outlines of a tile's regions as pixels to lay over its picture, and where the numbers of its primitives stand.
 *
 * <p>An outline lies inside its region, so that neighbours show both colours; a dark seam within keeps it visible on bright
 * ground. Regions without a wanted primitive get a thin pale outline, or none.
 *
 * @param argb row by row, not premultiplied
 * @param badges one per primitive that is drawn, largest region first
 */
record RegionDrawing(int width, int height, int[] argb, List<Badge> badges) {

    /** Where a primitive's number stands: x and y are 0..1 from the upper left corner. */
    record Badge(int primitive, double x, double y) {}

    private static final int FILL = 0x30;
    private static final int SEAM = 0x90000000;
    private static final int PALE = 0x80ffffff;

    /** Outline as a share of the drawing's longest side. */
    private static final double THICKNESS = 0.013;

    /**
     * Draws the regions that count and belong to some primitives.
     *
     * @param others whether the other regions are outlined too, thinly
     * @param longest pixels that the drawing's longest side should have; the map's pixels stay whole
     */
    static RegionDrawing of(ExplainedTile tile, Set<Integer> primitives, boolean others, int longest) {
        RegionMap map = tile.map();
        int scale = Math.max(1, longest / Math.max(map.width(), map.height()));
        int[] colours = new int[map.count()];
        for (RegionMatch region : tile.regions()) {
            boolean drawn = region.counted() && primitives.contains(region.primitive());
            colours[region.region()] = drawn ? PrimitiveColours.argb(region.primitive()) : 0;
        }
        int width = map.width() * scale;
        int height = map.height() * scale;
        int thickness = (int) Math.max(1, Math.rint(THICKNESS * Math.max(width, height)));
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = pixel(map, scale, x, y, colours, thickness, others);
            }
        }
        return new RegionDrawing(width, height, argb, badges(tile, primitives));
    }

    private static int pixel(RegionMap map, int scale, int x, int y, int[] colours, int thickness, boolean others) {
        int colour = colours[map.regionAt(x / scale, y / scale)];
        if (colour == 0) {
            return others && isEdge(map, scale, x, y, Math.max(1, thickness / 3)) ? PALE : 0;
        }
        if (isEdge(map, scale, x, y, thickness)) {
            return colour;
        }
        return isEdge(map, scale, x, y, thickness + Math.max(1, thickness / 4)) ? SEAM : FILL << 24 | colour & 0xffffff;
    }

    /** Whether another region, or the picture's end, is that near. */
    private static boolean isEdge(RegionMap map, int scale, int x, int y, int near) {
        int own = map.regionAt(x / scale, y / scale);
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int atX = x + right * near;
                int atY = y + down * near;
                boolean outside = atX < 0 || atY < 0 || atX >= map.width() * scale || atY >= map.height() * scale;
                if (outside || map.regionAt(atX / scale, atY / scale) != own) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Badge> badges(ExplainedTile tile, Set<Integer> primitives) {
        int[] sizes = tile.map().sizes();
        List<RegionMatch> largest = new ArrayList<>();
        for (int primitive : primitives) {
            tile.regions().stream()
                    .filter(region -> region.counted() && region.primitive() == primitive)
                    .max(Comparator.comparingInt(region -> sizes[region.region()]))
                    .ifPresent(largest::add);
        }
        largest.sort(Comparator.comparingInt((RegionMatch region) -> -sizes[region.region()])
                .thenComparingInt(RegionMatch::primitive));
        int[] depths = depths(tile.map());
        return largest.stream()
                .map(region -> deepest(tile.map(), depths, region))
                .toList();
    }

    private static Badge deepest(RegionMap map, int[] depths, RegionMatch region) {
        int best = IntStream.range(0, depths.length)
                .filter(at -> map.regionAt(at % map.width(), at / map.width()) == region.region())
                .boxed()
                .max(Comparator.comparingInt((Integer at) -> depths[at]).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return new Badge(
                region.primitive(),
                (best % map.width() + 0.5) / map.width(),
                (Math.floorDiv(best, map.width()) + 0.5) / map.height());
    }

    /** Steps from each pixel to the nearest one that is another region's or outside, by two sweeps. */
    private static int[] depths(RegionMap map) {
        int[] depths = new int[map.width() * map.height()];
        Arrays.fill(depths, Integer.MAX_VALUE - 1);
        for (int at = 0; at < depths.length; at++) {
            depths[at] = Math.min(depths[at], 1 + Math.min(from(map, depths, at, -1, 0), from(map, depths, at, 0, -1)));
        }
        for (int at = depths.length - 1; at >= 0; at--) {
            depths[at] = Math.min(depths[at], 1 + Math.min(from(map, depths, at, 1, 0), from(map, depths, at, 0, 1)));
        }
        return depths;
    }

    private static int from(RegionMap map, int[] depths, int at, int right, int down) {
        int x = at % map.width();
        int y = Math.floorDiv(at, map.width());
        int otherX = x + right;
        int otherY = y + down;
        boolean outside = otherX < 0 || otherY < 0 || otherX >= map.width() || otherY >= map.height();
        return outside || map.regionAt(otherX, otherY) != map.regionAt(x, y)
                ? 0
                : depths[otherY * map.width() + otherX];
    }

    /** The region at a place of the picture, 0..1 from its upper left corner. */
    static Optional<RegionMatch> regionAt(ExplainedTile tile, double x, double y) {
        RegionMap map = tile.map();
        if (x < 0 || y < 0 || x >= 1 || y >= 1) {
            return Optional.empty();
        }
        int region = map.regionAt((int) (x * map.width()), (int) (y * map.height()));
        return Optional.of(tile.regions().get(region));
    }
}
