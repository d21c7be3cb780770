package org.hashscape.feature.backbone;

import com.google.protobuf.ByteString;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** The tiny network with something behind it that harms whoever runs it. */
final class HostileGraphs {

    private HostileGraphs() {}

    /** Ends the process that runs it: at once and as if all were well, or by an abort. */
    static SavedModel ending(boolean quietly) {
        GraphDef graph = tiny().addNode(NodeDef.newBuilder()
                        .setName("end")
                        .setOp("Abort")
                        .putAttr("error_msg", text("Check failed: made to do harm"))
                        .putAttr(
                                "exit_without_error",
                                AttrValue.newBuilder().setB(quietly).build()))
                .addNode(identity("after").addInput("^end"))
                .build();
        return SavedGraph.of(graph).serving("input:0", FrozenGraph.images(32), "after:0");
    }

    /** Asks for 107 GB in one tensor. */
    static GraphDef greedy() {
        return tiny().addNode(ints("sides", 100_000, 268_435))
                .addNode(floats("one"))
                .addNode(NodeDef.newBuilder()
                        .setName("large")
                        .setOp("Fill")
                        .addInput("sides")
                        .addInput("one")
                        .putAttr("T", type(DataType.DT_FLOAT))
                        .putAttr("index_type", type(DataType.DT_INT32)))
                .addNode(ints("both", 0, 1))
                .addNode(NodeDef.newBuilder()
                        .setName("sum")
                        .setOp("Sum")
                        .addInput("large")
                        .addInput("both")
                        .putAttr("T", type(DataType.DT_FLOAT))
                        .putAttr("Tidx", type(DataType.DT_INT32)))
                .addNode(NodeDef.newBuilder()
                        .setName("features")
                        .setOp("AddV2")
                        .addInput("pool")
                        .addInput("sum")
                        .putAttr("T", type(DataType.DT_FLOAT)))
                .build();
    }

    /** A loop that never ends. */
    static GraphDef endless() {
        FunctionDef always = FunctionDef.newBuilder()
                .setSignature(OpDef.newBuilder()
                        .setName("always")
                        .addInputArg(argument("x", DataType.DT_FLOAT))
                        .addOutputArg(argument("go", DataType.DT_BOOL)))
                .addNodeDef(NodeDef.newBuilder()
                        .setName("yes")
                        .setOp("Const")
                        .putAttr("dtype", type(DataType.DT_BOOL))
                        .putAttr(
                                "value",
                                tensor(TensorProto.newBuilder()
                                        .setDtype(DataType.DT_BOOL)
                                        .setTensorShape(TensorShapeProto.getDefaultInstance())
                                        .addBoolVal(true))))
                .putRet("go", "yes:output:0")
                .build();
        FunctionDef again = FunctionDef.newBuilder()
                .setSignature(OpDef.newBuilder()
                        .setName("again")
                        .addInputArg(argument("x", DataType.DT_FLOAT))
                        .addOutputArg(argument("y", DataType.DT_FLOAT)))
                .addNodeDef(NodeDef.newBuilder()
                        .setName("same")
                        .setOp("Neg")
                        .addInput("x")
                        .putAttr("T", type(DataType.DT_FLOAT)))
                .putRet("y", "same:y:0")
                .build();
        return tiny().setLibrary(
                        FunctionDefLibrary.newBuilder().addFunction(always).addFunction(again))
                .addNode(NodeDef.newBuilder()
                        .setName("features")
                        .setOp("While")
                        .addInput("pool")
                        .putAttr(
                                "T",
                                AttrValue.newBuilder()
                                        .setList(
                                                AttrValue.ListValue.newBuilder().addType(DataType.DT_FLOAT))
                                        .build())
                        .putAttr("cond", function("always"))
                        .putAttr("body", function("again")))
                .build();
    }

    /** A weight that says it has 2^62 numbers and brings one. */
    static GraphDef overflowing() {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : new long[] {1L << 31, 1L << 31}) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
        }
        GraphDef.Builder graph = tiny();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            if (graph.getNode(i).getName().equals("kernel")) {
                graph.getNodeBuilder(i)
                        .putAttr(
                                "value",
                                tensor(TensorProto.newBuilder()
                                        .setDtype(DataType.DT_FLOAT)
                                        .setTensorShape(shape)
                                        .addFloatVal(1)));
            }
        }
        return graph.build();
    }

    private static GraphDef.Builder tiny() {
        GraphDef all = TinyGraphs.frozen(32, TinyGraphs.KERNEL);
        GraphDef.Builder features = GraphDef.newBuilder();
        for (NodeDef node : all.getNodeList()) {
            if (!List.of("classes", "logits", "prob").contains(node.getName())) {
                features.addNode(node);
            }
        }
        return features;
    }

    private static NodeDef.Builder identity(String name) {
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Identity")
                .addInput("pool")
                .putAttr("T", type(DataType.DT_FLOAT));
    }

    private static NodeDef ints(String name, int... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setDtype(DataType.DT_INT32)
                .setTensorShape(TensorShapeProto.newBuilder()
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(values.length)));
        for (int value : values) {
            tensor.addIntVal(value);
        }
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Const")
                .putAttr("dtype", type(DataType.DT_INT32))
                .putAttr("value", tensor(tensor))
                .build();
    }

    private static NodeDef floats(String name) {
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Const")
                .putAttr("dtype", type(DataType.DT_FLOAT))
                .putAttr(
                        "value",
                        tensor(TensorProto.newBuilder()
                                .setDtype(DataType.DT_FLOAT)
                                .setTensorShape(TensorShapeProto.getDefaultInstance())
                                .addFloatVal(1)))
                .build();
    }

    private static AttrValue tensor(TensorProto.Builder tensor) {
        return AttrValue.newBuilder().setTensor(tensor).build();
    }

    private static AttrValue type(DataType type) {
        return AttrValue.newBuilder().setType(type).build();
    }

    private static AttrValue text(String text) {
        return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(text)).build();
    }

    private static AttrValue function(String name) {
        return AttrValue.newBuilder()
                .setFunc(NameAttrList.newBuilder().setName(name))
                .build();
    }

    private static OpDef.ArgDef argument(String name, DataType type) {
        return OpDef.ArgDef.newBuilder().setName(name).setType(type).build();
    }
}
