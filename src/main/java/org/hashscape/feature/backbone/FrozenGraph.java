package org.hashscape.feature.backbone;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A graph whose weights are constants: finds where images go in and features come out, and cuts out the part between.
 */
final class FrozenGraph {

    /** Operations between the features and the end of a classifier, other than its matrix. */
    private static final Set<String> OF_CLASSIFIERS =
            Set.of("Softmax", "Sigmoid", "LogSoftmax", "BiasAdd", "Add", "AddV2", "Identity", "Reshape", "Squeeze");

    private static final Set<String> OF_POOLING = Set.of("Mean", "AvgPool", "Identity", "Reshape", "Squeeze");

    private final GraphDef graph;
    private final Map<String, NodeDef> byName = new HashMap<>();

    FrozenGraph(GraphDef graph) {
        this.graph = graph;
        graph.getNodeList().forEach(node -> byName.put(node.getName(), node));
    }

    /** The only placeholder for floats. */
    String guessInput() throws IOException {
        List<String> placeholders = new ArrayList<>();
        for (NodeDef node : graph.getNodeList()) {
            DataType type = node.getAttrOrDefault("dtype", AttrValue.getDefaultInstance())
                    .getType();
            if (node.getOp().startsWith("Placeholder") && type == DataType.DT_FLOAT) {
                placeholders.add(node.getName() + ":0");
            }
        }
        if (placeholders.size() != 1) {
            throw new IOException("The graph has " + placeholders.size() + " inputs for floats "
                    + shortened(placeholders) + "; say which tensor takes the images (--input)");
        }
        return placeholders.get(0);
    }

    /** The end that is named for features; else what the last layer of the one classifier takes; else the one end. */
    String guessOutput() throws IOException {
        Set<String> used = new HashSet<>();
        graph.getNodeList().forEach(node -> node.getInputList().forEach(input -> used.add(nodeOf(input))));
        List<NodeDef> ends = graph.getNodeList().stream()
                .filter(node -> !used.contains(node.getName()))
                .filter(node -> node.getInputCount() > 0 && !node.getOp().equals("NoOp"))
                .toList();
        List<NodeDef> named = ends.stream()
                .filter(node -> node.getName().toLowerCase(Locale.ROOT).contains("feature"))
                .toList();
        if (named.size() == 1) {
            return named.get(0).getName() + ":0";
        }
        if (ends.size() != 1) {
            throw new IOException("The graph has " + ends.size() + " ends "
                    + shortened(ends.stream().map(NodeDef::getName).toList())
                    + "; say which tensor gives the features (--output)");
        }
        NodeDef end = ends.get(0);
        NodeDef last = back(end, OF_CLASSIFIERS);
        if (last.getOp().equals("MatMul")) {
            return tensor(last.getInput(0));
        }
        if (last.getOp().equals("Conv2D")
                && producer(last).map(FrozenGraph::pools).orElse(false)) {
            return tensor(last.getInput(0));
        }
        return end.getName() + ":0";
    }

    private static boolean pools(NodeDef node) {
        return OF_POOLING.contains(node.getOp());
    }

    private NodeDef back(NodeDef from, Set<String> through) {
        NodeDef at = from;
        for (int step = 0; step < 16 && through.contains(at.getOp()); step++) {
            Optional<NodeDef> before = producer(at);
            if (before.isEmpty()) {
                return at;
            }
            at = before.get();
        }
        return at;
    }

    private Optional<NodeDef> producer(NodeDef node) {
        return node.getInputCount() == 0 ? Optional.empty() : Optional.ofNullable(byName.get(nodeOf(node.getInput(0))));
    }

    /** The side of the images, where the placeholder says it. */
    Optional<Integer> guessSize(String input) {
        NodeDef node = byName.get(nodeOf(input));
        if (node == null) {
            return Optional.empty();
        }
        TensorShapeProto shape =
                node.getAttrOrDefault("shape", AttrValue.getDefaultInstance()).getShape();
        return side(shape);
    }

    /** The side that a shape [N, side, side, 3] says. */
    static Optional<Integer> side(TensorShapeProto shape) {
        boolean square = shape.getDimCount() == 4
                && shape.getDim(1).getSize() == shape.getDim(2).getSize()
                && shape.getDim(1).getSize() >= BackboneSpec.SMALLEST
                && shape.getDim(1).getSize() <= BackboneSpec.LARGEST;
        return square ? Optional.of((int) shape.getDim(1).getSize()) : Optional.empty();
    }

    /**
     * What the first operation on the images tells: a convolution wants them scaled already, arithmetic is the
     * network's own scaling of bytes.
     */
    PixelRange guessRange(String input) {
        String name = nodeOf(input);
        boolean convolved = graph.getNodeList().stream()
                .filter(node ->
                        node.getInputCount() > 0 && nodeOf(node.getInput(0)).equals(name))
                .anyMatch(node -> node.getOp().equals("Conv2D")
                        || node.getOp().equals("Pad")
                        || node.getOp().equals("DepthwiseConv2dNative"));
        return convolved ? PixelRange.SIGNED : PixelRange.BYTES;
    }

    void requireTensor(String tensor) throws IOException {
        if (!byName.containsKey(nodeOf(tensor))) {
            throw new IOException("There is no tensor '" + tensor + "' in this graph of "
                    + graph.getNodeCount() + " operations; its last ones are "
                    + shortened(graph.getNodeList().stream()
                            .skip(Math.max(0, graph.getNodeCount() - 5L))
                            .map(node -> node.getName() + ":0")
                            .toList()));
        }
    }

    /**
     * What the output needs, with a placeholder for any number of square images at the input. The graph's version is
     * kept: it says which meanings its operations have.
     *
     * @throws IOException where a tensor is missing, or the output does not depend on the input
     */
    GraphDef between(String input, String output, int size) throws IOException {
        requireTensor(input);
        requireTensor(output);
        String start = nodeOf(input);
        Set<String> kept = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(nodeOf(output)));
        while (!open.isEmpty()) {
            String name = open.pop();
            NodeDef node = byName.get(name);
            if (node == null) {
                throw new IOException("The graph is damaged: it uses '" + name + "', which it does not have");
            }
            if (kept.add(name) && !name.equals(start)) {
                node.getInputList().stream().filter(FrozenGraph::isData).forEach(in -> open.push(nodeOf(in)));
            }
        }
        if (!kept.contains(start) || nodeOf(output).equals(start)) {
            throw new IOException("The output '" + output + "' does not depend on the input '" + input + "'");
        }
        GraphDef.Builder part =
                GraphDef.newBuilder().setVersions(graph.getVersions()).setLibrary(graph.getLibrary());
        for (NodeDef node : graph.getNodeList()) {
            if (kept.contains(node.getName())) {
                part.addNode(node.getName().equals(start) ? placeholder(start, size) : withoutControl(node));
            }
        }
        return part.build();
    }

    private static NodeDef withoutControl(NodeDef node) {
        NodeDef.Builder plain = node.toBuilder().clearInput().clearDevice();
        node.getInputList().stream().filter(FrozenGraph::isData).forEach(plain::addInput);
        return plain.build();
    }

    private static NodeDef placeholder(String name, int size) {
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Placeholder")
                .putAttr(
                        "dtype",
                        AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
                .putAttr("shape", AttrValue.newBuilder().setShape(images(size)).build())
                .build();
    }

    /** [-1, size, size, 3]. */
    static TensorShapeProto images(int size) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : new long[] {-1, size, size, 3}) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
        }
        return shape.build();
    }

    private static boolean isData(String input) {
        return !input.startsWith("^");
    }

    /** The operation that makes a tensor: {@code pool} of {@code pool:0} or {@code ^pool}. */
    static String nodeOf(String tensor) {
        String name = tensor.startsWith("^") ? tensor.substring(1) : tensor;
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The tensor's full name: {@code pool:0} of {@code pool}. */
    static String tensor(String name) {
        return name.indexOf(':') < 0 ? name + ":0" : name;
    }

    static String shortened(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(8, names.size())));
        return "(" + text + (names.size() > 8 ? ", ..." : "") + ")";
    }
}
