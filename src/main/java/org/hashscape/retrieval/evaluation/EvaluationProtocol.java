package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which rows train, which are searched, and which ask. A query is never in its own answer. */
public enum EvaluationProtocol {
    /** A: train on the training rows; every test row asks for the other test rows (Roy et al. 2021). */
    MHCLN("mhcln"),
    /** B: train on the training rows, search them; every test row asks. */
    TRAIN_ARCHIVE("train-archive"),
    /** C: train on every row, search every row; every row asks for the others. For unsupervised methods only. */
    WHOLE("whole");

    private final String id;

    EvaluationProtocol(String id) {
        this.id = id;
    }

    /** Name on the command line and in results. */
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException where there is no such protocol; the message names those that exist */
    public static EvaluationProtocol byId(String id) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no protocol '" + id + "'. Known: "
                        + Arrays.stream(values()).map(EvaluationProtocol::id).collect(Collectors.joining(", "))));
    }

    /** Rows that training may see, ascending. */
    public int[] trainingRows(StratifiedSplit split) {
        return this == WHOLE ? all(split) : split.trainRows().clone();
    }

    /** Rows that are searched, ascending. */
    public int[] archiveRows(StratifiedSplit split) {
        return switch (this) {
            case MHCLN -> split.testRows().clone();
            case TRAIN_ARCHIVE -> split.trainRows().clone();
            case WHOLE -> all(split);
        };
    }

    /** Rows that ask, ascending. */
    public int[] queryRows(StratifiedSplit split) {
        return this == WHOLE ? all(split) : split.testRows().clone();
    }

    private static int[] all(StratifiedSplit split) {
        return IntStream.concat(Arrays.stream(split.trainRows()), Arrays.stream(split.testRows()))
                .sorted()
                .toArray();
    }
}
