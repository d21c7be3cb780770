package org.hashscape.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Tile;
import org.hashscape.ui.archive.ArchiveViewModel;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.map.MapViewModel;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.map.MapPlace;
import org.hashscape.workbench.map.Ring;

/** Keeps the map, the archive's panel and the answer of one mind: tiles, filter, selection, results. */
final class MapLink {

    private final MapViewModel map;
    private final ArchiveViewModel archive;
    private final QuerySession queries;
    private TileCatalogue shown = new TileCatalogue(List.of());
    private String name = "";

    MapLink(MapViewModel map, ArchiveViewModel archive, QuerySession queries) {
        this.map = map;
        this.archive = archive;
        this.queries = queries;
    }

    void join() {
        map.onProperty().bind(archive.onMapProperty());
        archive.tilesProperty().addListener(changed -> tilesChanged());
        archive.showingProperty().addListener(changed -> tilesChanged());
        archive.selectedProperty().addListener((property, before, now) -> now.ifPresent(map::select));
        map.setOnSelect(tile -> archive.selectedProperty().set(Optional.of(tile)));
        map.setOnActivate(archive::activate);
        map.regionProperty()
                .addListener((property, before, now) -> archive.conditionsProperty()
                        .set(archive.conditionsProperty().get().in(now)));
        archive.conditionsProperty()
                .addListener((property, before, now) -> map.regionProperty().set(now.region()));
        queries.results()
                .resultsProperty()
                .addListener(changed -> map.resultsProperty()
                        .set(queries.results().answer().map(MapLink::places).orElse(List.of())));
    }

    private void tilesChanged() {
        if (archive.showingProperty().get() == Showing.NO_ARCHIVE) {
            map.close();
            shown = new TileCatalogue(List.of());
            return;
        }
        TileCatalogue now = archive.catalogue();
        if (now != shown && now.size() > 0) {
            boolean other = !name.equals(archive.nameProperty().get()) || shown.size() == 0;
            shown = now;
            name = archive.nameProperty().get();
            if (other) {
                map.open(now);
            } else {
                map.use(now);
            }
        }
        if (now.size() > 0) {
            map.setShown(archive.shown());
        }
    }

    private static List<MapPlace> places(QueryAnswer answer) {
        List<MapPlace> places = new ArrayList<>();
        answer.queryTile()
                .flatMap(tile -> tile.footprint().map(footprint -> queryPlace(tile, Ring.of(footprint))))
                .ifPresent(places::add);
        places.addAll(MapPlace.ranked(answer.tiles()));
        return List.copyOf(places);
    }

    private static MapPlace queryPlace(Tile tile, Ring ring) {
        return new MapPlace(tile.id(), ring, 0);
    }
}
