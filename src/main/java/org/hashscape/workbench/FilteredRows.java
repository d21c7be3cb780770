package org.hashscape.workbench;

import java.time.LocalDate;
import java.util.BitSet;
import org.hashscape.archive.catalogue.BoundsVisitor;
import org.hashscape.retrieval.RowSet;
import org.hashscape.workbench.filter.Region;
import org.hashscape.workbench.filter.RegionGrid;
import org.hashscape.workbench.filter.TileFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an archive a {@link TileFilter} lets through, and which rows of its descriptors these are. Keeps the newest
 * answer, so that asking again costs nothing. Thread-safe.
 */
final class FilteredRows {

    /**
     * What passes.
     *
     * @param described rows of the descriptors
     * @param catalogued rows of the catalogue; empty where all pass
     */
    record Passing(RowSet described, BitSet catalogued) {}

    private record Kept(TileCatalogue catalogue, DescribedTiles tiles, TileFilter filter, Passing passing) {}

    private @Nullable Kept kept;

    /** Rows of the catalogue whose tiles pass. */
    static BitSet of(TileCatalogue catalogue, TileFilter filter) {
        BitSet rows = new BitSet(catalogue.size());
        rows.set(0, catalogue.size());
        if (!filter.all().isEmpty() || !filter.any().isEmpty() || !filter.none().isEmpty()) {
            rows.and(catalogue.whereLabels(labels -> filter.passesLabels(labels.names())));
        }
        if (filter.from().isPresent() || filter.to().isPresent()) {
            rows.and(catalogue.acquiredBetween(
                    filter.from().orElse(LocalDate.MIN), filter.to().orElse(LocalDate.MAX)));
        }
        if (!filter.text().isEmpty()) {
            rows.and(catalogue.mentioning(filter.text()));
        }
        filter.region().ifPresent(region -> rows.and(lyingIn(catalogue, region, rows)));
        return rows;
    }

    /** @param asked rows that need to be looked at */
    private static BitSet lyingIn(TileCatalogue catalogue, Region region, BitSet asked) {
        RegionGrid grid = new RegionGrid(region);
        BitSet inside = new BitSet(catalogue.size());
        catalogue.visitBounds(new BoundsVisitor() {
            @Override
            public void box(int row, double west, double south, double east, double north) {
                if (!asked.get(row)) {
                    return;
                }
                boolean jumps = east - west > 180; // perhaps a ring over the date line, written with a jump
                RegionGrid.Verdict verdict = jumps ? RegionGrid.Verdict.UNKNOWN : grid.judge(west, south, east, north);
                boolean in = verdict == RegionGrid.Verdict.INSIDE
                        || verdict == RegionGrid.Verdict.UNKNOWN
                                && catalogue
                                        .footprint(row)
                                        .filter(region::touches)
                                        .isPresent();
                inside.set(row, in);
            }
        });
        return inside;
    }

    /** Rows whose tiles pass; all where the filter is none. */
    synchronized Passing among(TileCatalogue catalogue, DescribedTiles tiles, TileFilter filter) {
        if (filter.isNone()) {
            return new Passing(RowSet.all(), new BitSet());
        }
        Kept last = kept;
        if (last != null && last.catalogue == catalogue && last.tiles == tiles && last.filter.equals(filter)) {
            return last.passing;
        }
        BitSet passing = of(catalogue, filter);
        BitSet rows = new BitSet(tiles.size());
        int at = 0;
        for (int row = passing.nextSetBit(0); row >= 0; row = passing.nextSetBit(row + 1)) {
            long id = catalogue.id(row).value();
            while (at < tiles.size() && tiles.tileIds()[at] < id) {
                at++;
            }
            if (at < tiles.size() && tiles.tileIds()[at] == id) {
                rows.set(at);
            }
        }
        Passing found = new Passing(RowSet.of(rows), passing);
        kept = new Kept(catalogue, tiles, filter, found);
        return found;
    }
}
