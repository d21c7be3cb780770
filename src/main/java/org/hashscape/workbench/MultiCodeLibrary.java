package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hashscape.archive.store.ModelTable;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.hashing.multicode.MultiCodeFormat;
import org.hashscape.hashing.multicode.MultiCodeFunction;
import org.hashscape.hashing.multicode.MultiCodeTrainer;
import org.hashscape.hashing.multicode.RegionTrainingSet;
import org.hashscape.model.Labels;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.MultiCodeIndex;
import org.hashscape.retrieval.evaluation.StratifiedSplit;

/**
 * Keeps multi-codes of one archive in memory; trains and encodes what is missing, and stores it.
 */
final class MultiCodeLibrary {

    private final Archive archive;
    private final DescriptorLibrary descriptors;
    private final RegionLibrary regions;
    private final ModelTable models;
    private final Map<MethodSpec, MultiCodedTiles> kept = new ConcurrentHashMap<>();

    MultiCodeLibrary(Archive archive, DescriptorLibrary descriptors) {
        this.archive = archive;
        this.descriptors = descriptors;
        this.regions = new RegionLibrary(archive);
        this.models = archive.store().models();
    }

    RegionLibrary regions() {
        return regions;
    }

    /** The spec under which a method's model is stored. */
    static MethodSpec modelSpec(MethodSpec spec) {
        MultiCodeTrainer trainer = trainerOf(spec);
        return new MethodSpec(trainer.method(), spec.descriptor(), spec.bits(), spec.seed(), spec.split());
    }

    private static MultiCodeTrainer trainerOf(MethodSpec spec) {
        return MultiCodeMethod.of(spec.method())
                .orElseThrow(() -> new IllegalArgumentException(spec.method() + " gives a tile one code"))
                .trainer();
    }

    /** What {@link #load} would answer at once; never waits, not even for a training that is going on. */
    Optional<MultiCodedTiles> loaded(MethodSpec spec) {
        return Optional.ofNullable(kept.get(modelSpec(spec))).filter(this::isCurrent);
    }

    private boolean isCurrent(MultiCodedTiles known) {
        String descriptor = known.model().spec().descriptor();
        return descriptors
                        .loaded(descriptor)
                        .filter(tiles -> tiles == known.tiles())
                        .isPresent()
                && regions.loaded(descriptor)
                        .filter(cut -> cut == known.regions())
                        .isPresent();
    }

    MultiCodedTiles load(MethodSpec spec, Progress progress) throws IOException {
        Optional<MultiCodedTiles> known = loaded(spec);
        return known.isPresent() ? known.get() : load(modelSpec(spec), false, progress);
    }

    /** Trains and stores, replacing a model of the same spec with the names of its primitives. */
    MultiCodedTiles retrain(MethodSpec spec, Progress progress) throws IOException {
        return load(modelSpec(spec), true, progress);
    }

    private synchronized MultiCodedTiles load(MethodSpec spec, boolean anew, Progress progress) throws IOException {
        KnownDescriptors.regionsOf(spec.descriptor()); // refuses others before anything is described
        DescribedTiles tiles = descriptors.load(spec.descriptor(), progress.part(0, 0.4));
        RegionTiles cut = regions.load(spec.descriptor(), progress.part(0.4, 0.8));
        Optional<MultiCodedTiles> meanwhile = anew ? Optional.empty() : loaded(spec);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        kept.values().removeIf(other -> !isCurrent(other));
        Optional<StoredModel> stored = anew ? Optional.empty() : models.find(spec);
        StoredModel model = stored.isPresent() ? stored.get() : train(spec, tiles, cut, progress.part(0.8, 0.95));
        MultiCodedTiles loaded = withCodes(model, tiles, cut, progress.part(0.95, 1));
        kept.put(spec, loaded);
        return loaded;
    }

    private StoredModel train(MethodSpec spec, DescribedTiles tiles, RegionTiles cut, Progress progress)
            throws IOException {
        List<Labels> labels = tiles.labels(archive.catalogue());
        int[] rows = spec.split() == Split.ALL
                ? IntStream.range(0, tiles.size()).toArray()
                : StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, spec.seed())
                        .trainRows();
        RegionTrainingSet set = cut.trainingSet(tiles, labels, rows);
        progress.report(0, "Training " + spec.method() + ", " + spec.bits() + " bits for each primitive");
        MultiCodeFunction function = trainerOf(spec).train(set, spec.bits(), spec.seed(), progress);
        progress.checkCancelled();
        return models.put(spec, set.tiles(), MultiCodeFormat.write(function), Workspace.version());
    }

    private MultiCodedTiles withCodes(StoredModel model, DescribedTiles tiles, RegionTiles cut, Progress progress)
            throws IOException {
        MultiCodeFunction function = MultiCodeFormat.read(model.bytes());
        Map<TileId, byte[]> stored = archive.store().multiCodes().all(model);
        Map<TileId, byte[]> fresh = new LinkedHashMap<>();
        List<MultiCode> codes = new ArrayList<>();
        for (long id : tiles.tileIds()) {
            TileId tile = new TileId(id);
            byte[] known = stored.get(tile);
            if (known != null) {
                codes.add(MultiCode.fromBytes(function.bits(), known));
            } else {
                progress.checkCancelled();
                MultiCode code = cut.encode(function, tile);
                codes.add(code);
                fresh.put(tile, code.toBytes());
            }
        }
        archive.store().multiCodes().put(model, fresh);
        MultiCodeIndex index = new MultiCodeIndex(codes, MultiCodeMethod.distance(function));
        return new MultiCodedTiles(tiles, cut, model, function, List.copyOf(codes), index);
    }
}
