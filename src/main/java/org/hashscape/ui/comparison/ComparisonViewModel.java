package org.hashscape.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.query.MethodBarViewModel;
import org.hashscape.ui.query.Parameters;
import org.hashscape.ui.query.SearchViewModel;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.ui.query.SearchViewModel.Preload;
import org.hashscape.ui.query.SearchViewModel.Searcher;
import org.hashscape.ui.results.ResultsViewModel.Relevance;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.settings.Settings.ColumnChoice;

/**
 * Several methods side by side. Each column asks on its own, and its newest question alone gets to the screen; what is
 * painted changes only when all columns belong to the same question, so that ranks beside each other always are of one
 * query.
 */
public final class ComparisonViewModel {

    /** Methods offered to a new column: quick ones first, whichever is not there yet. */
    private static final List<String> NEXT = List.of("exhaustive", "kslsh", "itq", "klsh", "lsh");

    private final Background background;
    private final List<Choice> methods;
    private final List<Choice> descriptors;
    private final ObservableList<ComparisonColumn> columns = FXCollections.observableArrayList();
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Place>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Place>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final WhyViewModel why;
    private Optional<Searcher> searcher = Optional.empty();
    private Preload preload = (tiles, progress) -> {};
    private Optional<QueryRequest> asked = Optional.empty();
    private Map<TileId, Verdict> marks = Map.of();
    private Consumer<List<ColumnChoice>> onChoices = choices -> {};
    private Consumer<Tile> onActivate = tile -> {};
    private boolean asking;
    private int made;

    /** @param start columns of last time; empty for the usual ones */
    public ComparisonViewModel(
            Background background,
            List<Choice> methods,
            List<Choice> descriptors,
            List<ColumnChoice> start,
            ColumnChoice single) {
        this.background = background;
        this.methods = methods;
        this.descriptors = descriptors;
        this.why = new WhyViewModel(background);
        List<ColumnChoice> first = new ArrayList<>(start.subList(0, Math.min(Comparison.MOST, start.size())));
        if (first.isEmpty()) {
            first.add(single);
        }
        while (first.size() < Comparison.FEWEST) {
            first.add(unlike(first));
        }
        first.forEach(choice -> columns.add(column(choice)));
        on.addListener(changed -> askAll());
        selected.addListener(changed -> why.explain(comparison.get(), selected.get()));
    }

    /** Searches another archive from now on. */
    public void use(Searcher archive, WhyViewModel.Explainer explainer, Preload firstDrawn) {
        searcher = Optional.of(archive);
        preload = firstDrawn;
        asked = Optional.empty();
        why.use(explainer);
        columns.forEach(column -> column.search().search(archive, firstDrawn));
        show(Optional.empty());
    }

    /** Asks what the window asks: its source, its k and its marks, by the method of each column. */
    public void ask(QueryRequest request) {
        asked = Optional.of(request);
        askAll();
    }

    public void add() {
        if (columns.size() < Comparison.MOST) {
            List<ColumnChoice> there =
                    columns.stream().map(ComparisonColumn::choice).toList();
            ComparisonColumn added = column(unlike(there));
            columns.add(added);
            onChoices.accept(choices());
            askOne(added);
        }
    }

    public void remove(ComparisonColumn column) {
        if (columns.size() > Comparison.FEWEST && columns.remove(column)) {
            column.search().search(null, (tiles, progress) -> {});
            onChoices.accept(choices());
            publish();
        }
    }

    /** Shows what the user has said about results. */
    public void setMarks(Map<TileId, Verdict> said) {
        if (!said.equals(marks)) {
            marks = Map.copyOf(said);
            places.set(placesOf(comparison.get()));
        }
    }

    /** Who wants to know which methods are chosen. */
    public void setOnChoices(Consumer<List<ColumnChoice>> action) {
        onChoices = action;
    }

    /** Who wants to know when a result shall become the query. */
    public void setOnActivate(Consumer<Tile> action) {
        onActivate = action;
    }

    public void activate(Tile tile) {
        onActivate.accept(tile);
    }

    /** Whether methods are compared at all; while not, nothing is asked. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** Two to four, left to right. */
    public ObservableList<ComparisonColumn> columns() {
        return columns;
    }

    /** What is painted. */
    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** The same row by row: all columns of rank 1, then of rank 2. */
    ReadOnlyObjectProperty<List<Place>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Place>> selectedProperty() {
        return selected;
    }

    public WhyViewModel why() {
        return why;
    }

    /** Whether every column has an answer, a reason for having none, or longer work to wait for. */
    public boolean isSettled() {
        return asked.isEmpty() || columns.stream().allMatch(ComparisonColumn::isSettled);
    }

    /** Whether descriptors, models or codes are being made for a column. */
    public boolean isPreparing() {
        return columns.stream()
                .anyMatch(column -> column.search().phaseProperty().get() instanceof Phase.Preparing);
    }

    /** The methods as chosen now, left to right. */
    public List<ColumnChoice> choices() {
        return columns.stream().map(ComparisonColumn::choice).toList();
    }

    private ColumnChoice unlike(List<ColumnChoice> there) {
        ColumnChoice last = there.get(there.size() - 1);
        String method = NEXT.stream()
                .filter(next ->
                        there.stream().noneMatch(choice -> choice.method().equals(next)))
                .findFirst()
                .orElse("exhaustive");
        return new ColumnChoice(method, last.descriptor(), last.bits());
    }

    private ComparisonColumn column(ColumnChoice choice) {
        MethodBarViewModel bar = new MethodBarViewModel(
                methods,
                descriptors,
                new Parameters(
                        choice.method(), choice.descriptor(), choice.bits(), 1, new Lookup.FullRanking(), false));
        bar.set(bar.parametersProperty().get());
        SearchViewModel search = new SearchViewModel(background, "comparison " + made++, bar::name);
        searcher.ifPresent(archive -> search.search(archive, preload));
        ComparisonColumn column = new ComparisonColumn(bar, search);
        InvalidationListener settled = changed -> publish();
        search.phaseProperty().addListener(settled);
        bar.parametersProperty().addListener(changed -> {
            onChoices.accept(choices());
            askOne(column);
        });
        return column;
    }

    private void askAll() {
        asking = true; // a column that answers at once must not be shown beside those of the question before
        columns.forEach(this::askOne);
        asking = false;
        publish();
    }

    private void askOne(ComparisonColumn column) {
        asked.filter(request -> on.get()).ifPresent(column::ask);
    }

    private void publish() {
        boolean ready = on.get() && !asking && columns.stream().allMatch(ComparisonColumn::isSettled);
        if (ready) {
            show(Optional.of(
                    new Comparison(columns.stream().map(ComparisonColumn::shown).toList())));
        }
    }

    private void show(Optional<Comparison> now) {
        if (now.isEmpty()) {
            selected.set(Optional.empty());
        }
        comparison.set(now);
        places.set(placesOf(now));
    }

    private List<Place> placesOf(Optional<Comparison> now) {
        List<Place> all = new ArrayList<>();
        now.ifPresent(some -> {
            for (int row = 0; row < some.rows(); row++) {
                for (int column = 0; column < some.columns().size(); column++) {
                    all.add(new Place(column, row + 1, shownAt(some, column, row)));
                }
            }
        });
        return List.copyOf(all);
    }

    private Optional<Place.Shown> shownAt(Comparison some, int column, int row) {
        Optional<QueryAnswer> answer = some.columns().get(column).answer();
        return answer.filter(found -> row < found.tiles().size()).map(found -> {
            Tile tile = found.tiles().get(row);
            Relevance relevance = !found.judged()
                    ? Relevance.UNKNOWN
                    : found.relevantAt(row) ? Relevance.RELEVANT : Relevance.IRRELEVANT;
            List<OptionalInt> ranks = new ArrayList<>();
            for (int other = 0; other < some.columns().size(); other++) {
                ranks.add(some.rankIn(other, tile.id()));
            }
            return new Place.Shown(
                    found.ranking().hits().get(row),
                    tile,
                    TileText.distance(found, row),
                    relevance,
                    Optional.ofNullable(marks.get(tile.id())),
                    List.copyOf(ranks));
        });
    }
}
