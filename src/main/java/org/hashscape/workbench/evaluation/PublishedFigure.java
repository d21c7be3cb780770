package org.hashscape.workbench.evaluation;

import org.hashscape.retrieval.evaluation.Metric;

/**
 * A figure that a paper prints.
 *
 * @param dataSet as {@code UC Merced}
 * @param protocol id of the protocol it was measured by, or that comes nearest
 * @param method id of the method here that it belongs beside, or the paper's own name where there is none
 * @param descriptor what was hashed, in words, as {@code SIFT words}
 * @param bits code length; 0 for search on floats
 * @param metric of which kind it is
 * @param k cut-off of the metric, 0 for the full ranking
 * @param source paper, and what differs from this protocol
 */
public record PublishedFigure(
        String dataSet,
        String protocol,
        String method,
        String descriptor,
        int bits,
        Metric metric,
        int k,
        double value,
        String source) {}
