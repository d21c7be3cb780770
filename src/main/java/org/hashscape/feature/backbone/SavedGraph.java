package org.hashscape.feature.backbone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** A SavedModel's part for serving: its named inputs and outputs, and the same model with ours in their place. */
final class SavedGraph {

    private static final String SIGNATURE = "serving_default";

    private final MetaGraphDef meta;

    SavedGraph(MetaGraphDef meta) {
        this.meta = meta;
    }

    /** A frozen graph as a SavedModel. */
    static SavedGraph of(GraphDef graph) {
        return new SavedGraph(MetaGraphDef.newBuilder()
                .setMetaInfoDef(
                        MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve").build())
                .setGraphDef(graph)
                .build());
    }

    GraphDef graph() {
        return meta.getGraphDef();
    }

    /** The tensor that takes images: the one wished for, by its name in the signature or the graph, or the only one. */
    TensorInfo input(Optional<String> wished) throws IOException {
        return choose("input", wished, new TreeMap<>(signature().getInputsMap()));
    }

    TensorInfo output(Optional<String> wished) throws IOException {
        return choose("output", wished, new TreeMap<>(signature().getOutputsMap()));
    }

    private TensorInfo choose(String what, Optional<String> wished, Map<String, TensorInfo> named) throws IOException {
        if (wished.isEmpty()) {
            if (named.size() != 1) {
                throw new IOException("The SavedModel has " + named.size() + " " + what + "s "
                        + FrozenGraph.shortened(List.copyOf(named.keySet())) + "; say which (--" + what + ")");
            }
            return named.values().iterator().next();
        }
        TensorInfo byKey = named.get(wished.get());
        if (byKey != null) {
            return byKey;
        }
        String tensor = FrozenGraph.tensor(wished.get());
        for (TensorInfo info : named.values()) {
            if (info.getName().equals(tensor)) {
                return info;
            }
        }
        List<String> known = new ArrayList<>(named.keySet());
        boolean inGraph =
                graph().getNodeList().stream().anyMatch(node -> node.getName().equals(FrozenGraph.nodeOf(tensor)));
        if (!inGraph) {
            throw new IOException("There is no tensor '" + tensor + "' in this SavedModel; its " + what + "s are "
                    + FrozenGraph.shortened(known));
        }
        return info(tensor, TensorShapeProto.newBuilder().setUnknownRank(true).build());
    }

    private SignatureDef signature() {
        Map<String, SignatureDef> all = new TreeMap<>(meta.getSignatureDefMap());
        all.remove("__saved_model_init_op");
        SignatureDef serving = all.get(SIGNATURE);
        if (serving != null) {
            return serving;
        }
        return all.isEmpty()
                ? SignatureDef.getDefaultInstance()
                : all.values().iterator().next();
    }

    /** The model with one signature, from {@code images} to {@code features}. */
    SavedModel serving(String input, TensorShapeProto inputShape, String output) {
        SignatureDef signature = SignatureDef.newBuilder()
                .setMethodName("tensorflow/serving/predict")
                .putInputs("images", info(input, inputShape))
                .putOutputs(
                        "features",
                        info(
                                output,
                                TensorShapeProto.newBuilder()
                                        .setUnknownRank(true)
                                        .build()))
                .build();
        MetaGraphDef.Builder ours = meta.toBuilder();
        SignatureDef init = meta.getSignatureDefMap().get("__saved_model_init_op");
        ours.clearSignatureDef().putSignatureDef(SIGNATURE, signature);
        if (init != null) {
            ours.putSignatureDef("__saved_model_init_op", init);
        }
        return SavedModel.newBuilder()
                .setSavedModelSchemaVersion(1)
                .addMetaGraphs(ours)
                .build();
    }

    private static TensorInfo info(String tensor, TensorShapeProto shape) {
        return TensorInfo.newBuilder()
                .setName(tensor)
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(shape)
                .build();
    }
}
