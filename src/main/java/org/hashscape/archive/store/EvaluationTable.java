package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evaluations and the runs they consist of. Requests and outcomes are JSON that the workbench reads and writes. */
public final class EvaluationTable {

    private final ArchiveStore store;

    EvaluationTable(ArchiveStore store) {
        this.store = store;
    }

    /**
     * An evaluation.
     *
     * @param request JSON
     * @param done runs it has so far
     */
    public record Evaluation(long id, Instant started, String request, int done, int planned) {}

    /**
     * A run.
     *
     * @param inputs digest of everything that decides the figures
     * @param madeOf those inputs, JSON
     * @param outcome the figures, JSON
     */
    public record Run(
            long id, String inputs, String madeOf, String outcome, String version, String machine, Instant finished) {}

    public long create(String request, int planned) throws IOException {
        return store.write(handle -> handle.createQuery(
                        "INSERT INTO evaluation (started, request, planned) VALUES (:started, :request, :planned)"
                                + " RETURNING id")
                .bind("started", Instant.now().toString())
                .bind("request", request)
                .bind("planned", planned)
                .mapTo(Long.class)
                .one());
    }

    /** Says how many runs an evaluation turned out to have. */
    public void plan(long evaluation, int planned) throws IOException {
        store.write(handle -> handle.execute("UPDATE evaluation SET planned = ? WHERE id = ?", planned, evaluation));
    }

    /** Newest first. */
    public List<Evaluation> all() throws IOException {
        return store.read(handle -> handle.createQuery("""
                        SELECT id, started, request, planned,
                               (SELECT count(*) FROM evaluation_run WHERE evaluation_id = evaluation.id) AS done
                        FROM evaluation ORDER BY id DESC
                        """)
                .map((rows, context) -> new Evaluation(
                        rows.getLong("id"),
                        Instant.parse(rows.getString("started")),
                        rows.getString("request"),
                        rows.getInt("done"),
                        rows.getInt("planned")))
                .list());
    }

    public Optional<Run> find(String inputs) throws IOException {
        return store.read(handle -> handle.createQuery("SELECT * FROM run WHERE inputs = :inputs")
                .bind("inputs", inputs)
                .map((rows, context) -> run(rows))
                .findOne());
    }

    /** The runs of an evaluation, in the order of its request. */
    public List<Run> runs(long evaluation) throws IOException {
        return store.read(handle -> handle.createQuery("""
                        SELECT run.* FROM evaluation_run JOIN run ON run.id = run_id
                        WHERE evaluation_id = :evaluation ORDER BY place
                        """)
                .bind("evaluation", evaluation)
                .map((rows, context) -> run(rows))
                .list());
    }

    /** Keeps a run, in place of one with the same inputs, and says its number. */
    public long put(String inputs, String madeOf, String outcome, String version, String machine) throws IOException {
        return store.write(handle -> handle.createQuery("""
                        INSERT INTO run (inputs, made_of, outcome, version, machine, finished, sum)
                        VALUES (:inputs, :madeOf, :outcome, :version, :machine, :finished, :sum)
                        ON CONFLICT (inputs) DO UPDATE SET made_of = excluded.made_of, outcome = excluded.outcome,
                            version = excluded.version, machine = excluded.machine, finished = excluded.finished,
                            sum = excluded.sum
                        RETURNING id
                        """)
                .bind("inputs", inputs)
                .bind("madeOf", madeOf)
                .bind("outcome", outcome)
                .bind("version", version)
                .bind("machine", machine)
                .bind("finished", Instant.now().toString())
                .bind("sum", sum(inputs, outcome))
                .mapTo(Long.class)
                .one());
    }

    private static long sum(String inputs, String outcome) {
        return new RowSum().text(inputs).text(outcome).value();
    }

    /** Makes a run part of an evaluation that still exists. */
    public void add(long evaluation, int place, long run) throws IOException {
        store.write(handle -> handle.execute(
                "INSERT OR REPLACE INTO evaluation_run (evaluation_id, place, run_id)"
                        + " SELECT id, ?, ? FROM evaluation WHERE id = ?",
                place,
                run,
                evaluation));
    }

    /** Deletes an evaluation, and the runs that no other one shows. */
    public void delete(long evaluation) throws IOException {
        store.write(handle -> {
            handle.execute("DELETE FROM evaluation WHERE id = ?", evaluation);
            return handle.execute("DELETE FROM run WHERE id NOT IN (SELECT run_id FROM evaluation_run)");
        });
    }

    private static Run run(ResultSet rows) throws SQLException {
        long kept = rows.getLong("sum");
        if (!rows.wasNull() && kept != sum(rows.getString("inputs"), rows.getString("outcome"))) {
            throw new DamagedRowException("a measured row does not match its checksum");
        }
        return new Run(
                rows.getLong("id"),
                rows.getString("inputs"),
                rows.getString("made_of"),
                rows.getString("outcome"),
                rows.getString("version"),
                rows.getString("machine"),
                Instant.parse(rows.getString("finished")));
    }
}
