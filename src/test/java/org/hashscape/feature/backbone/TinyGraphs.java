package org.hashscape.feature.backbone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;

/**
 * A network small enough to be checked by hand: a 1x1 convolution from 3 to 4 channels, the mean over all pixels, and a
 * classifier of 2 classes behind it.
 */
public final class TinyGraphs {

    /** {@code KERNEL[4 * channel + feature]}. */
    public static final float[] KERNEL = {1, 0, 0, 0.5f, 0, 1, 0, 0.25f, 0, 0, 1, -0.125f};

    public static final int FEATURES = 4;

    private TinyGraphs() {}

    /** @param side of the images, -1 for any */
    public static GraphDef frozen(int side, float[] kernel) {
        return GraphDef.newBuilder()
                .addNode(placeholder("input", side))
                .addNode(floats("kernel", kernel, 1, 1, 3, FEATURES))
                .addNode(node("conv", "Conv2D", "input", "kernel")
                        .putAttr("T", type(DataType.DT_FLOAT))
                        .putAttr("strides", ints(1, 1, 1, 1))
                        .putAttr("padding", text("VALID")))
                .addNode(axes("axes"))
                .addNode(node("pool", "Mean", "conv", "axes")
                        .putAttr("T", type(DataType.DT_FLOAT))
                        .putAttr("Tidx", type(DataType.DT_INT32)))
                .addNode(floats("classes", new float[2 * FEATURES], FEATURES, 2))
                .addNode(node("logits", "MatMul", "pool", "classes").putAttr("T", type(DataType.DT_FLOAT)))
                .addNode(node("prob", "Softmax", "logits").putAttr("T", type(DataType.DT_FLOAT)))
                .build();
    }

    /** The same, but it reads a file before it answers. */
    static GraphDef reading(String file) {
        TensorProto name = TensorProto.newBuilder()
                .setDtype(DataType.DT_STRING)
                .setTensorShape(TensorShapeProto.getDefaultInstance())
                .addStringVal(com.google.protobuf.ByteString.copyFromUtf8(file))
                .build();
        return frozen(32, KERNEL).toBuilder()
                .addNode(node("name", "Const")
                        .putAttr("dtype", type(DataType.DT_STRING))
                        .putAttr("value", AttrValue.newBuilder().setTensor(name).build()))
                .addNode(node("secret", "ReadFile", "name"))
                .addNode(node("stolen", "DecodeRaw", "secret").putAttr("out_type", type(DataType.DT_FLOAT)))
                .addNode(node("features", "AddV2", "pool", "stolen").putAttr("T", type(DataType.DT_FLOAT)))
                .build();
    }

    public static Path write(GraphDef graph, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            graph.writeTo(out);
        }
        return file;
    }

    /** The same network as a SavedModel whose kernel is a variable. */
    static void savedModel(Path folder) throws IOException {
        TensorFlowRuntime.start();
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> images = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 32, 32, 3)));
            Variable<TFloat32> kernel = tf.variable(tf.constant(Shape.of(1, 1, 3, FEATURES), DataBuffers.of(KERNEL)));
            var maps = tf.nn.conv2d(images, kernel, java.util.List.of(1L, 1L, 1L, 1L), "VALID");
            var twice = tf.math.mul(maps, tf.constant(1f));
            Signature signature = Signature.builder()
                    .key("serving_default")
                    .input("x", images)
                    .output("maps", twice)
                    .methodName("tensorflow/serving/predict")
                    .build();
            try (Session session = new Session(graph)) {
                session.initialize();
                SavedModelBundle.exporter(folder.toString())
                        .withFunction(SessionFunction.create(signature, session))
                        .export();
            }
        }
    }

    private static NodeDef placeholder(String name, int side) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long each : new long[] {-1, side, side, 3}) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(each));
        }
        return node(name, "Placeholder")
                .putAttr("dtype", type(DataType.DT_FLOAT))
                .putAttr("shape", AttrValue.newBuilder().setShape(shape).build())
                .build();
    }

    private static NodeDef.Builder node(String name, String op, String... inputs) {
        return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(java.util.List.of(inputs));
    }

    private static NodeDef floats(String name, float[] values, long... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : sides) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
        }
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(shape);
        for (float value : values) {
            tensor.addFloatVal(value);
        }
        return node(name, "Const")
                .putAttr("dtype", type(DataType.DT_FLOAT))
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
                .build();
    }

    private static NodeDef axes(String name) {
        TensorProto tensor = TensorProto.newBuilder()
                .setDtype(DataType.DT_INT32)
                .setTensorShape(TensorShapeProto.newBuilder()
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(2)))
                .addIntVal(1)
                .addIntVal(2)
                .build();
        return node(name, "Const")
                .putAttr("dtype", type(DataType.DT_INT32))
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
                .build();
    }

    private static AttrValue type(DataType type) {
        return AttrValue.newBuilder().setType(type).build();
    }

    private static AttrValue text(String text) {
        return AttrValue.newBuilder()
                .setS(com.google.protobuf.ByteString.copyFromUtf8(text))
                .build();
    }

    private static AttrValue ints(long... values) {
        AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder();
        for (long value : values) {
            list.addI(value);
        }
        return AttrValue.newBuilder().setList(list).build();
    }
}
