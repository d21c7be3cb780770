package org.hashscape.workbench.multicode;

/**
 * What one primitive adds to the distance of two tiles.
 *
 * @param primitive its number
 * @param inQuery whether the query shows it
 * @param inHit whether the hit shows it
 * @param bitsApart differing bits of its two codes; with the zero vector's code where the published distance takes that;
 *     -1 where there is nothing to compare
 * @param share of the whole distance, 0..1; all shares of a hit sum to 1, or are 0 where the distance is 0
 */
public record PrimitiveShare(int primitive, boolean inQuery, boolean inHit, int bitsApart, double share) {}
