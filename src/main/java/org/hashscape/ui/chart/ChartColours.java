package org.hashscape.ui.chart;

import java.awt.Color;
import java.awt.Font;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.chart.ChartStyle;

/** The window's colours and font, as charts want them. */
public final class ChartColours {

    private ChartColours() {}

    public static ChartStyle of(Palette palette, String family, double size) {
        boolean dark = palette.equals(Theme.DARK.palette());
        return new ChartStyle(
                awt(palette.panel()),
                awt(palette.text()),
                awt(palette.muted()),
                awt(palette.border()),
                awt(palette.accent()),
                awt(palette.irrelevant()),
                dark ? ChartStyle.ON_DARK : ChartStyle.ON_LIGHT,
                new Font(family, Font.PLAIN, (int) Math.round(size)),
                2,
                false);
    }

    private static Color awt(javafx.scene.paint.Color colour) {
        return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    }
}
