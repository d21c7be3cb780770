package org.hashscape.feature.backbone.training;

/**
 * All that decides a training besides its views.
 *
 * @param size pixels of the network's square input
 * @param width see {@link SceneNet}
 * @param dimension features
 * @param batch views per step
 * @param steps planned; the learning rate falls to nothing at the last one
 * @param minutes the training may take, 0 for as long as it needs: with too many steps for it, fewer are done
 * @param seed of the first weights, the choice of views and their distortion
 */
public record Recipe(int size, double width, int dimension, int batch, int steps, double minutes, long seed) {

    public static final int SIZE = 112;
    public static final int DIMENSION = 384;

    public Recipe {
        if (batch < 2 || batch > 1024) {
            throw new IllegalArgumentException("A batch has 2 to 1024 views, not " + batch);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("A training has at least one step, not " + steps);
        }
        if (!(minutes >= 0)) {
            throw new IllegalArgumentException("A training takes a positive number of minutes, not " + minutes);
        }
        new SceneNet(size, width, dimension);
    }

    SceneNet net() {
        return new SceneNet(size, width, dimension);
    }
}
