package org.hashscape.feature.backbone;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.hashscape.model.Raster;

/**
 * A network without everything around it: the yardstick for describing. The same batches that describing makes lie
 * prepared in memory, and the network runs over them.
 */
public final class BareForward implements AutoCloseable {

    private final Network network;
    private final List<NDArray> batches = new ArrayList<>();

    /**
     * @param tiles not yet brought to the network's size
     * @throws NoSuchElementException where there is no such backbone
     */
    public BareForward(BackboneFolder backbones, String id, List<Raster> tiles) {
        BackboneSpec spec = backbones.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        network = OpenNetworks.get(spec, backbones.pathOf(id).resolve(BackboneFolder.MODEL));
        int together = BackboneExtractor.BATCH / spec.views();
        for (int from = 0; from < tiles.size(); from += together) {
            List<Raster> squares = new ArrayList<>();
            for (Raster tile : tiles.subList(from, Math.min(from + together, tiles.size()))) {
                squares.addAll(Orientations.of(SquareInput.of(tile, spec.size()), spec.views()));
            }
            batches.add(network.prepared(squares));
        }
    }

    /** Runs the network over every batch once. */
    public void run() {
        batches.forEach(network::forward);
    }

    @Override
    public void close() {
        batches.forEach(NDArray::close);
    }
}
