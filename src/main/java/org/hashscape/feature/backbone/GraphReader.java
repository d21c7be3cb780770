package org.hashscape.feature.backbone;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/** Parses model files that nobody vouches for. Pure Java: no native library is loaded. */
final class GraphReader {

    /** Bytes of a graph that are read; it is held in memory twice while it is imported. */
    static final long MOST_BYTES = 512L << 20;

    private static final int MOST_NODES = 200_000;

    /** Parts of the names of operations that reach outside the graph. */
    private static final List<String> OUTSIDE = List.of(
            "File",
            "PyFunc",
            "Dataset",
            "Reader",
            "Record",
            "Queue",
            "Send",
            "Recv",
            "Rpc",
            "Summary",
            "Debug",
            "Print",
            "Dump",
            "Save",
            "Restore",
            "Checkpoint",
            "RemoteCall",
            "Library");

    /** Such operations that every SavedModel with variables has. */
    private static final List<String> OF_VARIABLES =
            List.of("SaveV2", "RestoreV2", "ShardedFilename", "MergeV2Checkpoints");

    private GraphReader() {}

    /** A frozen graph, or a SavedModel's part for serving. */
    record Found(Optional<GraphDef> frozen, Optional<MetaGraphDef> saved) {}

    /** @throws IOException where the file is too large, or not a graph */
    static Found read(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw new IOException(String.format(
                    "%s is %,d MB large; a network's graph may have at most %,d MB",
                    file.getFileName(), bytes >> 20, MOST_BYTES >> 20));
        }
        byte[] content = Files.readAllBytes(file);
        Optional<GraphDef> frozen = frozen(content);
        Optional<MetaGraphDef> saved = frozen.isPresent() ? Optional.empty() : saved(content);
        if (frozen.isEmpty() && saved.isEmpty()) {
            throw new IOException(file.getFileName() + " is not a TensorFlow graph: neither a frozen graph nor a"
                    + " SavedModel with the tag 'serve'");
        }
        return new Found(frozen, saved);
    }

    private static Optional<GraphDef> frozen(byte[] content) {
        try {
            GraphDef graph = GraphDef.parseFrom(content);
            boolean real = graph.getNodeCount() > 0
                    && graph.getNodeList().stream()
                            .noneMatch(node ->
                                    node.getName().isEmpty() || node.getOp().isEmpty());
            return real ? Optional.of(graph) : Optional.empty();
        } catch (InvalidProtocolBufferException another) {
            return Optional.empty();
        }
    }

    private static Optional<MetaGraphDef> saved(byte[] content) {
        try {
            return SavedModel.parseFrom(content).getMetaGraphsList().stream()
                    .filter(meta -> meta.getMetaInfoDef().getTagsList().contains("serve"))
                    .filter(meta -> meta.getGraphDef().getNodeCount() > 0)
                    .findFirst();
        } catch (InvalidProtocolBufferException neither) {
            return Optional.empty();
        }
    }

    /**
     * Refuses a graph that is too large, or that would read or write files, run scripts or use a network.
     *
     * @param withVariables whether loading variables is part of it
     */
    static void requireHarmless(GraphDef graph, boolean withVariables) throws IOException {
        int nodes = graph.getNodeCount()
                + graph.getLibrary().getFunctionList().stream()
                        .mapToInt(function -> function.getNodeDefCount())
                        .sum();
        if (nodes > MOST_NODES) {
            throw new IOException(
                    String.format("The graph has %,d operations; at most %,d are taken", nodes, MOST_NODES));
        }
        requireHarmless(graph.getNodeList(), withVariables);
        for (var function : graph.getLibrary().getFunctionList()) {
            requireHarmless(function.getNodeDefList(), withVariables);
        }
    }

    private static void requireHarmless(List<NodeDef> nodes, boolean withVariables) throws IOException {
        for (NodeDef node : nodes) {
            boolean allowed = withVariables && OF_VARIABLES.contains(node.getOp());
            if (!allowed && OUTSIDE.stream().anyMatch(node.getOp()::contains)) {
                throw new IOException("The graph is refused: its operation '" + node.getName() + "' (" + node.getOp()
                        + ") reaches outside the graph. A backbone only computes.");
            }
        }
    }
}
