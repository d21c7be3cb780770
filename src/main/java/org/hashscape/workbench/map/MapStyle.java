package org.hashscape.workbench.map;

import java.awt.Color;

/**
 * Colours of the map. Land and sea stay quiet, so that footprints and results stand out.
 *
 * @param footprint tiles
 * @param faded tiles that a filter leaves out
 * @param result outline of results; also the ground that a rank number stands on
 * @param onResult a rank number
 * @param query outline of the query
 * @param text words on the map
 */
public record MapStyle(
        Color sea,
        Color land,
        Color coast,
        Color border,
        Color grid,
        Color footprint,
        Color faded,
        Color result,
        Color onResult,
        Color query,
        Color text) {

    public static final MapStyle LIGHT = new MapStyle(
            new Color(0xdfe8f0),
            new Color(0xf7f5f0),
            new Color(0xa9b6c2),
            new Color(0xcfd3d4),
            new Color(0xd0dbe5),
            new Color(0x0b66c3),
            new Color(0x738190),
            new Color(0xb3400a),
            Color.WHITE,
            new Color(0x6a1fb0),
            new Color(0x33414e));

    public static final MapStyle DARK = new MapStyle(
            new Color(0x1a2129),
            new Color(0x333c44),
            new Color(0x5b6873),
            new Color(0x4a555f),
            new Color(0x27313b),
            new Color(0x4f9df5),
            new Color(0x7b8894),
            new Color(0xffb02e),
            new Color(0x1a2129),
            new Color(0xd9a5ff),
            new Color(0xc8d2dc));
}
