package org.hashscape.feature.backbone.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws and distorts what each step sees. A class is drawn as often as the root of the number of its tiles says: drawn
 * equally often, large classes would be seen too rarely; as often as they have tiles, small ones would. A tile's views
 * are drawn equally often. A drawn view is enlarged up to a sixth about a random place, laid in one of the eight
 * orientations, and its three colours get a contrast and a brightness that differ by at most a twentieth, for colour
 * says much about ground; its teachers' features stay those of the undistorted view, so
 * the network learns not to mind.
 *
 * <p>A batch depends on seed and step only: an interrupted training goes on with the very batches it would have had.
 */
final class Batches {

    private static final float SMOOTHING = 0.1f;
    private static final float EXCLUDED = -1e4f;
    private static final double ZOOM = 0.15;
    private static final double COLOUR = 0.05;

    private final TrainingViews views;
    private final int size;
    private final long seed;
    private final int[][] ofClass;
    private final double[] upTo;
    private final int[] classesInSet;

    Batches(TrainingViews views, int size, long seed) {
        this.views = views;
        this.size = size;
        this.seed = seed;
        this.ofClass = IntStream.range(0, views.classes())
                .mapToObj(views::ofClass)
                .filter(all -> all.length > 0)
                .toArray(int[][]::new);
        if (ofClass.length == 0) {
            throw new IllegalArgumentException("There is nothing to train on");
        }
        this.upTo = new double[ofClass.length];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Math.sqrt(views.tilesOfClass(views.classOf(ofClass[i][0])));
            upTo[i] = sum;
        }
        this.classesInSet = new int
                [1 + IntStream.range(0, views.classes()).map(views::setOf).max().orElse(0)];
        IntStream.range(0, views.classes()).forEach(each -> classesInSet[views.setOf(each)]++);
    }

    /** @param step from 1 */
    Batch draw(int step) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
        int classes = views.classes();
        int floats = 3 * views.side() * views.side();
        Batch batch = new Batch(
                new float[size * floats],
                new float[size * views.targets()],
                new float[size * classes],
                new float[size * classes]);
        for (int i = 0; i < size; i++) {
            int[] candidates = ofClass[someClass(random)];
            int view = candidates[random.nextInt(candidates.length)];
            distort(views.pixels(view), random, batch.images(), i * floats);
            System.arraycopy(views.target(view), 0, batch.targets(), i * views.targets(), views.targets());
            label(views.classOf(view), batch, i * classes);
        }
        return batch;
    }

    private int someClass(SplittableRandom random) {
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        int chosen = 0;
        while (chosen < upTo.length - 1 && upTo[chosen] <= drawn) {
            chosen++;
        }
        return chosen;
    }

    private void label(int right, Batch batch, int at) {
        Arrays.fill(batch.excluded(), at, at + views.classes(), EXCLUDED);
        float wrong = SMOOTHING / classesInSet[views.setOf(right)];
        for (int each = 0; each < views.classes(); each++) {
            if (views.setOf(each) == views.setOf(right)) {
                batch.excluded()[at + each] = 0;
                batch.labels()[at + each] = wrong + (each == right ? 1 - SMOOTHING : 0);
            }
        }
    }

    private void distort(byte[] rgb, SplittableRandom random, float[] to, int at) {
        int side = views.side();
        float step = (float) (1 - ZOOM * random.nextDouble());
        float free = (side - 1) * (1 - step);
        float left = (float) (free * random.nextDouble());
        float top = (float) (free * random.nextDouble());
        int orientation = random.nextInt(8);
        float[] factor = new float[3];
        float[] offset = new float[3];
        double contrast = random.nextDouble(-COLOUR, COLOUR);
        double brightness = random.nextDouble(-COLOUR, COLOUR);
        for (int band = 0; band < 3; band++) {
            factor[band] = (float) ((1 + contrast) / 127.5);
            offset[band] = (float) (brightness + random.nextDouble(-COLOUR, COLOUR) / 2 - 1 - contrast);
        }
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++, at += 3) {
                int across = (orientation & 1) == 0 ? x : side - 1 - x;
                int down = (orientation & 2) == 0 ? y : side - 1 - y;
                float u = left + step * ((orientation & 4) == 0 ? across : down);
                float v = top + step * ((orientation & 4) == 0 ? down : across);
                sample(rgb, side, u, v, factor, offset, to, at);
            }
        }
    }

    /** Linear interpolation between four pixels. */
    private static void sample(
            byte[] rgb, int side, float u, float v, float[] factor, float[] offset, float[] to, int at) {
        int x = Math.min(side - 2, (int) u);
        int y = Math.min(side - 2, (int) v);
        float right = u - x;
        float below = v - y;
        int from = 3 * (y * side + x);
        int next = from + 3 * side;
        for (int band = 0; band < 3; band++) {
            float upper = (1 - right) * (rgb[from + band] & 0xff) + right * (rgb[from + 3 + band] & 0xff);
            float lower = (1 - right) * (rgb[next + band] & 0xff) + right * (rgb[next + 3 + band] & 0xff);
            to[at + band] = ((1 - below) * upper + below * lower) * factor[band] + offset[band];
        }
    }
}
