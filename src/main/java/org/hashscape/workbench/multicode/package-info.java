/**
 * What multi-code answers rest on: regions of the query and of each hit, the primitives that they show, and how much of
 * the distance each primitive makes up. For windows and reports.
 *
 * <p>Start at {@link org.hashscape.workbench.multicode.ExplainRegions}:
 *
 * <pre>{@code
 * QueryAnswer answer = search.answer(request, progress); // a method of MultiCodeMethod
 * RegionExplanation why = new ExplainRegions(archive, search).explain(answer, progress);
 * }</pre>
 */
@NullMarked
package org.hashscape.workbench.multicode;

import org.jspecify.annotations.NullMarked;
