package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;

/**
 * The graph of a network that is finished, for those who go on from its weights.
 *
 * @param digest tells it from other graphs, the same in every process
 * @param trainedOn what it was trained on, in words; empty where nothing is known
 * @param fingerprints of what it was trained on
 */
public record FinishedGraph(GraphDef graph, int digest, String trainedOn, List<byte[]> fingerprints) {

    /**
     * Reads a frozen graph, or a SavedModel whose weights are constants, and the note of what it was trained on, which lies
     * beside it or one or two folders up. Nothing of it is run.
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
        TrainingNote note = noteAbove(model.toAbsolutePath().normalize());
        return new FinishedGraph(graph, digest(graph), note.sentence(), note.fingerprints());
    }

    /** A graph of which nothing else is known. */
    public static FinishedGraph of(GraphDef graph) {
        return new FinishedGraph(graph, digest(graph), "", List.of());
    }

    private static int digest(GraphDef graph) {
        return Arrays.hashCode(graph.toByteArray());
    }

    private static TrainingNote noteAbove(Path model) {
        TrainingNote note = new TrainingNote("", List.of());
        Path folder = model;
        for (int up = 0; up <= 2 && folder != null && note.sentence().isEmpty(); up++) {
            note = TrainingNote.read(folder);
            folder = folder.getParent();
        }
        return note;
    }
}
