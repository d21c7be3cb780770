package org.hashscape.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Labels;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.RowSet;
import org.hashscape.workbench.QuerySource.ArchiveTile;
import org.hashscape.workbench.QuerySource.TilePart;

/**
 * A request as the archive sees it: the descriptor of what is asked about, refined by marks, the rows that may answer,
 * and a clock on each step. Rows are those of {@link #tiles}.
 */
final class AskedQuery {

    /** {@link #ownRow} of a query that is no tile of the archive. */
    static final int NO_ROW = -1;

    private final QueryRequest request;
    private final TileCatalogue catalogue;
    private final DescribedTiles tiles;
    private final FilteredRows.Passing passing;
    private final QueryPixels pixels;
    private final StepClock clock = new StepClock();
    private final Optional<Tile> tile;
    private final int ownRow;
    private final float[] vector;

    /** Finds the query's descriptor: stored for an archive tile, computed now for anything else. */
    AskedQuery(Archive archive, QueryRequest request, DescribedTiles tiles, FilteredRows filtered) throws IOException {
        this.request = request;
        this.catalogue = archive.catalogue();
        this.tiles = tiles;
        this.pixels = new QueryPixels(archive, catalogue);
        this.passing = filtered.among(catalogue, tiles, request.filter());
        if (!request.filter().isNone()) {
            clock.done("filter");
        }
        float[] plain;
        if (request.source() instanceof ArchiveTile source) {
            ownRow = describedRowOf(source.tile());
            tile = Optional.of(catalogue.tile(source.tile()));
            plain = tiles.matrix().row(ownRow);
        } else {
            ownRow = NO_ROW;
            tile = request.source() instanceof TilePart part
                    ? Optional.of(catalogue.tile(part.tile()))
                    : Optional.empty();
            plain = tiles.describe().apply(pixels());
        }
        clock.done("describe");
        vector = request.feedback().isEmpty() ? plain : refined(plain);
    }

    private float[] refined(float[] plain) {
        float[] refined = RefinedQuery.of(
                plain,
                vectors(request.feedback().right()),
                vectors(request.feedback().wrong()));
        clock.done("refine");
        return refined;
    }

    /** Descriptors of marked tiles; the query itself, and tiles that are gone or not described, are left out. */
    private List<float[]> vectors(List<TileId> marked) {
        return marked.stream()
                .map(tiles::rowOf)
                .filter(row -> row >= 0 && row != ownRow)
                .map(tiles.matrix()::row)
                .toList();
    }

    QueryRequest request() {
        return request;
    }

    TileCatalogue catalogue() {
        return catalogue;
    }

    DescribedTiles tiles() {
        return tiles;
    }

    /** Rows that pass the filter. */
    RowSet among() {
        return passing.described();
    }

    /** Rows of the catalogue that pass, and rows of the descriptors. */
    FilteredRows.Passing passing() {
        return passing;
    }

    StepClock clock() {
        return clock;
    }

    /** The tile asked about, whole or in part. */
    Optional<Tile> tile() {
        return tile;
    }

    /** Its labels; none for outside images. */
    Labels labels() {
        return tile.map(Tile::labels).orElse(Labels.NONE);
    }

    /** The row of the tile that is asked about as a whole, which is no part of the answer; or {@link #NO_ROW}. */
    int ownRow() {
        return ownRow;
    }

    /** Whether the query's own row is among those that pass the filter. */
    boolean passesItself() {
        return ownRow >= 0 && among().contains(ownRow);
    }

    /** The query's descriptor, with what marks add. */
    float[] vector() {
        return vector;
    }

    /** What is asked about, read now. */
    Raster pixels() throws IOException {
        return pixels.of(request.source());
    }

    TileId tileIn(int row) {
        return new TileId(tiles.tileIds()[row]);
    }

    /** The row of a tile. @throws IOException where it has no descriptor */
    int describedRowOf(TileId id) throws IOException {
        int row = tiles.rowOf(id);
        if (row < 0) {
            throw new IOException(
                    "The tile " + catalogue.tile(id).key() + " is not described: its original could not be read");
        }
        return row;
    }
}
