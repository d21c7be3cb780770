package org.hashscape.workbench.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;

class FootprintIndexTest {

    /** Boxes of very different sizes, some over the date line: west, south, east, north. */
    private static List<double[]> boxes(int count, long seed) {
        Random random = new Random(seed);
        List<double[]> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double size = Math.pow(10, random.nextDouble() * 5 - 4);
            double west = random.nextDouble() * 360 - 180;
            double south = random.nextDouble() * 150 - 75;
            boxes.add(new double[] {west, south, west + size, south + size / 2});
        }
        return boxes;
    }

    private static FootprintIndex index(List<double[]> boxes) {
        FootprintIndex.Builder builder = new FootprintIndex.Builder(boxes.size());
        for (int row = 0; row < boxes.size(); row++) {
            double[] box = boxes.get(row);
            builder.add(row, box[0], box[1], box[2], box[3]);
        }
        return builder.build(Progress.NONE);
    }

    @Test
    void findsWhatLookingAtEveryTileFindsOnceEach() {
        List<double[]> boxes = boxes(3000, 1);
        FootprintIndex index = index(boxes);
        Random random = new Random(2);
        for (int trial = 0; trial < 300; trial++) {
            double scale = 256 * Math.pow(2, random.nextDouble() * 14);
            MapView view = new MapView(random.nextDouble(), random.nextDouble(), scale, 300, 200);
            List<Integer> found = new ArrayList<>();
            index.visit(view, position -> found.add(index.row(position)));
            TreeSet<Integer> expected = new TreeSet<>();
            for (int row = 0; row < boxes.size(); row++) {
                if (shows(view, boxes.get(row))) {
                    expected.add(row);
                }
            }
            assertThat(found).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(found)).isEqualTo(expected);
        }
    }

    private static boolean shows(MapView view, double[] box) {
        double top = view.screenY(Mercator.y(box[3]));
        double bottom = view.screenY(Mercator.y(box[1]));
        boolean shows = false;
        for (int turn = -2; turn <= 2; turn++) {
            double left = view.screenX(Mercator.x(box[0]) + turn);
            double right = view.screenX(Mercator.x(box[2]) + turn);
            shows |= right >= 0 && left <= view.width() && bottom >= 0 && top <= view.height();
        }
        return shows;
    }

    @Test
    void theExtentGoesTheShortWayRoundTheWorld() {
        FootprintIndex fiji = index(List.of(new double[] {177, -18, 178, -17}, new double[] {-179, -17, -178, -16}));
        GeoBox box = fiji.extent().orElseThrow();
        assertThat(box.east() - box.west()).isLessThan(6);
        assertThat(box.west()).isBetween(176.8, 177.0);
        assertThat(FootprintIndex.EMPTY.extent()).isEqualTo(Optional.empty());
    }
}
