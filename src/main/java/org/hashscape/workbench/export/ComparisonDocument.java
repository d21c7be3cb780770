package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;

/**
 * A comparison as JSON: {@code k, columns: [{column: "A", apStandardAtK, ..., agreementAtK: {B: 0.5}}]}; the rest of a
 * column is that of an {@link AnswerDocument}, or a {@code problem} where it has no answer.
 */
public final class ComparisonDocument {

    private ComparisonDocument() {}

    public static void write(Comparison comparison, ObjectNode document) {
        document.put("k", comparison.k());
        ArrayNode columns = document.putArray("columns");
        for (int i = 0; i < comparison.columns().size(); i++) {
            Column column = comparison.columns().get(i);
            ObjectNode written = columns.addObject().put("column", ComparedMethods.letter(i));
            if (column.answer().isEmpty()) {
                written.put("method", column.request().method())
                        .put("descriptor", column.request().descriptor())
                        .put("problem", column.problem());
                continue;
            }
            column.averagePrecision().ifPresent(value -> written.put("apStandardAtK", value));
            AnswerDocument.write(column.answer().get(), written);
            ObjectNode agreement = written.putObject("agreementAtK");
            for (int other = 0; other < comparison.columns().size(); other++) {
                String with = ComparedMethods.letter(other);
                if (other != i) {
                    comparison.agreement(i, other).ifPresent(value -> agreement.put(with, value));
                }
            }
        }
    }
}
