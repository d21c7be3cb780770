package org.hashscape.feature.backbone.training;

/**
 * All that decides a training besides its views.
 *
 * @param size pixels of the network's square input
 * @param trainedAt pixels of the squares that it is trained on. Smaller ones cost less, and parts of tiles show things
 *     larger than whole tiles do: trained on somewhat smaller squares, a network sees things at the size at which it
 *     meets them later (Touvron et al. 2019)
 * @param width see {@link SceneNet}
 * @param dimension features
 * @param batch views per step
 * @param steps planned; the learning rate falls to nothing at the last one
 * @param minutes the training may take, 0 for as long as it needs: with too many steps for it, fewer are done
 * @param seed of the first weights, the choice of views and their distortion
 */
public record Recipe(
        int size, int trainedAt, double width, int dimension, int batch, int steps, double minutes, long seed) {

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
        new SceneNet(trainedAt, width, dimension);
    }

    /** Trained on squares of the size that it takes. */
    public Recipe(int size, double width, int dimension, int batch, int steps, double minutes, long seed) {
        this(size, size, width, dimension, batch, steps, minutes, seed);
    }

    SceneNet net() {
        return new SceneNet(size, width, dimension);
    }

    /** The same weights on the squares of the training. */
    SceneNet netInTraining() {
        return new SceneNet(trainedAt, width, dimension);
    }
}
