package org.hashscape.ui.results;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hashscape.model.Hit;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.TileSet;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.FoldedRanking;
import org.hashscape.workbench.FoldedRanking.Entry;
import org.hashscape.workbench.FoldedRanking.Sameness;
import org.hashscape.workbench.QueryAnswer;

/** The ranking on screen and the result selected in it. */
public final class ResultsViewModel {

    /** What the pane has to show. */
    public enum Showing {
        NOTHING_ASKED,
        PREPARING,
        FAILED,
        STOPPED,
        NOTHING_FOUND,
        RESULTS
    }

    /** What labels say about a result. */
    public enum Relevance {
        RELEVANT,
        IRRELEVANT,
        UNKNOWN
    }

    /**
     * One place of the ranking, ready to be drawn.
     *
     * @param mark what the user said about it, if anything
     * @param copies tiles of the entry that this one stands for; 1 for a tile alone, 0 for one shown below another
     * @param opened whether the others of the entry are shown too
     */
    public record Result(
            Hit hit,
            Tile tile,
            String distance,
            String shortDistance,
            Relevance relevance,
            Optional<Verdict> mark,
            int copies,
            boolean opened) {

        /** "Rank 3, forest, 3 of 32 bits, relevant". */
        public String spoken() {
            String verdict = switch (relevance) {
                case RELEVANT -> ", shares a label with the query";
                case IRRELEVANT -> ", shares no label with the query";
                case UNKNOWN -> "";
            };
            String said = mark.map(word -> word == Verdict.RIGHT ? ", marked right" : ", marked wrong")
                    .orElse("");
            String same = copies > 1 ? ", stands for " + copies + " tiles that show almost the same" : "";
            return "Rank " + hit.rank() + ", " + TileText.labels(tile.labels()) + ", " + distance + verdict + said
                    + same;
        }
    }

    private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>(Showing.NOTHING_ASKED);
    private final ReadOnlyObjectWrapper<List<Result>> results = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Result>> selected = new SimpleObjectProperty<>(Optional.empty());
    private Optional<QueryAnswer> answer = Optional.empty();
    private Consumer<Tile> onActivate = tile -> {};

    private final BooleanProperty folding = new SimpleBooleanProperty(true);
    private final Set<Integer> openedEntries = new HashSet<>();
    private Map<TileId, Verdict> marks = Map.of();
    private Optional<TileSet> filter = Optional.empty();
    private String remark = "";
    private Sameness sameness = (one, other) -> false;

    public ResultsViewModel() {
        folding.addListener(changed -> {
            openedEntries.clear();
            showAgain();
        });
    }

    /** Who tells which results show the same. */
    public void setSameness(Sameness teller) {
        sameness = teller;
    }

    /** Whether results that show almost the same are folded into one entry. */
    public BooleanProperty foldingProperty() {
        return folding;
    }

    /** Opens or closes the entry that a result stands for. */
    public void toggle(Result result) {
        int rank = result.hit().rank();
        if (result.copies() > 1) {
            if (!openedEntries.remove(rank)) {
                openedEntries.add(rank);
            }
            showAgain();
        }
    }

    /** Shows what the user has said about results. */
    public void setMarks(Map<TileId, Verdict> said) {
        if (!said.equals(marks)) {
            marks = Map.copyOf(said);
            showAgain();
        }
    }

    /** Shows only results among some tiles, or all of them. Precision is over all. */
    public void setFilter(Optional<TileSet> tiles) {
        filter = tiles;
        showAgain();
    }

    /** What else there is to tell about the answer; empty where nothing is. */
    public void setRemark(String sentenceNow) {
        remark = sentenceNow;
        showAgain();
    }

    public void show(QueryAnswer now) {
        answer = Optional.of(now);
        openedEntries.clear();
        selected.set(Optional.empty());
        showAgain();
        showing.set(now.tiles().isEmpty() ? Showing.NOTHING_FOUND : Showing.RESULTS);
    }

    /** The same answer after what is shown of it has changed. */
    private void showAgain() {
        answer.ifPresent(now -> {
            FoldedRanking folded = FoldedRanking.of(now.ranking(), folding.get() ? sameness : (one, other) -> false);
            List<Result> places = new ArrayList<>();
            for (Entry entry : folded.entries()) {
                List<Integer> passed = entry.positions().stream()
                        .filter(place -> passes(now, place))
                        .toList();
                boolean open = openedEntries.contains(entry.first() + 1);
                for (int i = 0; i < (open ? passed.size() : Math.min(1, passed.size())); i++) {
                    places.add(place(now, passed.get(i), i == 0 ? passed.size() : 0, open));
                }
            }
            results.set(List.copyOf(places));
            summary.set(TileText.summary(now) + counted(now, folded.folded()));
            note.set(Stream.of(String.join(". ", now.remarks()), remark, filtered(now))
                    .filter(some -> !some.isEmpty())
                    .collect(Collectors.joining(". ")));
        });
    }

    private boolean passes(QueryAnswer now, int position) {
        return filter.isEmpty()
                || filter.get().tiles().contains(now.tiles().get(position).id());
    }

    private String filtered(QueryAnswer now) {
        return filter.map(some -> now.tiles().stream()
                                .filter(tile -> some.tiles().contains(tile.id()))
                                .count()
                        + " of " + now.tiles().size() + " have primitive “" + some.name() + "”")
                .orElse("");
    }

    /** Precision never leaves folded tiles out, and says so. */
    private static String counted(QueryAnswer now, int hidden) {
        return hidden == 0 ? "" : (now.judged() ? " over all tiles, " : ", ") + hidden + " of them folded";
    }

    private Result place(QueryAnswer now, int position, int copies, boolean open) {
        Hit hit = now.ranking().hits().get(position);
        Relevance relevance = !now.judged()
                ? Relevance.UNKNOWN
                : now.relevantAt(position) ? Relevance.RELEVANT : Relevance.IRRELEVANT;
        return new Result(
                hit,
                now.tiles().get(position),
                TileText.distance(now, position),
                TileText.shortDistance(now, position),
                relevance,
                Optional.ofNullable(marks.get(hit.tile())),
                copies,
                open);
    }

    /** The model must be made first. */
    public void preparing(String what) {
        clear();
        sentence.set(what + ". The answer appears here when it is done.");
        showing.set(Showing.PREPARING);
    }

    public void failed(String why) {
        clear();
        sentence.set(why);
        showing.set(Showing.FAILED);
    }

    public void stopped() {
        clear();
        showing.set(Showing.STOPPED);
    }

    public void nothingAsked() {
        clear();
        showing.set(Showing.NOTHING_ASKED);
    }

    private void clear() {
        answer = Optional.empty();
        selected.set(Optional.empty());
        results.set(List.of());
        sentence.set("");
        summary.set("");
        note.set("");
    }

    /** Who wants to know when a result shall become the query. */
    public void setOnActivate(Consumer<Tile> action) {
        onActivate = action;
    }

    public void activate(Tile tile) {
        onActivate.accept(tile);
    }

    public Optional<QueryAnswer> answer() {
        return answer;
    }

    public ReadOnlyObjectProperty<Showing> showingProperty() {
        return showing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Result>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** What is being prepared, or why there is no answer. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** "20 results in 1.8 ms, 600 candidates, P@20 0.85"; empty without an answer. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What the answer itself has to tell, as a widened radius. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Result>> selectedProperty() {
        return selected;
    }
}
