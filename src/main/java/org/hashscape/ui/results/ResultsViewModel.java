package org.hashscape.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.hashscape.model.Hit;
import org.hashscape.model.Tile;
import org.hashscape.ui.common.TileText;
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

    /** One place of the ranking, ready to be drawn. */
    public record Result(Hit hit, Tile tile, String distance, String shortDistance, Relevance relevance) {

        /** "Rank 3, forest, 3 of 32 bits, relevant". */
        public String spoken() {
            String verdict = switch (relevance) {
                case RELEVANT -> ", shares a label with the query";
                case IRRELEVANT -> ", shares no label with the query";
                case UNKNOWN -> "";
            };
            return "Rank " + hit.rank() + ", " + TileText.labels(tile.labels()) + ", " + distance + verdict;
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

    public void show(QueryAnswer now) {
        List<Result> places = new ArrayList<>();
        for (int position = 0; position < now.ranking().size(); position++) {
            Hit hit = now.ranking().hits().get(position);
            Relevance relevance = !now.judged()
                    ? Relevance.UNKNOWN
                    : now.relevantAt(position) ? Relevance.RELEVANT : Relevance.IRRELEVANT;
            places.add(new Result(
                    hit,
                    now.tiles().get(position),
                    TileText.distance(now, position),
                    TileText.shortDistance(now, position),
                    relevance));
        }
        answer = Optional.of(now);
        selected.set(Optional.empty());
        results.set(List.copyOf(places));
        summary.set(TileText.summary(now));
        note.set(now.note().orElse(""));
        showing.set(places.isEmpty() ? Showing.NOTHING_FOUND : Showing.RESULTS);
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

    /** "20 results in 1.8 ms, 600 candidates, P@20 .85"; empty without an answer. */
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
