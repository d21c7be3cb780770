package org.hashscape.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How scenes are cut into tiles.
 *
 * @param size width and height of a tile, pixels
 * @param stride from one tile to the next, pixels; below {@code size} they overlap, above it there are gaps
 * @param mostEmpty share of a tile, 0..1, that may hold nothing; emptier ones are left out
 */
public record SceneGrid(int size, int stride, double mostEmpty) {

    /** 256 pixels side by side, at most half empty. */
    public static final SceneGrid USUAL = new SceneGrid(256, 256, 0.5);

    private static final int LARGEST = 4096;

    public SceneGrid {
        if (size < 16 || size > LARGEST) {
            throw new IllegalArgumentException("Tiles are 16 to " + LARGEST + " pixels wide, not " + size);
        }
        if (stride < 1 || stride > 1 << 20) {
            throw new IllegalArgumentException("From one tile to the next are 1 to 1048576 pixels, not " + stride);
        }
        if (!(mostEmpty >= 0 && mostEmpty <= 1)) {
            throw new IllegalArgumentException("The share that may be empty is 0 to 1, not " + mostEmpty);
        }
    }

    /**
     * The tiles of a scene, row by row. The last of each row and column is moved inwards where it would stick out, so that
     * nothing of the scene is lost; a scene smaller than a tile is one tile.
     */
    public List<PixelWindow> windows(int width, int height) {
        List<PixelWindow> windows = new ArrayList<>();
        for (int y : starts(height)) {
            for (int x : starts(width)) {
                windows.add(new PixelWindow(x, y, Math.min(size, width), Math.min(size, height)));
            }
        }
        return windows;
    }

    private List<Integer> starts(int length) {
        List<Integer> starts = new ArrayList<>();
        int last = Math.max(0, length - size);
        for (int at = 0; at < last; at += stride) {
            starts.add(at);
        }
        starts.add(last);
        return starts;
    }

    @Override
    public String toString() {
        return size + " " + stride + " " + mostEmpty;
    }

    /** Reads what {@link #toString} wrote. */
    public static SceneGrid parse(String text) {
        String[] parts = text.split(" ", -1);
        return new SceneGrid(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
    }
}
