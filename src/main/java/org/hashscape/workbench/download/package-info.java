/**
 * Fetches networks, and nothing else, from addresses in {@link org.hashscape.workbench.download.NetworkCatalogue}: the
 * only package that opens connections, and only when a button or a command that says so was used. {@link
 * org.hashscape.workbench.download.Download} brings one file whole, whatever happens on the way.
 */
@NullMarked
package org.hashscape.workbench.download;

import org.jspecify.annotations.NullMarked;
