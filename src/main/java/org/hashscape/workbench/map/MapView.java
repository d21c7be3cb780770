package org.hashscape.workbench.map;

/**
 * Which part of the map shows: the place in the middle, in {@link Mercator}'s units, and how many pixels the world is wide.
 *
 * @param x of the middle, 0..1; the world repeats to the east and west
 * @param y of the middle, 0..1
 * @param scale pixels from date line to date line
 * @param width pixels of the picture
 * @param height pixels of the picture
 */
public record MapView(double x, double y, double scale, double width, double height) {

    /** One pixel is about 15 cm at the equator. */
    private static final double MOST_SCALE = Math.pow(2, 28);

    private static final double MARGIN = 0.08;
    /** A single tile is shown with this much of the world's width around it: about 10 km. */
    private static final double LEAST_SPAN = 1.0 / 4096;

    public MapView {
        width = Math.max(1, width);
        height = Math.max(1, height);
        scale = Math.max(Math.min(width, height), Math.min(MOST_SCALE, scale));
        x = x - Math.floor(x);
        double half = height / scale / 2;
        y = half >= 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, y));
    }

    /** The whole world. */
    public static MapView world(double width, double height) {
        return new MapView(0.5, 0.5, Math.max(width, 1), width, height);
    }

    /** All of a rectangle, with a margin. */
    public static MapView of(GeoBox box, double width, double height) {
        double left = Mercator.x(box.west());
        double right = Mercator.x(box.east());
        double top = Mercator.y(box.north());
        double bottom = Mercator.y(box.south());
        double across = Math.max(LEAST_SPAN, right - left) * (1 + 2 * MARGIN);
        double down = Math.max(LEAST_SPAN, bottom - top) * (1 + 2 * MARGIN);
        double scale = Math.min(Math.max(width, 1) / across, Math.max(height, 1) / down);
        return new MapView((left + right) / 2, (top + bottom) / 2, scale, width, height);
    }

    /** The same middle and scale on a picture of another size. */
    public MapView sized(double newWidth, double newHeight) {
        return new MapView(x, y, scale, newWidth, newHeight);
    }

    /** Moved so that what was at one place of the picture is some pixels to the right and below. */
    public MapView moved(double right, double down) {
        return new MapView(x - right / scale, y - down / scale, scale, width, height);
    }

    /** Enlarged by a factor, keeping what is at a pixel where it is. */
    public MapView zoomed(double factor, double atX, double atY) {
        double worldX = worldX(atX);
        double worldY = worldY(atY);
        double wanted = Math.max(Math.min(width, height), Math.min(MOST_SCALE, scale * factor));
        return new MapView(
                worldX - (atX - width / 2) / wanted, worldY - (atY - height / 2) / wanted, wanted, width, height);
    }

    /** A view of the same scale that reaches beyond the picture on all sides. @param share of width and height on each side */
    public MapView wider(double share) {
        return new MapView(x, y, scale, width * (1 + 2 * share), height * (1 + 2 * share));
    }

    /** Where on the picture a place lies; the copy of the world around the middle. */
    public double screenX(double worldX) {
        return (worldX - x) * scale + width / 2;
    }

    public double screenY(double worldY) {
        return (worldY - y) * scale + height / 2;
    }

    /** Left of 0 or right of 1 on the world's other copies. */
    public double worldX(double screenX) {
        return x + (screenX - width / 2) / scale;
    }

    public double worldY(double screenY) {
        return y + (screenY - height / 2) / scale;
    }

    public double longitude(double screenX) {
        return Mercator.longitude(worldX(screenX));
    }

    public double latitude(double screenY) {
        return Mercator.latitude(Math.max(0, Math.min(1, worldY(screenY))));
    }

    /** The first and the last copy of the world that something between two x of the first copy shows on. */
    int firstTurn(double worldEast) {
        return (int) Math.ceil(worldX(0) - worldEast);
    }

    int lastTurn(double worldWest) {
        return (int) Math.floor(worldX(width) - worldWest);
    }

    /** Metres that a pixel spans, west to east, in the middle. */
    public double metresPerPixel() {
        double equator = 40_075_016.686;
        return equator * Math.cos(Math.toRadians(Mercator.latitude(y))) / scale;
    }
}
