package org.hashscape.ui.archive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.TileSet;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.TileRows;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.job.JobRunner.Lane;

/** Which tiles of the archive are shown, and which one is selected. */
public final class ArchiveViewModel {

    /** What the panel has to show. */
    public enum Showing {
        NO_ARCHIVE,
        OPENING,
        EMPTY_ARCHIVE,
        NO_MATCH,
        TILES
    }

    /** An entry of the label filter; no label lets every tile through. */
    public record LabelChoice(Optional<String> label, int tiles) {

        @Override
        public String toString() {
            return label.orElse("All labels") + " (" + TileText.count(tiles) + ")";
        }
    }

    private static final TileCatalogue NOTHING = new TileCatalogue(List.of());

    private final Background background;
    private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>(Showing.NO_ARCHIVE);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Tile>> tiles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LabelChoice>> labels = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> label = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TileFilter> conditions = new SimpleObjectProperty<>(TileFilter.NONE);
    private final ReadOnlyObjectWrapper<TileFilter> filter = new ReadOnlyObjectWrapper<>(TileFilter.NONE);
    private final BooleanProperty resultsFollow = new SimpleBooleanProperty(true);
    private final BooleanProperty onMap = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<TileSet>> among = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<TileId>> selected = new SimpleObjectProperty<>(Optional.empty());
    private Consumer<Tile> onActivate = tile -> {};
    private TileCatalogue catalogue = NOTHING;
    private TileRows shown = NOTHING.tiles();

    public ArchiveViewModel(Background background) {
        this.background = background;
        search.addListener(changed -> conditionsChanged());
        label.addListener(changed -> conditionsChanged());
        conditions.addListener(changed -> conditionsChanged());
        among.addListener(changed -> filter());
    }

    /** An archive is on its way. */
    public void opening(String archiveName) {
        close();
        name.set(archiveName);
        showing.set(Showing.OPENING);
    }

    /** Shows an archive from its beginning, unfiltered. */
    public void open(String archiveName, TileCatalogue tilesNow) {
        catalogue = NOTHING;
        search.set("");
        label.set(Optional.empty());
        conditions.set(TileFilter.NONE);
        among.set(Optional.empty());
        selected.set(Optional.empty());
        name.set(archiveName);
        refresh(tilesNow);
    }

    /** Shows what has become of the open archive, keeping filter and selection. */
    public void refresh(TileCatalogue tilesNow) {
        catalogue = tilesNow;
        labels.set(choices(tilesNow));
        Set<String> known = tilesNow.labelCounts().keySet();
        TileFilter before = filter.get();
        if (label.get().filter(name -> !known.contains(name)).isPresent()) {
            label.set(Optional.empty()); // filters
        }
        conditions.set(among(known, conditions.get())); // filters, if it changes anything
        if (!before.equals(filter.get())) {
            return;
        }
        if (unfiltered()) {
            show(tilesNow.tiles());
        } else {
            filter();
        }
    }

    /** A label that no tile carries any more cannot be asked for. */
    private static TileFilter among(Set<String> known, TileFilter asked) {
        return asked.withAll(kept(asked.all(), known))
                .withAny(kept(asked.any(), known))
                .withNone(kept(asked.none(), known));
    }

    private static List<String> kept(Collection<String> labels, Set<String> known) {
        return labels.stream().filter(known::contains).toList();
    }

    public void close() {
        catalogue = NOTHING;
        name.set("");
        count.set("");
        shown = NOTHING.tiles();
        tiles.set(shown);
        labels.set(List.of());
        showing.set(Showing.NO_ARCHIVE);
    }

    public void clearFilter() {
        search.set("");
        label.set(Optional.empty());
        conditions.set(TileFilter.NONE);
        among.set(Optional.empty());
    }

    /** Takes one condition away, wherever it was set. */
    public void remove(TileFilter.Part part) {
        switch (part.kind()) {
            case TEXT -> search.set("");
            case ALL -> {
                if (label.get().equals(Optional.of(part.label()))) {
                    label.set(Optional.empty());
                }
                conditions.set(conditions.get().without(part));
            }
            default -> conditions.set(conditions.get().without(part));
        }
    }

    /** Who wants to know when a tile shall become the query. */
    public void setOnActivate(Consumer<Tile> action) {
        onActivate = action;
    }

    public void activate(Tile tile) {
        selected.set(Optional.of(tile.id()));
        onActivate.accept(tile);
    }

    /** The tile of the open archive, shown or not. */
    public Optional<Tile> tile(TileId id) {
        int row = catalogue.rowOf(id);
        return row < 0 ? Optional.empty() : Optional.of(catalogue.tile(row));
    }

    /** Where the tile stands among those shown, or -1. */
    public int shownIndexOf(TileId id) {
        return shown.indexOf(id);
    }

    public ReadOnlyObjectProperty<Showing> showingProperty() {
        return showing.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** "600 tiles", or "42 of 600 tiles" while a filter is on. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Tile>> tilesProperty() {
        return tiles.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<LabelChoice>> labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Optional<String>> labelProperty() {
        return label;
    }

    /** Tiles that are let through, where not all are. */
    public ObjectProperty<Optional<TileSet>> amongProperty() {
        return among;
    }

    public ObjectProperty<Optional<TileId>> selectedProperty() {
        return selected;
    }

    /** What tiles must be like besides {@link #searchProperty} and {@link #labelProperty}. */
    public ObjectProperty<TileFilter> conditionsProperty() {
        return conditions;
    }

    /** What tiles must be like, all together. */
    public ReadOnlyObjectProperty<TileFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** Whether only tiles that pass the filter are found. */
    public BooleanProperty resultsFollowProperty() {
        return resultsFollow;
    }

    /** Whether tiles show on the map instead of the grid. */
    public BooleanProperty onMapProperty() {
        return onMap;
    }

    /** The tiles of the open archive, filtered or not. */
    public TileCatalogue catalogue() {
        return catalogue;
    }

    /** The same as {@link #tilesProperty}, as rows of the catalogue. */
    public TileRows shown() {
        return shown;
    }

    private boolean unfiltered() {
        return filter.get().isNone() && among.get().isEmpty();
    }

    private void conditionsChanged() {
        TreeSet<String> all = new TreeSet<>(conditions.get().all());
        label.get().ifPresent(all::add);
        TileFilter now = conditions.get().withAll(all).mentioning(search.get());
        if (!now.equals(filter.get())) {
            filter.set(now);
            filter();
        }
    }

    private void filter() {
        TileCatalogue asked = catalogue;
        TileFilter wanted = filter.get();
        Optional<TileSet> let = among.get();
        background.runLatest("filter", Lane.READ, "Filtering", progress -> matching(asked, wanted, let), found -> {
            if (asked == catalogue) {
                show(found);
            }
        });
    }

    private static TileRows matching(TileCatalogue asked, TileFilter wanted, Optional<TileSet> let) {
        if (wanted.isNone() && let.isEmpty()) {
            return asked.tiles();
        }
        BitSet rows = asked.passing(wanted);
        let.ifPresent(some -> rows.and(asked.rowsOf(some.tiles())));
        return TileRows.of(asked, rows);
    }

    private void show(TileRows found) {
        shown = found;
        tiles.set(found);
        boolean all = found.size() == catalogue.size();
        count.set(
                (all ? "" : TileText.count(found.size()) + " of ") + TileText.count(catalogue.size(), "tile", "tiles"));
        showing.set(catalogue.size() == 0 ? Showing.EMPTY_ARCHIVE : found.isEmpty() ? Showing.NO_MATCH : Showing.TILES);
    }

    private static List<LabelChoice> choices(TileCatalogue catalogue) {
        List<LabelChoice> choices = new ArrayList<>();
        choices.add(new LabelChoice(Optional.empty(), catalogue.size()));
        for (Map.Entry<String, Integer> entry : catalogue.labelCounts().entrySet()) {
            choices.add(new LabelChoice(Optional.of(entry.getKey()), entry.getValue()));
        }
        return List.copyOf(choices);
    }
}
