/**
 * Where rasters lie on the ground and when they were taken: tags to corners, coordinate reference systems to WGS84.
 *
 * <p>Start with {@link org.hashscape.imaging.geo.GeoReference}. Apache SIS knows the common systems; proj4j those with
 * other EPSG numbers.
 */
@NullMarked
package org.hashscape.imaging.geo;

import org.jspecify.annotations.NullMarked;
