/**
 * The answer: ranked results as a grid, the details of the one selected, and what stands there while there is none.
 *
 * <p>{@link org.hashscape.ui.results.ResultsViewModel} turns an answer into places of a ranking; {@link
 * org.hashscape.ui.results.ResultsView} draws them.
 */
@NullMarked
package org.hashscape.ui.results;

import org.jspecify.annotations.NullMarked;
