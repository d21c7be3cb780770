package org.hashscape.feature.backbone;

/**
 * What a network says about each place of a picture, before it pools: a grid of vectors over the whole picture.
 *
 * @param width cells across
 * @param height cells down
 * @param dimension floats per cell
 * @param values {@code height * width * dimension}, row by row; kept, not copied
 */
record FeatureMap(int width, int height, int dimension, float[] values) {}
