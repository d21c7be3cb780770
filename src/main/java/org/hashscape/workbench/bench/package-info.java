/**
 * What measurements of the program by itself look like, drawn for the documentation.
 *
 * <p>Start at {@link org.hashscape.workbench.bench.HammingGrowth}: what a query costs against the size of an archive.
 *
 * <p>Only front ends know this package.
 */
@NullMarked
package org.hashscape.workbench.bench;

import org.jspecify.annotations.NullMarked;
