/**
 * Layouts of known data sets: which files of a folder are tiles, and what their labels are.
 *
 * <p>Start with {@link org.hashscape.archive.dataset.DatasetLayout}. Knows {@code model} only.
 */
@NullMarked
package org.hashscape.archive.dataset;

import org.jspecify.annotations.NullMarked;
