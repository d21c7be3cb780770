package org.hashscape.workbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hashscape.hashing.multicode.MultiCodeFunction;
import org.hashscape.model.Labels;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.MultiCodeIndex;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.retrieval.evaluation.QueryRanking;
import org.hashscape.workbench.DescribedTiles;
import org.hashscape.workbench.MultiCodeMethod;
import org.hashscape.workbench.RegionTiles;

/** A multi-code function trained for one split, with the codes it gives to the rows that ask or are searched. */
final class MultiCodeTrial {

    private final ProtocolRun run;
    private final RegionTiles regions;
    private final DescribedTiles tiles;
    private final MultiCodeFunction function;
    private final double trainSeconds;
    private final MultiCode[] codes;
    private final MultiCodeIndex index;

    /** @param trainingRows rows that training may see */
    MultiCodeTrial(
            MultiCodeMethod method,
            int bits,
            long seed,
            RegionTiles regions,
            DescribedTiles tiles,
            List<Labels> labels,
            ProtocolRun run,
            int[] trainingRows,
            Progress progress) {
        this.run = run;
        this.regions = regions;
        this.tiles = tiles;
        long start = System.nanoTime();
        this.function = method.trainer().train(regions.trainingSet(tiles, labels, trainingRows), bits, seed, progress);
        this.trainSeconds = (System.nanoTime() - start) / 1e9;
        this.codes = new MultiCode[tiles.size()];
        Arrays.fill(codes, new MultiCode(bits, 0, new byte[0]));
        IntStream.concat(Arrays.stream(run.archiveRows()), Arrays.stream(run.queryRows()))
                .distinct()
                .parallel()
                .forEach(row -> codes[row] = encode(row));
        List<MultiCode> searched = new ArrayList<>();
        for (int row : run.archiveRows()) {
            searched.add(codes[row]);
        }
        this.index = new MultiCodeIndex(searched, MultiCodeMethod.distance(function));
    }

    private MultiCode encode(int row) {
        return regions.encode(function, new TileId(tiles.tileIds()[row]));
    }

    QueryRanking ranking(long tieSeed) {
        return run.byDistances(row -> index.distances(codes[row]), tieSeed);
    }

    QueryTimes times(int k) {
        return QueryTimes.of(run.queryRows(), this::encode, (code, row) -> index.search(code, k, -1));
    }

    double trainSeconds() {
        return trainSeconds;
    }

    /** Mean over the queries of the bits that they compare. */
    int bitsPerQuery() {
        return (int) Math.round(Arrays.stream(run.queryRows())
                .map(row -> index.distance().bitsCompared(codes[row]))
                .average()
                .orElse(0));
    }

    /** Queries that show no primitive: every tile is equally far from them. */
    long queriesWithoutPrimitive() {
        return Arrays.stream(run.queryRows())
                .filter(row -> codes[row].presence() == 0)
                .count();
    }

    int bytesPerTile() {
        return (int) Math.ceil((double) index.bytes() / Math.max(1, index.rows()));
    }

    /** What a reader must know of its row. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ENGLISH,
                "%.2f primitives of %d a query; presence of primitives, %d bits, is not counted%s",
                Arrays.stream(run.queryRows())
                        .map(row -> codes[row].primitives())
                        .average()
                        .orElse(0),
                function.primitives(),
                function.primitives(),
                function.reading().isEmpty() ? "" : "; " + MultiCode.LEVEL_BITS + " bits for the share of each are"));
        if (queriesWithoutPrimitive() > 0) {
            notes.add(queriesWithoutPrimitive() + " queries show no primitive and rank by chance");
        }
        return notes;
    }
}
