/**
 * What leaves the workbench: galleries of results.
 */
@NullMarked
package org.hashscape.workbench.export;

import org.jspecify.annotations.NullMarked;
