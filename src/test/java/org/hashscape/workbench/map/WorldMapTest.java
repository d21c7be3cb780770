package org.hashscape.workbench.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldMapTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Berlin, 13.4, 52.5, true",
        "Amundsen-Scott station, 0, -89.9, true",
        "Wrangel Island, 179.5, 71.1, true",
        "Chukotka on the date line, -179.5, 67.5, true",
        "Atlantic, -30, 30, false",
        "North Pole, 0, 89.9, false",
        "Barents Sea, 35, 74, false",
        "Pacific on the date line, 179.9, 30, false",
        "Southern Ocean, 100, -55, false",
        "Indian Ocean south of Fiji's parallel, 80, -25, false",
    })
    void landIsWhereLandIs(String place, double longitude, double latitude, boolean land) {
        assertThat(onLand(longitude, latitude, false)).isEqualTo(land);
        assertThat(onLand(longitude, latitude, true)).isEqualTo(land);
    }

    /** By the even-odd rule over all rings, as the map is filled. */
    private static boolean onLand(double longitude, double latitude, boolean detailed) {
        boolean inside = false;
        for (WorldMap.Line line : WorldMap.get().land(detailed)) {
            double[] x = new double[line.points()];
            double[] y = new double[line.points()];
            for (int i = 0; i < line.points(); i++) {
                x[i] = line.places()[2 * i];
                y[i] = line.places()[2 * i + 1];
            }
            inside ^= new Ring(x, y).contains(longitude, latitude);
        }
        return inside;
    }
}
