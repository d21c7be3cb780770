package org.hashscape.workbench.multicode;

/**
 * What one region of a tile shows.
 *
 * @param region its number in the tile's map
 * @param primitive the most probable one, from 0
 * @param posterior how probable, 0..1
 * @param counted whether that is above the threshold (0.5), so that the region takes part in the code
 */
public record RegionMatch(int region, int primitive, double posterior, boolean counted) {}
