package org.hashscape.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of the archive, as checks and rescues see it: where its rows are, and how one is told to be sound. Listed so
 * that what a row refers to comes before it; {@code tile_block} is a copy and not among them.
 */
enum StoredTable {
    FACT("facts", "name", "name, value", Proof.NONE),
    LABEL("labels", "", "id, name", Proof.NONE),
    TILE("tiles", "", "id, " + TileWriter.SUMMED + ", sum", Proof.SUM_WITHOUT_FIRST),
    TILE_LABEL("labels of tiles", "tile_id, label_id", "tile_id, label_id", Proof.NONE),
    GIVEN_LABEL("labels that you gave", "tile_id, label_id", "tile_id, label_id", Proof.NONE),
    THUMBNAIL("thumbnails", "", "tile_id, jpeg, sum", Proof.SUM),
    STALE_THUMBNAIL("thumbnails to make", "", "tile_id", Proof.NONE),
    PROBLEM("problems", "path", "path, reason, file_bytes, file_modified", Proof.NONE),
    SOURCE("source files", "", "id, files", Proof.NONE),
    TILE_SOURCE("windows of tiles", "", "tile_id, source_id, x, y, width, height", Proof.NONE),
    BLANK_WINDOW("empty windows", "key", "key, file_bytes, file_modified", Proof.NONE),
    FINGERPRINT("fingerprints", "", "tile_id, cells, sum", Proof.SUM),
    DESCRIPTOR_SET("descriptors", "", "id, learned, sha256, name, dimension, seed, version, created", Proof.SHA_256),
    DESCRIPTOR_BLOCK("blocks of vectors", "", "set_id, number, tiles, offsets, vectors", Proof.BLOCK_OF_BYTES),
    DESCRIPTOR_VIEW("views of tiles", "", "set_id, tile_id, vectors, sum", Proof.SUM),
    MODEL(
            "models",
            "",
            "id, bytes, sha256, method, descriptor, asked_bits, seed, split, trained_tiles, version, created",
            Proof.SHA_256),
    CODE_BLOCK("blocks of codes", "", "model_id, number, tiles, offsets, words", Proof.BLOCK_OF_SHORTS),
    REGION_SET("kinds of regions", "", "id, learned, sha256, name, dimension, version, created", Proof.SHA_256),
    REGION("regions of tiles", "", "set_id, tile_id, map, vectors, sum", Proof.SUM),
    MULTI_CODE("multi-codes", "model_id, tile_id", "model_id, tile_id, codes, sum", Proof.SUM),
    PRIMITIVE("names of primitives", "model_id, number", "model_id, number, name", Proof.NONE),
    EVALUATION("evaluations", "", "id, started, request, planned", Proof.NONE),
    RUN("measured rows", "", "id, inputs, outcome, sum, made_of, version, machine, finished", Proof.SUM_WITHOUT_FIRST),
    EVALUATION_RUN("rows of evaluations", "evaluation_id, place", "evaluation_id, place, run_id", Proof.NONE),
    MARK("marks", "query_id, tile_id", "query_id, tile_id, verdict, marked", Proof.NONE);

    /** How a row proves to be what was written. */
    private enum Proof {
        NONE,
        /** {@link RowSum} of all columns before {@code sum}. */
        SUM,
        /** The same without the first, which was not known yet. */
        SUM_WITHOUT_FIRST,
        /** Of the second column, in the third. */
        SHA_256,
        /** {@link RowBlock} with offsets of one byte. */
        BLOCK_OF_BYTES,
        /** {@link RowBlock} with offsets of two bytes. */
        BLOCK_OF_SHORTS
    }

    private static final int BLOCK_OFFSETS = 4;

    private final String noun;
    private final String key;
    private final List<String> columns;
    private final Proof proof;

    StoredTable(String noun, String key, String columns, Proof proof) {
        this.noun = noun;
        this.key = key;
        this.columns = Arrays.asList(columns.split(", "));
        this.proof = proof;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its rows are, to a user. */
    String noun() {
        return noun;
    }

    /** Columns of its primary key where it has no row ids. */
    Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    List<String> columns() {
        return columns;
    }

    /**
     * Whether a row is what was written, as far as that can be told.
     *
     * @param row its {@link #columns} from number {@code first} on
     */
    boolean isSound(ResultSet row, int first) throws SQLException {
        int sum = first + columns.indexOf("sum");
        return switch (proof) {
            case NONE -> true;
            case SUM -> RowSum.agrees(row, sum, RowSum.of(row, first, sum - 1));
            case SUM_WITHOUT_FIRST -> RowSum.agrees(row, sum, RowSum.of(row, first + 1, sum - 1));
            case SHA_256 -> Blobs.sha256(bytes(row, first + 1)).equals(row.getString(first + 2));
            case BLOCK_OF_BYTES -> isSoundBlock(row, first, 1);
            case BLOCK_OF_SHORTS -> isSoundBlock(row, first, 2);
        };
    }

    private static boolean isSoundBlock(ResultSet row, int first, int offsetSize) throws SQLException {
        byte[] offsets = bytes(row, first + BLOCK_OFFSETS - 1);
        byte[] records = bytes(row, first + BLOCK_OFFSETS);
        int count = offsets.length / offsetSize;
        if (row.getInt(first + 2) != count || records.length < Integer.BYTES) {
            return false;
        }
        int recordSize = count == 0 ? 0 : (records.length - Integer.BYTES) / count;
        try {
            RowBlock.read(offsets, records, offsetSize, recordSize, row.getLong(first), row.getLong(first + 1));
            return true;
        } catch (DamagedRowException damaged) {
            return false;
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).orElse(new byte[0]);
    }
}
