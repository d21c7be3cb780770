package org.hashscape.ui.region;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hashscape.model.Progress;
import org.hashscape.model.RegionMap;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.TileSet;
import org.hashscape.ui.query.SearchViewModel.Searcher;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.hashscape.workbench.multicode.RegionExplanation;

/**
 * The regions behind the answer on the screen. An answer is explained in the background once it shows; only the newest
 * explanation counts. Keeps which primitive is searched by, what primitives are called, and which of them filters.
 */
public final class RegionsViewModel {

    /** What knows the regions of the open archive, off the screen's thread. */
    public interface Explainer {

        RegionExplanation explain(QueryAnswer answer, Progress progress) throws IOException;

        QueryAnswer searchBy(QueryRequest request, int primitive, Progress progress) throws IOException;

        /** Keeps a name; a blank one takes the name away. @return all names then */
        Map<Integer, String> name(QueryRequest request, int primitive, String name, Progress progress)
                throws IOException;

        List<TileId> tilesShowing(QueryRequest request, int primitive, Progress progress) throws IOException;
    }

    /** Tiles with a shorter longest side have hardly room for shapes, pixels. */
    private static final int TINY = 32;

    private final Background background;
    private final BooleanProperty on = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<ShownRegions>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<QueryAnswer>> explained =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Integer, String>> names = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Integer>> filterBy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> only = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<TileSet>> filter = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Explainer> explainer = Optional.empty();
    private Optional<PrimitiveSearch> searched = Optional.empty();
    private Optional<QueryRequest> named = Optional.empty();
    private Runnable onAsk = () -> {};
    private long newest;

    public RegionsViewModel(Background background) {
        this.background = background;
        filter.addListener((property, before, now) -> {
            if (now.isEmpty()) {
                filterBy.set(Optional.empty());
            }
        });
    }

    /** Who asks the newest question again. */
    public void setOnAsk(Runnable action) {
        onAsk = action;
    }

    /** Explains the answers of another archive from now on. @return what to ask questions of */
    public Searcher use(Explainer archive, Searcher all) {
        PrimitiveSearch search = new PrimitiveSearch(all, archive::searchBy);
        explainer = Optional.of(archive);
        searched = Optional.of(search);
        filter.set(Optional.empty());
        names.set(Map.of());
        named = Optional.empty();
        clear();
        return search;
    }

    /** A new question is asked, by all its primitives; what shows of another query's regions goes. */
    public void asking(QuerySource source) {
        chooseAll();
        boolean other = shown.get()
                .filter(some -> !some.answer().request().source().equals(source))
                .isPresent();
        if (other) {
            newest++;
            shown.set(Optional.empty());
        }
    }

    /** There is no answer. */
    public void clear() {
        newest++;
        only.set(Optional.empty());
        shown.set(Optional.empty());
        explained.set(Optional.empty());
        sentence.set("");
    }

    /** An answer shows: its regions come as soon as they are known. */
    public void about(QueryAnswer answer) {
        if (explainer.isEmpty() || !SearchArchive.isMultiCode(answer.request().method())) {
            clear();
            return;
        }
        Explainer asked = explainer.get();
        Optional<Integer> by = searched.flatMap(search -> search.chosen(answer.request()));
        long wanted = ++newest;
        sentence.set("");
        explained.set(Optional.of(answer));
        background.runLatest(
                "regions",
                Lane.READ,
                "Reading the regions",
                progress -> ShownRegions.of(answer, asked.explain(answer, progress), by, progress),
                new Outcome<ShownRegions>() {
                    @Override
                    public void done(ShownRegions regions) {
                        if (wanted == newest) {
                            show(regions);
                        }
                    }

                    @Override
                    public void failed(String why, Background where) {
                        if (wanted == newest) {
                            shown.set(Optional.empty());
                            sentence.set("Regions cannot be shown. " + why);
                        }
                    }
                });
    }

    private void show(ShownRegions regions) {
        shown.set(Optional.of(regions));
        sentence.set(remark(regions));
        QueryRequest request = regions.answer().request();
        boolean otherModel = named.filter(former -> !sameModel(former, request)).isPresent();
        named = Optional.of(request);
        names.set(regions.names());
        if (otherModel) {
            filter.set(Optional.empty()); // its primitives are others
        }
    }

    /** What is special about the query, in words. */
    private static String remark(ShownRegions regions) {
        RegionMap map = regions.query().map();
        int longest = Math.max(map.width(), map.height());
        if (longest < TINY) {
            return "The query is only " + map.width() + " x " + map.height()
                    + " pixels: its regions say little about shape";
        }
        if (map.count() > 1) {
            return "";
        }
        return "The whole query is one region"
                + (regions.primitives().isEmpty() ? "" : ": it was compared by a single code");
    }

    /** Searches by a primitive alone, or by all again where that is so already. */
    public void toggle(int primitive) {
        if (onlyProperty().get().equals(Optional.of(primitive))) {
            searchByAll();
            return;
        }
        shown.get().ifPresent(regions -> {
            searched.ifPresent(search -> search.choose(regions.answer().request(), primitive));
            only.set(Optional.of(primitive));
            onAsk.run();
        });
    }

    public void searchByAll() {
        chooseAll();
        onAsk.run();
    }

    private void chooseAll() {
        searched.ifPresent(PrimitiveSearch::chooseAll);
        only.set(Optional.empty());
    }

    /** Names a primitive; a blank name takes its name away, and the filter with it. */
    public void name(int primitive, String name) {
        if (explainer.isEmpty() || named.isEmpty()) {
            return;
        }
        Explainer asked = explainer.get();
        QueryRequest request = named.get();
        background.run(
                Lane.READ,
                "Naming primitive " + ShownRegions.numbered(primitive),
                progress -> asked.name(request, primitive, name, progress),
                now -> {
                    if (explainer.equals(Optional.of(asked))
                            && named.filter(some -> sameModel(some, request)).isPresent()) {
                        names.set(now);
                        shown.set(shown.get().map(some -> some.withNames(now)));
                        filterBy.get().ifPresent(this::filterBy);
                    }
                });
    }

    /** Lets through only tiles that show a named primitive, in the archive and in results. */
    public void filterBy(int primitive) {
        String name = names.get().get(primitive);
        if (explainer.isEmpty() || named.isEmpty() || name == null) {
            showAll();
            return;
        }
        Explainer asked = explainer.get();
        QueryRequest request = named.get();
        filterBy.set(Optional.of(primitive));
        background.runLatest(
                "primitive filter",
                Lane.READ,
                "Finding tiles with " + name,
                progress -> new TileSet(name, Set.copyOf(asked.tilesShowing(request, primitive, progress))),
                found -> {
                    boolean wanted = explainer.equals(Optional.of(asked))
                            && filterBy.get().equals(Optional.of(primitive));
                    if (wanted) {
                        filter.set(Optional.of(found));
                    }
                });
    }

    /** Takes the filter away. */
    public void showAll() {
        filterBy.set(Optional.empty());
        filter.set(Optional.empty());
    }

    private static boolean sameModel(QueryRequest one, QueryRequest other) {
        return one.method().equals(other.method())
                && one.descriptor().equals(other.descriptor())
                && one.bits() == other.bits()
                && one.seed() == other.seed();
    }

    /** Whether regions are drawn. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** Whether the answer on the screen has regions, known already or not. */
    public boolean isExplained() {
        return explained.get().isPresent();
    }

    /** The answer whose regions show or are on their way. */
    ReadOnlyObjectProperty<Optional<QueryAnswer>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ShownRegions>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the regions of the answer on the screen are there, where it has any. */
    public boolean isSettled() {
        return explained.get().isEmpty()
                || !sentence.get().isEmpty()
                || shown.get().map(ShownRegions::answer).equals(explained.get());
    }

    /** The primitive that the newest question is asked by. */
    public ReadOnlyObjectProperty<Optional<Integer>> onlyProperty() {
        return only.getReadOnlyProperty();
    }

    /** Names of primitives of the model that was searched last. */
    public ReadOnlyObjectProperty<Map<Integer, String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** The primitive that filters; empty where none does. */
    public ReadOnlyObjectProperty<Optional<Integer>> filterByProperty() {
        return filterBy.getReadOnlyProperty();
    }

    /** The tiles that the filter lets through; emptied by whoever shows all tiles again. */
    public ObjectProperty<Optional<TileSet>> filterProperty() {
        return filter;
    }

    /** What is special about the query's regions; empty where nothing is. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
