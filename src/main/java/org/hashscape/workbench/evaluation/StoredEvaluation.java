package org.hashscape.workbench.evaluation;

import java.time.Instant;

/**
 * An evaluation that the archive keeps.
 *
 * @param id its number in the archive
 * @param done rows measured
 * @param planned rows asked for
 * @param complete whether nothing is missing; where something is, running the request again goes on from there
 */
public record StoredEvaluation(
        long id, Instant started, EvaluationRequest request, int done, int planned, boolean complete) {}
