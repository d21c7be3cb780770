/**
 * The regions behind a multi-code answer: outlined over the query and over each result, listed as primitives, searched by
 * one of them, named, and filtered by these names.
 *
 * <p>Start with {@link org.hashscape.ui.region.RegionsViewModel}: it explains an answer in the background after the answer
 * is on the screen, and only the newest explanation gets there. {@link org.hashscape.ui.region.RegionDrawing} turns a map
 * of regions into pixels without a toolkit; {@link org.hashscape.ui.region.RegionOverlay} and {@link
 * org.hashscape.ui.region.RegionCells} lay these over pictures; {@link org.hashscape.ui.region.PrimitivesView} is the
 * legend. Must not know how regions are cut or compared.
 */
@NullMarked
package org.hashscape.ui.region;

import org.jspecify.annotations.NullMarked;
