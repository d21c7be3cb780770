/**
 * The values everything else speaks in: tiles, labels, rasters, descriptors, codes, rankings.
 *
 * <p>Start with {@link org.hashscape.model.Tile} (what an archive holds), {@link org.hashscape.model.Raster} (its
 * pixels as shown), {@link org.hashscape.model.DescriptorMatrix} (what features make of them), {@link
 * org.hashscape.model.BinaryCode} (what hashing makes of those) and {@link org.hashscape.model.Ranking} (the answer).
 *
 * <p>Nothing here reads, writes, draws or starts a thread, and nothing here knows another package of Hashscape.
 */
@NullMarked
package org.hashscape.model;

import org.jspecify.annotations.NullMarked;
