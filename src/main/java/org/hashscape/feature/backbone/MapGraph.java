package org.hashscape.feature.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Finds a network's last map: the tensor [N, h, w, d] that its pooling averages into features. From the output it walks
 * back over operations that only reshape, to the first mean or average pooling; what goes in there is the map. Where the
 * output is reached by something else (a dense layer, say), the network has no map that belongs to its features.
 */
final class MapGraph {

    private static final Set<String> RESHAPING =
            Set.of("Reshape", "Squeeze", "Identity", "ExpandDims", "Flatten", "StopGradient");
    private static final Set<String> POOLING = Set.of("Mean", "AvgPool");
    private static final String SAVED_MODEL = "saved_model.pb";

    private MapGraph() {}

    /** Name of the map's tensor, as {@code inception_5b/output:0}. */
    static Optional<String> mapBefore(GraphDef graph, String output) {
        Map<String, NodeDef> nodes = new HashMap<>();
        graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
        String tensor = output;
        for (int step = 0; step < graph.getNodeCount(); step++) {
            NodeDef node = nodes.get(FrozenGraph.nodeOf(tensor));
            if (node == null || node.getInputCount() == 0) {
                return Optional.empty();
            }
            tensor = FrozenGraph.tensor(node.getInput(0));
            if (POOLING.contains(node.getOp())) {
                return Optional.of(tensor);
            }
            if (!RESHAPING.contains(node.getOp())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the model once more, with the map as its output, into an empty folder.
     *
     * @throws IOException where it cannot be read or written, or has no map
     */
    static void write(Path model, Path to) throws IOException {
        SavedModel saved;
        try (InputStream in = Files.newInputStream(model.resolve(SAVED_MODEL))) {
            saved = SavedModel.parseFrom(in);
        }
        MetaGraphDef meta = saved.getMetaGraphs(0);
        SignatureDef signature = meta.getSignatureDefOrThrow("serving_default");
        String output = signature.getOutputsOrThrow("features").getName();
        String map = mapBefore(meta.getGraphDef(), output)
                .orElseThrow(() -> new IOException("its output " + output
                        + " is not the mean of a map, so it cannot describe the regions of a tile. Choose another"
                        + " network, or the descriptor 'regions'"));
        TensorInfo info = signature.getOutputsOrThrow("features").toBuilder()
                .setName(map)
                .setTensorShape(TensorShapeProto.newBuilder().setUnknownRank(true))
                .build();
        SignatureDef mapped = signature.toBuilder().putOutputs("features", info).build();
        SavedModel changed = saved.toBuilder()
                .setMetaGraphs(0, meta.toBuilder().putSignatureDef("serving_default", mapped))
                .build();
        Files.write(to.resolve(SAVED_MODEL), changed.toByteArray());
        copyVariables(model.resolve("variables"), to.resolve("variables"));
    }

    private static void copyVariables(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectory(to);
        List<Path> files;
        try (Stream<Path> children = Files.list(from)) {
            files = children.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
