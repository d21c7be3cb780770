package org.hashscape.workbench;

import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.workbench.map.FootprintIndex;
import org.hashscape.workbench.map.Ring;

/** Where the tiles of a catalogue lie: an index for the map, and outlines by row. */
public final class TilePlaces {

    private static final int CHECK_EVERY = 4096;

    private final TileCatalogue catalogue;
    private final FootprintIndex index;

    private TilePlaces(TileCatalogue catalogue, FootprintIndex index) {
        this.catalogue = catalogue;
        this.index = index;
    }

    /** Looks at every footprint: under a second for a million tiles. */
    public static TilePlaces of(TileCatalogue catalogue, Progress progress) {
        FootprintIndex.Builder builder = new FootprintIndex.Builder(catalogue.size());
        catalogue.visitBounds((row, west, south, east, north) -> {
            if (row % CHECK_EVERY == 0) {
                progress.checkCancelled();
                progress.report((double) row / catalogue.size(), "Laying out the map");
            }
            if (east - west > 180 || west < -180 || west > 180) { // written with a jump, or one turn further
                ring(catalogue, row)
                        .ifPresent(ring -> builder.add(row, ring.west(), ring.south(), ring.east(), ring.north()));
            } else {
                builder.add(row, west, south, east, north);
            }
        });
        return new TilePlaces(catalogue, builder.build(progress));
    }

    public FootprintIndex index() {
        return index;
    }

    public TileCatalogue catalogue() {
        return catalogue;
    }

    /** The outline of the tile in a row. @throws java.util.NoSuchElementException where it has none */
    public Ring ring(int row) {
        return ring(catalogue, row).orElseThrow();
    }

    private static Optional<Ring> ring(TileCatalogue catalogue, int row) {
        return catalogue.footprint(row).map(Ring::of);
    }
}
