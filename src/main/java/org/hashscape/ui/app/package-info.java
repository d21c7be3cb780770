/**
 * The main window: puts archive, query, results and charts together and wires them to the workbench.
 *
 * <p>Start with {@link org.hashscape.ui.app.WindowLauncher}, which opens the window, {@link
 * org.hashscape.ui.app.MainViewModel}, which says what the window can do, and {@link org.hashscape.ui.app.MainView}, which
 * lays it out. {@link org.hashscape.ui.app.WindowPicture} draws the same window without a display.
 */
@NullMarked
package org.hashscape.ui.app;

import org.jspecify.annotations.NullMarked;
