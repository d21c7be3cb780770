package org.hashscape.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hashscape.model.Labels;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchiveViewModelTest {

    private final JobRunner jobs = new JobRunner();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final ArchiveViewModel model = new ArchiveViewModel(new Background(jobs, screen::add, notice -> {}));

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void showsEverythingAtFirst() {
        model.open("test", tiles("river", "river", "forest"));
        assertThat(model.showingProperty().get()).isEqualTo(Showing.TILES);
        assertThat(model.countProperty().get()).isEqualTo("3 tiles");
        assertThat(model.labelsProperty().get())
                .extracting(Object::toString)
                .containsExactly("All labels (3)", "forest (1)", "river (2)");
    }

    @Test
    void filtersInTheBackgroundAndSaysHowManyAreLeft() throws Exception {
        model.open("test", tiles("river", "river", "forest"));
        model.searchProperty().set("fores");
        settle();
        assertThat(model.tilesProperty().get()).extracting(Tile::key).containsExactly("forest/3.png");
        assertThat(model.countProperty().get()).isEqualTo("1 of 3 tiles");
        model.searchProperty().set("no such thing");
        settle();
        assertThat(model.showingProperty().get()).isEqualTo(Showing.NO_MATCH);
        model.clearFilter();
        settle();
        assertThat(model.tilesProperty().get()).hasSize(3);
    }

    @Test
    void filtersByLabelAndDropsALabelThatIsGone() throws Exception {
        model.open("test", tiles("river", "river", "forest"));
        model.labelProperty().set(Optional.of("river"));
        settle();
        assertThat(model.tilesProperty().get()).hasSize(2);
        model.refresh(tiles("forest", "forest"));
        settle();
        assertThat(model.labelProperty().get()).isEmpty();
        assertThat(model.tilesProperty().get()).hasSize(2);
    }

    @Test
    void findsAShownTileByItsId() throws Exception {
        model.open("test", tiles("river", "forest", "river"));
        model.labelProperty().set(Optional.of("river"));
        settle();
        assertThat(model.shownIndexOf(new TileId(3))).isEqualTo(1);
        assertThat(model.shownIndexOf(new TileId(2))).isEqualTo(-1);
    }

    @Test
    void anEmptyArchiveSaysSo() {
        model.open("test", new TileCatalogue(List.of()));
        assertThat(model.showingProperty().get()).isEqualTo(Showing.EMPTY_ARCHIVE);
        assertThat(model.countProperty().get()).isEqualTo("0 tiles");
    }

    @Test
    void anAnswerAboutTheFormerArchiveIsNotShown() throws Exception {
        model.open("one", tiles("river", "river"));
        model.searchProperty().set("river");
        model.open("two", tiles("forest"));
        settle();
        assertThat(model.tilesProperty().get()).extracting(Tile::key).containsExactly("forest/1.png");
    }

    /** Lets background work end and the screen catch up. */
    private void settle() throws Exception {
        for (int round = 0; round < 2; round++) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!jobs.unfinished().isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TimeUnit.MILLISECONDS.sleep(20);
            for (Runnable work = screen.poll(); work != null; work = screen.poll()) {
                work.run();
            }
        }
    }

    private static TileCatalogue tiles(String... labels) {
        List<Tile> tiles = new ArrayList<>();
        for (String label : labels) {
            int id = tiles.size() + 1;
            tiles.add(new Tile(
                    new TileId(id),
                    label + "/" + id + ".png",
                    8,
                    8,
                    3,
                    "PNG",
                    Labels.of(label),
                    Optional.empty(),
                    Optional.empty()));
        }
        return new TileCatalogue(tiles);
    }
}
