package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;

/** The way from tiles to their descriptors: originals are read on all cores, and descriptors handed on in order. */
final class TileDescriptions {

    private TileDescriptions() {}

    /**
     * @param vector empty where the original could not be read
     * @param views what the vector is the mean of, one orientation after the other; empty where there is only one
     */
    record Described(Tile tile, Optional<float[]> vector, float[] views) {}

    private static final float[] ONE_VIEW = {};

    private record Prepared(Tile tile, Optional<Raster> raster) {}

    /**
     * @param read the pixels of a tile; called from several threads
     * @param sink takes the descriptors in the tiles' order, in the caller's thread
     */
    static void run(
            List<Tile> tiles,
            Function<Tile, Optional<Raster>> read,
            DescriptorExtractor extractor,
            Consumer<Described> sink,
            Progress progress) {
        if (extractor.batch() == 1) {
            Pipeline.run(
                    tiles,
                    tile -> new Described(tile, read.apply(tile).map(extractor::describe), ONE_VIEW),
                    sink,
                    progress);
            return;
        }
        // Workers read and prepare tiles while this thread runs whole batches through the extractor.
        List<Prepared> batch = new ArrayList<>();
        Pipeline.run(
                tiles,
                tile -> new Prepared(tile, read.apply(tile).map(extractor::prepare)),
                prepared -> {
                    batch.add(prepared);
                    if (batch.size() == extractor.batch()) {
                        describe(batch, extractor, sink);
                    }
                },
                progress);
        describe(batch, extractor, sink);
    }

    private static void describe(List<Prepared> batch, DescriptorExtractor extractor, Consumer<Described> sink) {
        Iterator<float[]> all = extractor
                .describeViews(
                        batch.stream().flatMap(each -> each.raster().stream()).toList())
                .iterator();
        for (Prepared each : batch) {
            if (each.raster().isPresent()) {
                float[] views = all.next();
                sink.accept(new Described(each.tile(), Optional.of(extractor.meanOf(views)), views));
            } else {
                sink.accept(new Described(each.tile(), Optional.empty(), ONE_VIEW));
            }
        }
        batch.clear();
    }
}
