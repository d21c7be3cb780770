package org.hashscape.model;

/**
 * One place in a ranking.
 *
 * @param rank from 1
 * @param tile which tile
 * @param distance what the ranking is ordered by, smaller is closer: differing bits for codes, or the descriptor
 *     distance for exhaustive search
 * @param similarity 0..1, larger is closer: the share of equal bits, or what the descriptor distance makes of it
 */
public record Hit(int rank, TileId tile, double distance, double similarity) {

    public Hit {
        if (rank < 1) {
            throw new IllegalArgumentException("Ranks start at 1, not " + rank);
        }
        if (!(distance >= 0) || !(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("Not a hit: distance " + distance + ", similarity " + similarity);
        }
    }
}
