/**
 * Use cases without a screen: open, import, describe, train, query, evaluate, export.
 *
 * <p>Start with {@link org.hashscape.workbench.Workspace}, which opens an {@link org.hashscape.workbench.Archive}, and
 * with {@link org.hashscape.workbench.SearchArchive}. One class per use case; each takes a {@link
 * org.hashscape.model.Progress} and blocks until it is done, so callers run it as a {@link
 * org.hashscape.workbench.job.Job}.
 */
@NullMarked
package org.hashscape.workbench;

import org.jspecify.annotations.NullMarked;
