/**
 * The archive at the left of the window: its name, its tiles as a grid, search and label filter.
 *
 * <p>{@link org.hashscape.ui.archive.ArchiveViewModel} filters in the background; {@link
 * org.hashscape.ui.archive.ArchiveView} draws. Knows nothing of queries: it tells which tile was activated.
 */
@NullMarked
package org.hashscape.ui.archive;

import org.jspecify.annotations.NullMarked;
