package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;

/**
 * The graph of a network that is finished, for those who go on from its weights.
 *
 * @param digest tells it from other graphs, the same in every process
 */
public record FinishedGraph(GraphDef graph, int digest) {

    /**
     * Reads a frozen graph, or a SavedModel whose weights are constants. Nothing of it is run.
     *
     * @param model the file, or a folder with it
     * @throws IOException where there is no such graph, it is too large, or reaches outside itself
     */
    public static FinishedGraph read(Path model) throws IOException {
        GraphReader.Found found =
                GraphReader.read(SourceModel.find(model, model, Progress.NONE).graph());
        Optional<GraphDef> saved = found.saved().map(MetaGraphDef::getGraphDef);
        GraphDef graph = found.frozen().or(() -> saved).orElseThrow();
        GraphReader.requireHarmless(graph, false);
        return of(graph);
    }

    public static FinishedGraph of(GraphDef graph) {
        return new FinishedGraph(graph, Arrays.hashCode(graph.toByteArray()));
    }
}
