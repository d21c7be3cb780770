package org.hashscape.feature.backbone;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Raster;

/** The ways a square tile can lie: as it is, turned by quarters, and the mirror images of these. */
final class Orientations {

    private Orientations() {}

    /**
     * @param count 1, 4 (quarter turns) or 8 (then their mirror images); fewer are the first of more, so that orientation
     *     i is the same for every network
     */
    static List<Raster> of(Raster square, int count) {
        List<Raster> all = new ArrayList<>();
        Raster turned = square;
        for (int i = 0; i < count; i++) {
            all.add(turned);
            if (i + 1 < count) {
                turned = i == 3 ? moved(square, false) : moved(turned, true);
            }
        }
        return all;
    }

    /** A quarter turn clockwise, or the transpose, which mirrors at the main diagonal. */
    private static Raster moved(Raster square, boolean turn) {
        int side = square.width();
        byte[] from = square.rgb();
        byte[] to = new byte[from.length];
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at += 3) {
                int source = 3 * ((turn ? side - 1 - x : x) * side + y);
                to[at] = from[source];
                to[at + 1] = from[source + 1];
                to[at + 2] = from[source + 2];
            }
        }
        return new Raster(side, side, to);
    }
}
