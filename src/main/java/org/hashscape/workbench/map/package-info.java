/**
 * The map without a screen: where tiles lie, the world behind them, and how both are painted.
 *
 * <p>Start at {@link org.hashscape.workbench.map.MapPainter}: it paints a {@link org.hashscape.workbench.map.MapView} of the
 * {@link org.hashscape.workbench.map.WorldMap} and of a {@link org.hashscape.workbench.map.FootprintIndex} onto any
 * {@code Graphics2D}, be that an image for the window or the page of an export. Outlines that cross the date line or go
 * round a pole are made drawable by {@link org.hashscape.workbench.map.Ring}.
 *
 * <p>Knows neither JavaFX nor archives, only values.
 */
@NullMarked
package org.hashscape.workbench.map;

import org.jspecify.annotations.NullMarked;
