/**
 * The archive file: one SQLite database, and the only package that knows SQL.
 *
 * <p>Start with {@link org.hashscape.archive.store.ArchiveStore}. Knows {@code model} only.
 */
@NullMarked
package org.hashscape.archive.store;

import org.jspecify.annotations.NullMarked;
