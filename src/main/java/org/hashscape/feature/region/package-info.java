/**
 * Regions: a tile cut into pieces of one look, and what each piece looks like. The raw material of multi-code hashing.
 *
 * <p>Start at {@link org.hashscape.feature.region.RegionFamily}; {@link org.hashscape.feature.region.HandMadeRegions}
 * measures pixels, and {@code feature.backbone} adds families that pool a network's last map inside each region:
 *
 * <pre>{@code
 * RegionExtractor extractor = new HandMadeRegions().learn(sample, 1, Progress.NONE);
 * RegionMap map = extractor.segment(raster);
 * float[][] descriptors = extractor.describe(List.of(raster), List.of(map)).get(0); // one row per region
 * }</pre>
 *
 * <p>Knows neither mixtures nor codes: which primitive a region belongs to is the business of {@code hashing.multicode}.
 */
@NullMarked
package org.hashscape.feature.region;

import org.jspecify.annotations.NullMarked;
