package org.hashscape.ui.query;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hashscape.model.Mark;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.Feedback;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.QuerySource.ArchiveTile;
import org.hashscape.workbench.job.JobRunner.Lane;

/**
 * What the user has said about results, query by query. Marks of archive tiles are kept in the archive; those of outside
 * images last as long as the window. Every change can be undone, back to the state before, times included.
 */
public final class FeedbackViewModel {

    /** Where marks and labels are kept; called off the screen's thread. */
    public interface Keeper {

        Map<TileId, List<Mark>> all() throws IOException;

        void put(TileId query, Collection<Mark> marks) throws IOException;

        List<TileId> giveLabel(String label, Collection<TileId> tiles) throws IOException;

        void takeLabel(String label, Collection<TileId> tiles) throws IOException;
    }

    private static final int LONGEST_MEMORY = 200;

    /** A change that can be taken back. */
    private sealed interface Step {

        /** @param before the marks of the query before */
        record Marked(QuerySource source, SortedMap<TileId, Mark> before) implements Step {}

        /** @param changed tiles that did not carry the label before */
        record Labelled(String label, List<TileId> changed) implements Step {}
    }

    private final Background background;
    private final InstantSource clock;
    private final Map<QuerySource, SortedMap<TileId, Mark>> marks = new HashMap<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Map<TileId, Verdict>> shown = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private Optional<Keeper> keeper = Optional.empty();
    private Optional<Writing> writing = Optional.empty();
    private Optional<QuerySource> current = Optional.empty();
    private Runnable onMarks = () -> {};
    private Runnable onLabels = () -> {};

    /** @param clock tells the time of marks */
    public FeedbackViewModel(Background background, InstantSource clock) {
        this.background = background;
        this.clock = clock;
    }

    /** Who wants to know when the marks of the current query have changed. */
    public void setOnMarks(Runnable action) {
        onMarks = action;
    }

    /** Who wants to know when labels of tiles have changed. */
    public void setOnLabels(Runnable action) {
        onLabels = action;
    }

    /** Forgets the former archive and reads the marks that this one keeps. */
    public void use(Keeper now) {
        keeper = Optional.of(now);
        writing = Optional.of(new Writing(now));
        marks.clear();
        steps.clear();
        current = Optional.empty();
        update();
        background.run(Lane.READ, "Reading marks", progress -> now.all(), kept -> {
            if (keeper.equals(Optional.of(now))) {
                kept.forEach((query, said) -> marks.computeIfAbsent(new ArchiveTile(query), source -> byTile(said)));
                update();
                current.filter(marks::containsKey).ifPresent(source -> onMarks.run());
            }
        });
    }

    /** The query changes: its own marks show. */
    public void about(QuerySource source) {
        current = Optional.of(source);
        update();
    }

    /** What refines a query. */
    public Feedback of(QuerySource source) {
        return Feedback.of(marksOf(source).values());
    }

    /** Marks a result of the current query; the same mark once more takes it away. */
    public void mark(TileId tile, Verdict verdict) {
        current.ifPresent(source -> {
            SortedMap<TileId, Mark> now = new TreeMap<>(marksOf(source));
            Mark former = now.get(tile);
            if (former != null && former.verdict() == verdict) {
                now.remove(tile);
            } else {
                now.put(tile, new Mark(tile, verdict, Instant.ofEpochMilli(clock.millis())));
            }
            change(source, now);
        });
    }

    /** Takes all marks of the current query away. */
    public void clear() {
        current.filter(marks::containsKey).ifPresent(source -> change(source, new TreeMap<>()));
    }

    /** Gives the tiles marked right a label. */
    public void giveLabel(String label) {
        List<TileId> right = current.map(this::of).map(Feedback::right).orElse(List.of());
        keeper.filter(some -> !right.isEmpty())
                .ifPresent(kept -> background.run(
                        Lane.READ, "Giving the label " + label, progress -> kept.giveLabel(label, right), changed -> {
                            if (!changed.isEmpty()) {
                                remember(new Step.Labelled(label, changed));
                                onLabels.run();
                            }
                            background.tell(Notice.news(
                                    changed.isEmpty()
                                            ? "All of them carry the label “" + label.strip() + "” already."
                                            : TileText.count(changed.size(), "tile now carries", "tiles now carry")
                                                    + " the label “" + label.strip()
                                                    + "”. Query > Undo takes it back."));
                        }));
    }

    /** Takes the newest change back, whichever query it was about. */
    public void undo() {
        Step step = steps.pollLast();
        canUndo.set(!steps.isEmpty());
        if (step instanceof Step.Marked marked) {
            put(marked.source(), marked.before());
        } else if (step instanceof Step.Labelled labelled) {
            keeper.ifPresent(kept -> background.run(
                    Lane.READ,
                    "Taking the label back",
                    progress -> {
                        kept.takeLabel(labelled.label(), labelled.changed());
                        return true;
                    },
                    done -> onLabels.run()));
        }
    }

    /** What is marked in the current query. */
    public ReadOnlyObjectProperty<Map<TileId, Verdict>> marksProperty() {
        return shown.getReadOnlyProperty();
    }

    /** "Refined query: 3 right, 2 wrong"; empty where nothing is marked. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    private SortedMap<TileId, Mark> marksOf(QuerySource source) {
        return marks.getOrDefault(source, new TreeMap<>());
    }

    private void change(QuerySource source, SortedMap<TileId, Mark> now) {
        remember(new Step.Marked(source, marksOf(source)));
        put(source, now);
    }

    private void remember(Step step) {
        steps.addLast(step);
        if (steps.size() > LONGEST_MEMORY) {
            steps.removeFirst();
        }
        canUndo.set(true);
    }

    private void put(QuerySource source, SortedMap<TileId, Mark> now) {
        if (now.isEmpty()) {
            marks.remove(source);
        } else {
            marks.put(source, now);
        }
        if (source instanceof ArchiveTile tile) {
            writing.ifPresent(kept -> kept.write(tile.tile(), now));
        }
        update();
        if (current.equals(Optional.of(source))) {
            onMarks.run();
        }
    }

    private void update() {
        Map<TileId, Verdict> said = new HashMap<>();
        current.map(this::marksOf).orElse(new TreeMap<>()).forEach((tile, mark) -> said.put(tile, mark.verdict()));
        shown.set(Map.copyOf(said));
        Feedback feedback = current.map(this::of).orElse(Feedback.NONE);
        sentence.set(
                feedback.isEmpty()
                        ? ""
                        : "Refined query: " + feedback.right().size() + " right, "
                                + feedback.wrong().size() + " wrong");
    }

    private static SortedMap<TileId, Mark> byTile(List<Mark> said) {
        SortedMap<TileId, Mark> byTile = new TreeMap<>();
        said.forEach(mark -> byTile.put(mark.tile(), mark));
        return byTile;
    }

    /** Writes the newest state of each query, whichever of the jobs comes first. */
    private final class Writing {

        private final Keeper kept;
        private final Map<TileId, Collection<Mark>> unwritten = new ConcurrentHashMap<>();

        Writing(Keeper kept) {
            this.kept = kept;
        }

        void write(TileId query, SortedMap<TileId, Mark> now) {
            unwritten.put(query, List.copyOf(now.values()));
            background.run(
                    Lane.READ,
                    "Keeping marks",
                    progress -> {
                        flush();
                        return true;
                    },
                    done -> {});
        }

        private synchronized void flush() throws IOException {
            for (TileId query : List.copyOf(unwritten.keySet())) {
                Collection<Mark> newest = unwritten.get(query);
                if (newest != null) {
                    kept.put(query, newest);
                    unwritten.remove(query, newest);
                }
            }
        }
    }
}
