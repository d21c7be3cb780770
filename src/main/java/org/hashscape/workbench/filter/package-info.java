/**
 * Which tiles count: {@link org.hashscape.workbench.filter.TileFilter} is what a user may ask of a tile's labels, date, place
 * and name, as a value that can be kept, shown and written. {@link org.hashscape.workbench.filter.TileFilter#passes} is its
 * definition; {@code org.hashscape.workbench.FilteredRows} answers it for a whole archive at once.
 *
 * <pre>
 * TileFilter filter = TileFilter.NONE.withAll("forest").between(june, august).in(Region.of(GeoBox.of(5, 45, 10, 48)));
 * </pre>
 */
@NullMarked
package org.hashscape.workbench.filter;

import org.jspecify.annotations.NullMarked;
