/**
 * Descriptors: what a tile looks like, as a vector of floats.
 *
 * <p>Start with {@link org.hashscape.feature.DescriptorFamilies}: it lists the families; a family learns (or loads) an
 * extractor, and the extractor turns rasters into descriptors:
 *
 * <pre>{@code
 * DescriptorExtractor words = DescriptorFamilies.byId("sift-words").learn(sample, 1, Progress.NONE);
 * float[] descriptor = words.describe(raster);
 * }</pre>
 *
 * <p>{@link org.hashscape.feature.JoinedDescriptor} makes {@code a+b} of the descriptors of two families.
 *
 * <p>Knows {@code model} only: not how rasters were read, where descriptors are kept, or what hashing makes of them.
 */
@NullMarked
package org.hashscape.feature;

import org.jspecify.annotations.NullMarked;
