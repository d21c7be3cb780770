/**
 * The query: what is looked for, by which method, and the way back through former queries.
 *
 * <p>Start with {@link org.hashscape.ui.query.SearchViewModel}, which asks in the background and lets only the newest
 * question answer; {@link org.hashscape.ui.query.MethodBarViewModel} holds the parameters, {@link
 * org.hashscape.ui.query.QueryViewModel} what is known of the query tile.
 */
@NullMarked
package org.hashscape.ui.query;

import org.jspecify.annotations.NullMarked;
