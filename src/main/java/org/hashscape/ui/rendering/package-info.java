/**
 * The choice of bands and stretch, with a preview of what tiles will look like.
 *
 * <p>Start with {@link org.hashscape.ui.rendering.RenderingViewModel}.
 */
@NullMarked
package org.hashscape.ui.rendering;

import org.jspecify.annotations.NullMarked;
