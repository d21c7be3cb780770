package org.hashscape.imaging.synthetic;

import java.util.EnumSet;
import java.util.Set;

/**
 * What painters paint on: a square of colours, and beside each colour what it is. Finer than the finished tile (see
 * {@link Camera}), so painters need not smooth edges themselves.
 */
final class Sheet {

    /** A value at each point, in sheet pixels. */
    @FunctionalInterface
    interface Field {
        double at(int x, int y);
    }

    /** Something to do at each point. */
    @FunctionalInterface
    interface Visitor {
        void visit(int x, int y);
    }

    private static final Content[] CONTENTS = Content.values();

    private final int size;
    private final double metresPerPixel;
    private final float[] rgb;
    private final byte[] contents;
    private final float[] shadows;

    /** @param size pixels of a side; @param metresPerPixel ground size of a sheet pixel */
    Sheet(int size, double metresPerPixel) {
        this.size = size;
        this.metresPerPixel = metresPerPixel;
        this.rgb = new float[3 * size * size];
        this.contents = new byte[size * size];
        this.shadows = new float[size * size];
    }

    int size() {
        return size;
    }

    /** Sheet pixels of a length on the ground. */
    double pixels(double metres) {
        return metres / metresPerPixel;
    }

    boolean holds(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size;
    }

    /** Red, green, blue of each pixel, row by row (not a copy). */
    float[] rgb() {
        return rgb;
    }

    Colour colour(int x, int y) {
        int at = 3 * (y * size + x);
        return new Colour(rgb[at], rgb[at + 1], rgb[at + 2]);
    }

    Content content(int x, int y) {
        return CONTENTS[contents[y * size + x]];
    }

    void set(int x, int y, Colour colour, Content content) {
        int at = 3 * (y * size + x);
        rgb[at] = (float) colour.red();
        rgb[at + 1] = (float) colour.green();
        rgb[at + 2] = (float) colour.blue();
        contents[y * size + x] = (byte) content.ordinal();
    }

    /** Lays a colour over what is there; from half cover on the spot is what was laid over it. */
    void lay(int x, int y, Colour colour, double cover, Content content) {
        tint(x, y, colour, cover);
        if (cover >= 0.5) {
            shadows[y * size + x] = 0;
            contents[y * size + x] = (byte) content.ordinal();
        }
    }

    /** Lays a colour over without changing what the spot is. */
    void tint(int x, int y, Colour colour, double cover) {
        if (cover <= 0) {
            return;
        }
        int at = 3 * (y * size + x);
        rgb[at] += (float) ((colour.red() - rgb[at]) * cover);
        rgb[at + 1] += (float) ((colour.green() - rgb[at + 1]) * cover);
        rgb[at + 2] += (float) ((colour.blue() - rgb[at + 2]) * cover);
    }

    /** Makes a spot brighter or darker. Shade is bluer than light: the sky still lights it. */
    void shade(int x, int y, double factor) {
        int at = 3 * (y * size + x);
        rgb[at] *= (float) factor;
        rgb[at + 1] *= (float) factor;
        rgb[at + 2] *= (float) (factor < 1 ? factor + 0.12 * (1 - factor) : factor);
    }

    /**
     * Lets a shadow of a depth (0..1) fall on a spot. Where two things shade the same ground it is as dark as the darker of
     * them, not darker: light is taken away once. What is laid on the spot later stands in the sun again.
     */
    void shadow(int x, int y, double depth) {
        int at = y * size + x;
        if (depth > shadows[at]) {
            shade(x, y, (1 - depth) / (1 - shadows[at]));
            shadows[at] = (float) depth;
        }
    }

    void everywhere(Visitor visitor) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                visitor.visit(x, y);
            }
        }
    }

    /** Visits the pixels of the square around a point that lie on the sheet. */
    void around(double centreX, double centreY, double reach, Visitor visitor) {
        int bottom = (int) Math.min(size - 1, Math.ceil(centreY + reach));
        int right = (int) Math.min(size - 1, Math.ceil(centreX + reach));
        for (int y = (int) Math.max(0, Math.floor(centreY - reach)); y <= bottom; y++) {
            for (int x = (int) Math.max(0, Math.floor(centreX - reach)); x <= right; x++) {
                visitor.visit(x, y);
            }
        }
    }

    /** Share of the sheet that is of a content, 0..1. */
    double share(Content content) {
        int count = 0;
        for (byte spot : contents) {
            count += spot == content.ordinal() ? 1 : 0;
        }
        return (double) count / contents.length;
    }

    /** The contents that cover their minimum share. */
    Set<Content> visible() {
        Set<Content> visible = EnumSet.noneOf(Content.class);
        for (Content content : CONTENTS) {
            if (share(content) >= content.minimumShare()) {
                visible.add(content);
            }
        }
        return visible;
    }
}
