package org.hashscape.feature.backbone.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.BackboneImport;
import org.hashscape.feature.backbone.BackboneSpec;
import org.hashscape.feature.backbone.PixelRange;
import org.hashscape.model.Progress;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * A network that was trained.
 *
 * @param state what {@link Student#state} gave
 * @param steps it was trained for
 */
public record TrainedNet(Recipe recipe, Map<String, float[]> state, int steps) {

    private static final String INPUT = "images";
    private static final String OUTPUT = "features";

    /** The finished network: constants only, batch normalisation folded. */
    GraphDef graph(boolean halves) {
        TensorFlowRuntime.start();
        int size = recipe.size();
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> images =
                    tf.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
            Operand<TFloat32> features = recipe.net().features(new FoldedLayers(tf, state, halves), images);
            tf.withName(OUTPUT).identity(features);
            return graph.toGraphDef();
        }
    }

    /**
     * Makes a backbone of it, weights in 16 bits, by the way every model goes: tried out, with its digest, whole or not
     * at all.
     *
     * @param views see {@link BackboneSpec}
     */
    public BackboneSpec importInto(BackboneFolder folder, String id, int views, Progress progress) throws IOException {
        Path file = Files.createTempFile("hashscape-trained-", ".pb");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                graph(true).writeTo(out);
            }
            BackboneImport.Wishes wishes = new BackboneImport.Wishes(
                    id,
                    Optional.of(INPUT + ":0"),
                    Optional.of(OUTPUT + ":0"),
                    Optional.of(recipe.size()),
                    Optional.of(PixelRange.SIGNED),
                    views);
            return new BackboneImport(folder).run(file, wishes, progress);
        } finally {
            Files.delete(file);
        }
    }
}
