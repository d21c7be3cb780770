package org.hashscape.workbench;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hashscape.archive.store.ModelTable;
import org.hashscape.archive.store.ModelTable.Codes;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.catalogue.HashMethods;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.evaluation.StratifiedSplit;

/**
 * Keeps hash functions and codes of one archive in memory; trains and encodes what is missing, and stores it. A model
 * stays as it is when tiles are added: new tiles are only encoded.
 */
final class HashLibrary {

    private static final int BATCH = 4096;

    private final Archive archive;
    private final DescriptorLibrary descriptors;
    private final ModelTable table;
    private final Map<MethodSpec, HashedTiles> kept = new ConcurrentHashMap<>();

    HashLibrary(Archive archive, DescriptorLibrary descriptors) {
        this.archive = archive;
        this.descriptors = descriptors;
        this.table = archive.store().models();
    }

    /** What {@link #load} would answer at once; never waits, not even for a training that is going on. */
    Optional<HashedTiles> loaded(MethodSpec spec) {
        Optional<DescribedTiles> tiles = descriptors.loaded(spec.descriptor());
        return Optional.ofNullable(kept.get(spec)).filter(known -> tiles.isPresent() && known.tiles() == tiles.get());
    }

    HashedTiles load(MethodSpec spec, Progress progress) throws IOException {
        Optional<HashedTiles> known = loaded(spec);
        return known.isPresent() ? known.get() : loadMissing(spec, progress);
    }

    private synchronized HashedTiles loadMissing(MethodSpec spec, Progress progress) throws IOException {
        DescribedTiles tiles = descriptors.load(spec.descriptor(), progress.part(0, 0.5));
        Optional<HashedTiles> meanwhile = loaded(spec);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        kept.keySet().removeIf(other -> loaded(other).isEmpty()); // they hold on to descriptors of a former state
        Optional<StoredModel> stored = table.find(spec);
        StoredModel model = stored.isPresent() ? stored.get() : train(spec, tiles, progress.part(0.5, 0.9));
        HashedTiles loaded = withCodes(model, tiles, progress.part(0.9, 1));
        kept.put(spec, loaded);
        return loaded;
    }

    /** Trains and stores, replacing a model of the same spec. */
    synchronized HashedTiles retrain(MethodSpec spec, Progress progress) throws IOException {
        DescribedTiles tiles = descriptors.load(spec.descriptor(), progress.part(0, 0.5));
        kept.remove(spec);
        HashedTiles loaded = withCodes(train(spec, tiles, progress.part(0.5, 0.9)), tiles, progress.part(0.9, 1));
        kept.put(spec, loaded);
        return loaded;
    }

    private StoredModel train(MethodSpec spec, DescribedTiles tiles, Progress progress) throws IOException {
        HashTrainer trainer = HashMethods.byId(spec.method());
        TrainingSet set = trainingSet(spec, tiles, trainer);
        Optional<String> objection = trainer.objectionTo(set, spec.bits());
        if (objection.isPresent()) {
            throw new IllegalArgumentException(trainer.title() + ": " + objection.get());
        }
        progress.report(0, "Training " + trainer.title() + ", " + spec.bits() + " bits");
        HashFunction function = trainer.train(set, spec.bits(), spec.seed(), progress);
        progress.checkCancelled();
        return table.put(spec, set.size(), HashModelFormat.write(function), Workspace.version());
    }

    private TrainingSet trainingSet(MethodSpec spec, DescribedTiles tiles, HashTrainer trainer) throws IOException {
        List<Labels> labels = tiles.labels(archive.catalogue());
        int[] rows = spec.split() == Split.ALL
                ? IntStream.range(0, tiles.size()).toArray()
                : StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, spec.seed())
                        .trainRows();
        return tiles.trainingSet(labels, rows, trainer);
    }

    private HashedTiles withCodes(StoredModel model, DescribedTiles tiles, Progress progress) throws IOException {
        HashFunction function = HashModelFormat.read(model.bytes());
        int wordsPerCode = BinaryCode.wordsFor(function.bits());
        Codes stored = table.codes(model, wordsPerCode);
        long[] words = new long[Math.multiplyExact(tiles.size(), wordsPerCode)];
        BitSet missing = new BitSet();
        for (int row = 0, at = 0; row < tiles.size(); row++) {
            while (at < stored.tileIds().length && stored.tileIds()[at] < tiles.tileIds()[row]) {
                at++;
            }
            if (at < stored.tileIds().length && stored.tileIds()[at] == tiles.tileIds()[row]) {
                System.arraycopy(stored.words(), at * wordsPerCode, words, row * wordsPerCode, wordsPerCode);
            } else {
                missing.set(row);
            }
        }
        encode(model, function, tiles, missing.stream().toArray(), words, progress.part(0, 0.7));
        CodeTable codes = new CodeTable(function.bits(), tiles.size(), words);
        return new HashedTiles(tiles, function, model.trainedTiles(), codes, progress.part(0.7, 1));
    }

    private void encode(
            StoredModel model,
            HashFunction function,
            DescribedTiles tiles,
            int[] missing,
            long[] words,
            Progress progress)
            throws IOException {
        int wordsPerCode = BinaryCode.wordsFor(function.bits());
        for (int from = 0; from < missing.length; from += BATCH) {
            progress.checkCancelled();
            int[] batch = Arrays.copyOfRange(missing, from, Math.min(from + BATCH, missing.length));
            DescriptorMatrix descriptors = tiles.matrix().select(batch);
            List<long[]> codes = IntStream.range(0, batch.length)
                    .parallel()
                    .mapToObj(i -> function.encode(descriptors.row(i)).words())
                    .toList();
            long[] ids =
                    Arrays.stream(batch).mapToLong(row -> tiles.tileIds()[row]).toArray();
            for (int i = 0; i < batch.length; i++) {
                System.arraycopy(codes.get(i), 0, words, batch[i] * wordsPerCode, wordsPerCode);
            }
            if (archive.store().isWritable()) {
                table.putCodes(model, ids, codes);
            }
            progress.report(
                    (double) (from + batch.length) / missing.length,
                    String.format(Locale.ENGLISH, "Encoding %,d of %,d tiles", from + batch.length, missing.length));
        }
    }
}
