package org.hashscape.workbench.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingTest {

    private static Ring ring(double... places) {
        double[] longitudes = new double[places.length / 2];
        double[] latitudes = new double[places.length / 2];
        for (int i = 0; i < longitudes.length; i++) {
            longitudes[i] = places[2 * i];
            latitudes[i] = places[2 * i + 1];
        }
        return Ring.of(longitudes, latitudes);
    }

    @Test
    void runsOnOverTheDateLineAndIsCutThere() {
        Ring fiji = ring(178, -16, -178, -16, -178, -18, 178, -18);
        assertThat(fiji.west()).isEqualTo(178);
        assertThat(fiji.east()).isEqualTo(182);
        List<Ring> parts = fiji.cutAtDateLine();
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).west()).isEqualTo(178);
        assertThat(parts.get(0).east()).isEqualTo(180);
        assertThat(parts.get(1).west()).isEqualTo(-180);
        assertThat(parts.get(1).east()).isEqualTo(-178);
        assertThat(fiji.contains(-179, -17)).isTrue();
        assertThat(fiji.contains(179, -17)).isTrue();
        assertThat(fiji.contains(0, -17)).isFalse();
    }

    @Test
    void bothEndsOfTheWorldAreTheWholeWorldAndNoLine() {
        Ring world = ring(-180, 90, 180, 90, 180, -90, -180, -90);
        assertThat(world.east() - world.west()).isEqualTo(360);
        assertThat(world.contains(12, 34)).isTrue();
        assertThat(world.cutAtDateLine()).containsExactly(world);
    }

    /** A coast's piece on the date line, as Natural Earth has it: its first edge lies on the meridian, written on both sides. */
    @Test
    void anEdgeAlongTheDateLineIsNoWayRoundTheWorld() {
        Ring wrangel = ring(-180, 71.5, 180, 70.8, 178.9, 70.8, 178.7, 71.1);
        assertThat(wrangel.east() - wrangel.west()).isLessThan(1.5);
        assertThat(wrangel.north()).isEqualTo(71.5);
        assertThat(wrangel.contains(179.5, 71)).isTrue();
        assertThat(wrangel.contains(0, 85)).isFalse();
    }

    @Test
    void aRingRoundThePoleHoldsThePole() {
        Ring cap = ring(0, -70, 90, -70, 180, -70, -90, -70);
        assertThat(cap.south()).isEqualTo(-90);
        assertThat(cap.contains(45, -89)).isTrue();
        assertThat(cap.contains(-135, -80)).isTrue();
        assertThat(cap.contains(45, -60)).isFalse();
    }

    @Test
    void runsCounterClockwiseWhicheverWayItWasWritten() {
        Ring clockwise = ring(0, 0, 0, 1, 1, 1, 1, 0);
        Ring other = clockwise.counterClockwise();
        double area = 0;
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            area += other.longitude(i) * other.latitude(next) - other.longitude(next) * other.latitude(i);
        }
        assertThat(area).isPositive();
        assertThat(other.counterClockwise()).isSameAs(other);
    }

    /** Against a grid of points: two shapes touch where a fine grid finds a common point; it may miss slivers only. */
    @Test
    void touchesWhatAGridOfPointsFindsInBoth() {
        Random random = new Random(1);
        for (int trial = 0; trial < 300; trial++) {
            Ring one = quadrangle(random);
            Ring other = quadrangle(random);
            boolean common = false;
            for (double x = -7; x <= 7; x += 0.05) {
                for (double y = -7; y <= 7 && !common; y += 0.05) {
                    common = one.contains(x, y) && other.contains(x, y);
                }
            }
            if (common) {
                assertThat(one.touches(other)).isTrue();
            }
            assertThat(one.touches(other)).isEqualTo(other.touches(one));
            assertThat(shifted(one).touches(other)).isEqualTo(one.touches(other));
        }
    }

    private static Ring quadrangle(Random random) {
        double x = random.nextDouble() * 8 - 4;
        double y = random.nextDouble() * 8 - 4;
        double size = 0.2 + 2 * random.nextDouble();
        double turn = random.nextDouble() * Math.PI;
        double[] places = new double[8];
        for (int corner = 0; corner < 4; corner++) {
            places[2 * corner] = x + size * Math.cos(turn + corner * Math.PI / 2);
            places[2 * corner + 1] = y + size * Math.sin(turn + corner * Math.PI / 2);
        }
        return ring(places);
    }

    /** The same shape, written one turn further. */
    private static Ring shifted(Ring ring) {
        double[] x = new double[ring.size()];
        double[] y = new double[ring.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = ring.longitude(i) + 360;
            y[i] = ring.latitude(i);
        }
        return new Ring(x, y);
    }
}
