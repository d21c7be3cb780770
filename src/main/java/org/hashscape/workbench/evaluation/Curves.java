package org.hashscape.workbench.evaluation;

import java.util.List;

/**
 * Curves of one row, means over its queries.
 *
 * @param precisionAt P@1, P@2, ... up to P@100, or fewer where fewer tiles are searched
 * @param precisionAtRecall interpolated precision at recall 0, .05, ..., 1 (21 values): the best precision at that
 *     recall or beyond it
 */
public record Curves(List<Double> precisionAt, List<Double> precisionAtRecall) {

    /** Nothing was kept. */
    public static final Curves NONE = new Curves(List.of(), List.of());

    public Curves {
        precisionAt = List.copyOf(precisionAt);
        precisionAtRecall = List.copyOf(precisionAtRecall);
    }
}
