package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.archive.store.EvaluationTable;
import org.hashscape.archive.store.EvaluationTable.Run;
import org.hashscape.workbench.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The evaluations that an archive keeps. Thread-safe. */
public final class StoredEvaluations {

    private static final Logger LOG = LoggerFactory.getLogger(StoredEvaluations.class);

    private final EvaluationTable table;

    public StoredEvaluations(Archive archive) {
        this.table = archive.store().evaluations();
    }

    /** All of them, newest first; one that cannot be read is left out. */
    public List<StoredEvaluation> list() throws IOException {
        List<StoredEvaluation> list = new ArrayList<>();
        for (EvaluationTable.Evaluation stored : table.all()) {
            try {
                list.add(new StoredEvaluation(
                        stored.id(),
                        stored.started(),
                        EvaluationDocument.request(stored.request()),
                        stored.done(),
                        stored.planned(),
                        stored.done() >= stored.planned()));
            } catch (IllegalArgumentException damaged) {
                LOG.warn("Evaluation {} cannot be read", stored.id(), damaged);
            }
        }
        return list;
    }

    /** What was measured, in the order of the request; empty where there is no such evaluation. */
    public List<EvaluationRow> rows(long id) throws IOException {
        return table.runs(id).stream()
                .map(run -> EvaluationDocument.row(run.outcome()))
                .toList();
    }

    /** On which machines the rows were measured, each once. */
    public List<String> machines(long id) throws IOException {
        return table.runs(id).stream().map(Run::machine).distinct().toList();
    }

    /** The same of the newest evaluations of some requests. */
    public List<String> machinesOf(List<EvaluationRequest> requests) throws IOException {
        List<String> machines = new ArrayList<>();
        List<StoredEvaluation> known = list();
        for (EvaluationRequest request : requests) {
            for (StoredEvaluation evaluation : known) {
                if (evaluation.request().equals(request)) {
                    machines.addAll(machines(evaluation.id()));
                    break;
                }
            }
        }
        return machines.stream().distinct().toList();
    }

    /** Deletes an evaluation and the rows that no other one shows. Does nothing where there is none. */
    public void delete(long id) throws IOException {
        table.delete(id);
    }
}
