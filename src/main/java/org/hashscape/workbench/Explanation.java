package org.hashscape.workbench;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Labels;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.DescriptorDistance;

/**
 * Why one tile is where it is in an answer.
 *
 * @param queryCode the query's code; empty for search on floats
 * @param tileCode the tile's code, as long as the query's
 * @param cosineDistance of the descriptors, 0..2
 * @param queryLabels labels of the query; none for an outside image
 * @param tileLabels labels of the tile
 */
public record Explanation(
        Optional<BinaryCode> queryCode,
        Optional<BinaryCode> tileCode,
        double cosineDistance,
        Labels queryLabels,
        Labels tileLabels) {

    public Explanation {
        if (queryCode.isPresent() != tileCode.isPresent()) {
            throw new IllegalArgumentException("Both have a code or none has");
        }
    }

    /** What the codes and descriptors say about one tile. @param hashed empty for search on floats */
    static Explanation of(AskedQuery query, TileId tile, Optional<HashedTiles> hashed) throws IOException {
        int row = query.describedRowOf(tile);
        float[] vector = query.vector();
        return new Explanation(
                hashed.map(some -> some.function().encode(vector)),
                hashed.map(some -> some.codes().code(row)),
                DescriptorDistance.COSINE.between(
                        vector, 0, query.tiles().matrix().row(row), 0, vector.length),
                query.labels(),
                query.catalogue().tile(tile).labels());
    }

    /** Differing bits; empty for search on floats. */
    public Optional<Integer> hammingDistance() {
        return queryCode.flatMap(code -> tileCode.map(code::hammingDistance));
    }

    /** Labels that both carry. */
    public Labels sharedLabels() {
        SortedSet<String> shared = new TreeSet<>(queryLabels.names());
        shared.retainAll(tileLabels.names());
        return new Labels(shared);
    }

    /** Labels that only the query carries. */
    public Labels onlyOfQuery() {
        return without(queryLabels, tileLabels);
    }

    /** Labels that only the tile carries. */
    public Labels onlyOfTile() {
        return without(tileLabels, queryLabels);
    }

    private static Labels without(Labels some, Labels others) {
        SortedSet<String> left = new TreeSet<>(some.names());
        left.removeAll(others.names());
        return new Labels(left);
    }
}
