package org.hashscape.hashing.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;

/** Labelled Gaussian clusters whose centres lie apart in a few of the dimensions; the rest is noise. */
final class Clusters {

    private Clusters() {}

    static TrainingSet of(int classes, int perClass, int dimension, double spread, long seed) {
        Random random = new Random(seed);
        float[][] centres = new float[classes][dimension];
        for (float[] centre : centres) {
            for (int i = 0; i < Math.max(2, dimension / 4); i++) {
                centre[i] = (float) random.nextGaussian();
            }
        }
        float[] values = new float[classes * perClass * dimension];
        List<Labels> labels = new ArrayList<>();
        for (int row = 0; row < classes * perClass; row++) {
            float[] centre = centres[row % classes];
            labels.add(Labels.of("class-" + row % classes));
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (centre[i] + spread * random.nextGaussian());
            }
        }
        return new TrainingSet(new DescriptorMatrix(labels.size(), dimension, values), labels);
    }
}
