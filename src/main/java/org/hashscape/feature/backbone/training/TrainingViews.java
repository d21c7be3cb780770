package org.hashscape.feature.backbone.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashscape.feature.backbone.SquareInput;
import org.hashscape.model.Raster;

/**
 * What a training looks at: square views of tiles, in memory, each with its class and its teachers' features. Classes
 * are numbered over all data sets; each data set has classes of its own. Filled by one thread, then only read.
 */
public final class TrainingViews {

    private final int size;
    private final int[] setOfClass;
    private final int[] tilesOfClass;
    private final List<byte[]> pixels = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();
    private float[][] targets = new float[0][];

    /**
     * @param size pixels of a view's side
     * @param setOfClass number of the data set of every class
     */
    public TrainingViews(int size, int[] setOfClass) {
        this.size = size;
        this.setOfClass = setOfClass.clone();
        this.tilesOfClass = new int[setOfClass.length];
    }

    /** Adds the one view of another tile. */
    public void add(Raster raster, int ofClass) {
        add(raster, ofClass, true);
    }

    /**
     * Adds a view, brought to the square that the network takes.
     *
     * @param first whether it is the first of its tile
     */
    public void add(Raster raster, int ofClass, boolean first) {
        if (ofClass < 0 || ofClass >= setOfClass.length) {
            throw new IllegalArgumentException("There is no class " + ofClass);
        }
        pixels.add(SquareInput.of(raster, size).rgb());
        classes.add(ofClass);
        tilesOfClass[ofClass] += first ? 1 : 0;
    }

    /**
     * Gives every view what its teachers say: the mean over all views is taken away from each teacher's features, what
     * is left of them is brought to unit length, and so is the whole. Without it all views would look alike to a cosine,
     * for a network's rectified features have no negative parts.
     *
     * @param features per view, in the order of {@link #add}; one array per teacher
     */
    public void teach(List<List<float[]>> features) {
        if (features.size() != size()) {
            throw new IllegalArgumentException(size() + " views, but features of " + features.size());
        }
        int teachers = features.get(0).size();
        float[][] joined = new float[size()][];
        Arrays.setAll(joined, view -> new float[0]);
        for (int teacher = 0; teacher < teachers; teacher++) {
            double[] mean = new double[features.get(0).get(teacher).length];
            for (List<float[]> view : features) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += view.get(teacher)[i] / size();
                }
            }
            for (int view = 0; view < size(); view++) {
                joined[view] = append(joined[view], features.get(view).get(teacher), mean, teachers);
            }
        }
        targets = joined;
    }

    private static float[] append(float[] before, float[] features, double[] mean, int teachers) {
        float[] all = Arrays.copyOf(before, before.length + features.length);
        double squares = 1e-12;
        for (int i = 0; i < features.length; i++) {
            squares += (features[i] - mean[i]) * (features[i] - mean[i]);
        }
        double factor = 1 / Math.sqrt(squares * teachers);
        for (int i = 0; i < features.length; i++) {
            all[before.length + i] = (float) ((features[i] - mean[i]) * factor);
        }
        return all;
    }

    /** Views. */
    public int size() {
        return pixels.size();
    }

    int side() {
        return size;
    }

    int classes() {
        return setOfClass.length;
    }

    int tilesOfClass(int ofClass) {
        return tilesOfClass[ofClass];
    }

    int setOf(int ofClass) {
        return setOfClass[ofClass];
    }

    /** Floats of a view's target. */
    int targets() {
        return targets.length == 0 ? 0 : targets[0].length;
    }

    byte[] pixels(int view) {
        return pixels.get(view);
    }

    int classOf(int view) {
        return classes.get(view);
    }

    float[] target(int view) {
        return targets[view];
    }

    /** Views of a class, ascending. */
    int[] ofClass(int wanted) {
        return java.util.stream.IntStream.range(0, size())
                .filter(view -> classes.get(view) == wanted)
                .toArray();
    }
}
