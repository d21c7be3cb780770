/**
 * The documentation of {@code src/site/markdown}, which comes along, as pages that a browser shows without a network.
 *
 * <p>Start at {@link org.hashscape.workbench.help.HelpPages}:
 *
 * <pre>{@code
 * Path folder = HelpPages.write(Workspace.userFolder().resolve("help"));
 * show(folder.resolve("tour.html"));
 * }</pre>
 *
 * <p>Knows no screen: who shows the pages is for the caller to say.
 */
@NullMarked
package org.hashscape.workbench.help;

import org.jspecify.annotations.NullMarked;
