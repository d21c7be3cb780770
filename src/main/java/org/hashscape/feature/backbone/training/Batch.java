package org.hashscape.feature.backbone.training;

/**
 * What one step is fed, row after row.
 *
 * @param images [n, size, size, 3] in -1..1
 * @param targets [n, floats] the teachers' features
 * @param labels [n, classes] shares that sum to 1; all 0 for a view without a label
 * @param excluded [n, classes] 0 for the classes of the view's data set, a large negative number for the others
 */
record Batch(float[] images, float[] targets, float[] labels, float[] excluded) {}
