package org.hashscape.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartStyleTest {

    /** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everySeriesStandsOutFromItsGround(boolean dark) {
        Color ground = dark ? new Color(0x22282e) : Color.WHITE;
        for (Color colour : dark ? ChartStyle.ON_DARK : ChartStyle.ON_LIGHT) {
            double a = luminance(colour) + 0.05;
            double b = luminance(ground) + 0.05;
            assertThat(Math.max(a, b) / Math.min(a, b))
                    .as("contrast of " + colour)
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void seriesDifferForColourBlindReaders(boolean dark) {
        List<Color> colours = dark ? ChartStyle.ON_DARK : ChartStyle.ON_LIGHT;
        for (double[][] eye : List.of(NORMAL, PROTANOPIA, DEUTERANOPIA)) {
            for (int a = 0; a < colours.size(); a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(distance(seen(colours.get(a), eye), seen(colours.get(b), eye)))
                            .as(colours.get(a) + " and " + colours.get(b))
                            .isGreaterThan(9);
                }
            }
        }
    }

    @Test
    void colourAndShapeTogetherTellFiftySixSeriesApart() {
        Set<String> pairs = new HashSet<>();
        for (int place = 0; place < 56; place++) {
            pairs.add(ChartStyle.PRINT.colour(place) + " " + points(place));
        }
        assertThat(pairs).hasSize(56);
    }

    private static String points(int place) {
        StringBuilder words = new StringBuilder();
        double[] at = new double[6];
        for (var path = ChartStyle.PRINT.shape(place).getPathIterator(null); !path.isDone(); path.next()) {
            words.append(path.currentSegment(at)).append(java.util.Arrays.toString(at));
        }
        return words.toString();
    }

    private static double luminance(Color colour) {
        double[] linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(Color colour) {
        float[] parts = colour.getRGBColorComponents(null);
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    /** What an eye sees, in CIE L*a*b*. */
    private static double[] seen(Color colour, double[][] eye) {
        double[] rgb = linear(colour);
        double[] s = new double[3];
        for (int i = 0; i < 3; i++) {
            s[i] = Math.max(0, Math.min(1, eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2]));
        }
        double x = cubed((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.9505);
        double y = cubed(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
        double z = cubed((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cubed(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
