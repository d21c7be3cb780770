package org.hashscape.model;

import java.time.Instant;

/**
 * What a user said about one result of a query.
 *
 * @param tile the result
 * @param verdict what was said
 * @param marked when
 */
public record Mark(TileId tile, Verdict verdict, Instant marked) {

    /** Whether a result is what was looked for. */
    public enum Verdict {
        RIGHT,
        WRONG
    }
}
