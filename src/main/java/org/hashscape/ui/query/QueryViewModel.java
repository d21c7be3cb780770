package org.hashscape.ui.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.RasterScaling;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.job.Job.Work;
import org.hashscape.workbench.job.JobRunner.Lane;

/** What is known of the query image: its picture, first small and then sharp, and its facts. */
public final class QueryViewModel {

    /** Reads pictures; blocks. */
    public interface Pictures {

        Optional<Raster> thumbnail(Tile tile) throws IOException;

        Raster original(Tile tile) throws IOException;

        Raster outside(Path file) throws IOException;
    }

    /** One line of facts: "Date", "2024-07-01". */
    public record Fact(String name, String value) {}

    /** The query picture is never drawn larger than this. */
    private static final int LONGEST_EDGE = 768;

    private final Background background;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> labels = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Raster>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper pictureProblem = new ReadOnlyStringWrapper("");
    private long shown;

    public QueryViewModel(Background background) {
        this.background = background;
    }

    /** Nothing is asked. */
    public void clear() {
        shown++;
        title.set("");
        labels.set(List.of());
        facts.set(List.of());
        picture.set(Optional.empty());
        pictureProblem.set("");
    }

    public void show(Tile tile, Pictures pictures) {
        title.set(TileText.name(tile));
        labels.set(List.copyOf(tile.labels().names()));
        facts.set(factsOf(tile));
        load(progress -> pictures.thumbnail(tile), () -> pictures.original(tile));
    }

    public void show(Path outside, Pictures pictures) {
        title.set(String.valueOf(outside.getFileName()));
        labels.set(List.of());
        Path folder = outside.toAbsolutePath().getParent();
        facts.set(List.of(new Fact("Image from", String.valueOf(folder))));
        picture.set(Optional.empty());
        load(progress -> Optional.empty(), () -> pictures.outside(outside));
    }

    /** Key of the tile, or name of the outside file; empty where nothing is asked. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<String>> labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Raster>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why only the thumbnail shows; empty where all is well. */
    public ReadOnlyStringProperty pictureProblemProperty() {
        return pictureProblem.getReadOnlyProperty();
    }

    private void load(Work<Optional<Raster>> small, Original original) {
        long wanted = ++shown;
        pictureProblem.set("");
        background.runLatest("query thumbnail", Lane.READ, "Reading the query's thumbnail", small, found -> {
            if (wanted == shown && found.isPresent()) {
                picture.set(found);
            }
        });
        background.runLatest(
                "query picture",
                Lane.READ,
                "Reading the query's original",
                progress -> {
                    Raster whole = original.read();
                    progress.checkCancelled();
                    return RasterScaling.atMost(LONGEST_EDGE, whole);
                },
                new Outcome<Raster>() {
                    @Override
                    public void done(Raster sharp) {
                        if (wanted == shown) {
                            shown++; // a thumbnail that comes later is no longer wanted
                            picture.set(Optional.of(sharp));
                        }
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        if (wanted == shown) {
                            pictureProblem.set(sentence);
                        }
                    }
                });
    }

    @FunctionalInterface
    private interface Original {
        Raster read() throws IOException;
    }

    private static List<Fact> factsOf(Tile tile) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Size", TileText.size(tile)));
        facts.add(new Fact(
                "CRS", tile.footprint().map(footprint -> footprint.crs()).orElse("not georeferenced")));
        tile.footprint().ifPresent(footprint -> facts.add(new Fact("Centre", TileText.place(footprint.centre()))));
        facts.add(new Fact("Date", tile.acquired().map(Object::toString).orElse("unknown")));
        return List.copyOf(facts);
    }
}
