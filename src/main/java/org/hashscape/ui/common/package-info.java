/**
 * What the parts of the window share: themes, icons, the picture grid drawn on a canvas, thumbnails that load in the
 * background, notices, and the hop between background jobs and the JavaFX thread.
 *
 * <p>Start with {@link org.hashscape.ui.common.CanvasGrid} (any number of tiles, only the visible ones drawn), {@link
 * org.hashscape.ui.common.Thumbnails} and {@link org.hashscape.ui.common.Background}. Knows no other package of the
 * window.
 */
@NullMarked
package org.hashscape.ui.common;

import org.jspecify.annotations.NullMarked;
