/**
 * Trains a compact backbone: a small Inception-style network ({@link
 * org.hashscape.feature.backbone.training.SceneNet}) that learns to give the features of larger networks, its teachers,
 * and to tell the classes of labelled tiles apart.
 *
 * <pre>{@code
 * TrainingViews views = ...;                           // pixels, classes and the teachers' features
 * BackboneTraining training = new BackboneTraining(views, recipe, Path.of("work/checkpoint.bin"));
 * TrainedNet net = training.run(progress);             // goes on from the checkpoint where there is one
 * net.importInto(new BackboneFolder(Path.of("out")), "scene-net", 1, progress);
 * }</pre>
 *
 * <p>The training graph has batch normalisation; what is written has it folded into the convolutions, so that the
 * finished network is nothing but convolutions, pooling and one matrix. Knows {@code feature.backbone}, {@code model}
 * and the TensorFlow runtime; where tiles, labels and teachers come from is for others to say.
 */
@NullMarked
package org.hashscape.feature.backbone.training;

import org.jspecify.annotations.NullMarked;
