/**
 * The map in the window: where the tiles of the archive and the results of a query lie.
 *
 * <p>{@link org.hashscape.ui.map.MapViewModel} knows what shows and has it painted in the background;
 * {@link org.hashscape.ui.map.MapCanvas} puts the newest picture on screen, moved and enlarged while a newer one is on its
 * way, and draws results, selection and regions over it; {@link org.hashscape.ui.map.MapPane} adds the buttons.
 */
@NullMarked
package org.hashscape.ui.map;

import org.jspecify.annotations.NullMarked;
