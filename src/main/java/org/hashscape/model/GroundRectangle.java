package org.hashscape.model;

/**
 * Where a data set says that a north-up image lies, in the image's own system.
 *
 * @param left x of the left edge
 * @param top y of the upper edge
 * @param right x of the right edge
 * @param bottom y of the lower edge
 * @param system the coordinate reference system, as "EPSG:32634" or Well-Known Text
 */
public record GroundRectangle(double left, double top, double right, double bottom, String system) {}
