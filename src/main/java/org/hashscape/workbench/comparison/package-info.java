/**
 * Several methods asked the same question, side by side.
 *
 * <p>Start at {@link org.hashscape.workbench.comparison.CompareMethods}, which asks; {@link
 * org.hashscape.workbench.comparison.Comparison} holds the answers and what they have in common. {@code new
 * CompareMethods(search).run(requests, progress)} answers what can be answered and says of the others why not. This
 * package knows nothing of screens.
 */
@NullMarked
package org.hashscape.workbench.comparison;

import org.jspecify.annotations.NullMarked;
