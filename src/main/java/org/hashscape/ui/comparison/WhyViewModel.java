package org.hashscape.ui.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.Explanation;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.job.JobRunner.Lane;

/** Why the selected result is where it is, by each method. */
public final class WhyViewModel {

    /** Compares a tile with the query; called off the screen's thread. */
    @FunctionalInterface
    public interface Explainer {
        Explanation explain(QueryRequest request, TileId tile, Progress progress) throws IOException;
    }

    /**
     * What one method says.
     *
     * @param rank empty where the tile is not among its results
     * @param explanation empty where the method has no answer
     */
    public record Said(QueryRequest request, OptionalInt rank, Optional<Explanation> explanation) {}

    /** The selected result, and what each method says of it, left to right. */
    public record Why(Tile tile, List<Said> methods) {}

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Why>> why = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Explainer> explainer = Optional.empty();
    private long questions;

    WhyViewModel(Background background) {
        this.background = background;
    }

    public ReadOnlyObjectProperty<Optional<Why>> whyProperty() {
        return why.getReadOnlyProperty();
    }

    void use(Explainer now) {
        explainer = Optional.of(now);
    }

    void explain(Optional<Comparison> comparison, Optional<Place> place) {
        long question = ++questions;
        Optional<Tile> tile = place.flatMap(Place::shown).map(Place.Shown::tile);
        if (comparison.isEmpty() || tile.isEmpty() || explainer.isEmpty()) {
            why.set(Optional.empty());
            return;
        }
        Explainer asked = explainer.get();
        background.runLatest(
                "why",
                Lane.QUERY,
                "Comparing with the query",
                progress -> answer(asked, comparison.get(), tile.get(), progress),
                found -> {
                    if (question == questions) {
                        why.set(Optional.of(found));
                    }
                });
    }

    private static Why answer(Explainer asked, Comparison comparison, Tile tile, Progress progress) throws IOException {
        List<Said> methods = new ArrayList<>();
        for (int column = 0; column < comparison.columns().size(); column++) {
            progress.checkCancelled();
            Column some = comparison.columns().get(column);
            Optional<Explanation> explanation = some.answer().isPresent()
                    ? Optional.of(asked.explain(some.request(), tile.id(), progress))
                    : Optional.empty();
            methods.add(new Said(some.request(), comparison.rankIn(column, tile.id()), explanation));
        }
        return new Why(tile, List.copyOf(methods));
    }
}
