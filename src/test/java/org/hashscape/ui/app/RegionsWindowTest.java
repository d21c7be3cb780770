package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.region.RegionOverlay;
import org.hashscape.ui.region.RegionsViewModel;
import org.hashscape.ui.results.ResultsViewModel.Result;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.multicode.ExplainRegions;
import org.hashscape.workbench.multicode.ExplainedTile;
import org.hashscape.workbench.multicode.RegionMatch;
import org.hashscape.workbench.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions in the real window: seen, clicked, named and filtered by. */
class RegionsWindowTest {

    private static final String QUERY = "spots/spots003.png";

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.make(folder, 20);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void clickedNamedReopenedAndFilteredAsTheWorkbenchSays() throws IOException {
        open();
        ask();
        QueryRequest request = request();
        RegionMatch region;
        double[] inside;
        QueryAnswer expected;
        try (Archive read = Workspace.open(archive)) {
            ExplainRegions slow = new ExplainRegions(new SearchArchive(read));
            ExplainedTile tile = slow.query(request, Progress.NONE);
            region = tile.regions().stream()
                    .filter(RegionMatch::counted)
                    .findFirst()
                    .orElseThrow();
            inside = insideOf(tile, region.region());
            expected = slow.searchBy(request, region.primitive(), Progress.NONE);
        }
        List<TileId> all = answered().ranking().tiles();
        clickOn(inside);
        window.until(
                "the answer by one primitive",
                () -> regions().isSettled()
                        && answerNow().bits() == 8
                        && answerNow().note().isPresent());
        assertThat(answered().ranking()).isEqualTo(expected.ranking());
        assertThat(regions().onlyProperty().get()).contains(region.primitive());

        String button = "#primitive-" + (region.primitive() + 1);
        window.until("the legend", () -> window.view.lookup(button) != null && window.view.isComplete());
        TestWindow.frames(10); // the legend is built anew by each answer, and takes the focus along a moment later
        window.until("the focus", () -> {
            Node node = window.view.lookup(button);
            node.requestFocus();
            return node.isFocused();
        });
        TestWindow.frames(3);
        window.robot.type(KeyCode.SPACE);
        window.until(
                "all again",
                () -> regions().onlyProperty().get().isEmpty()
                        && answerNow().ranking().tiles().equals(all)
                        && regions().isSettled());

        onScreen(() -> {
            regions().name(region.primitive(), "spotted");
            return true;
        });
        window.until("the name", () -> regions().namesProperty().get().containsValue("spotted"));
        window.close();
        open();
        ask();
        assertThat(onScreen(() -> regions().namesProperty().get())).isEqualTo(Map.of(region.primitive(), "spotted"));

        assertThat(onScreen(() -> window.view.lookup("#primitive-filter").isVisible()))
                .isTrue();
        onScreen(() -> {
            regions().filterBy(region.primitive());
            return true;
        });
        List<Tile> having = having(request, region.primitive());
        window.until(
                "the filter",
                () -> window.model.archiveModel().tilesProperty().get().equals(having));
        assertThat(onScreen(() -> window.model.queries().results().resultsProperty().get().stream()
                        .map(Result::tile)
                        .toList()))
                .isNotEmpty()
                .allMatch(having::contains);
        onScreen(() -> {
            window.model.archiveModel().clearFilter();
            return true;
        });
        window.until(
                "all tiles",
                () -> window.model.archiveModel().tilesProperty().get().size() == 60);
        assertThat(regions().filterByProperty().get()).isEmpty();
    }

    /** Region by region: the slow definition of what has a primitive. */
    private static List<Tile> having(QueryRequest request, int primitive) throws IOException {
        try (Archive read = Workspace.open(archive)) {
            ExplainRegions slow = new ExplainRegions(new SearchArchive(read));
            List<Tile> having = new ArrayList<>();
            for (Tile tile : read.catalogue().tiles()) {
                QueryRequest about = request.about(new QuerySource.ArchiveTile(tile.id()));
                boolean has = slow.query(about, Progress.NONE).regions().stream()
                        .anyMatch(region -> region.counted() && region.primitive() == primitive);
                if (has) {
                    having.add(tile);
                }
            }
            return having;
        }
    }

    private void open() {
        window = new TestWindow(new Settings(
                Optional.empty(),
                Settings.DEFAULT.recentArchives(),
                "light",
                100,
                Optional.empty(),
                "multicode-symmetric",
                "regions",
                8,
                20,
                "ranking",
                0,
                false));
        onScreen(() -> {
            window.model.shelf().open(archive);
            return true;
        });
        window.until(
                "the archive",
                () -> window.model.archiveModel().showingProperty().get() == Showing.TILES && window.view.isComplete());
    }

    private void ask() {
        int index = onScreen(() -> window.model.archiveModel().tilesProperty().get().stream()
                .map(Tile::key)
                .toList()
                .indexOf(QUERY));
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().get(index));
            return true;
        });
        window.untilAnswered(QUERY);
        window.until("the regions", () -> regions().isExplained() && regions().isSettled());
        assertThat(onScreen(
                        () -> window.model.queries().results().noteProperty().get()))
                .contains(onScreen(() -> regions().sentenceProperty().get()));
    }

    private void clickOn(double[] inside) {
        TestWindow.frames(3);
        Supplier<Point2D> place = () -> {
            Node overlay = window.view.lookup("#query-regions");
            double[] at = ((RegionOverlay) overlay).placeOf(inside[0], inside[1]);
            return overlay.localToScreen(at[0], at[1]);
        };
        onScreen(() -> {
            new Robot().mouseMove(place.get());
            return true;
        });
        TestWindow.frames(1);
        onScreen(() -> {
            new Robot().mouseClick(MouseButton.PRIMARY);
            return true;
        });
    }

    /** A place of the tile, 0..1, that belongs to a region. */
    private static double[] insideOf(ExplainedTile tile, int region) {
        for (int y = 0; y < tile.map().height(); y++) {
            for (int x = 0; x < tile.map().width(); x++) {
                if (tile.map().regionAt(x, y) == region) {
                    return new double[] {
                        (x + 0.5) / tile.map().width(), (y + 0.5) / tile.map().height()
                    };
                }
            }
        }
        throw new IllegalStateException("An empty region");
    }

    private QueryAnswer answered() {
        return onScreen(this::answerNow);
    }

    private QueryAnswer answerNow() {
        return window.model.queries().results().answer().orElseThrow();
    }

    private QueryRequest request() {
        return onScreen(() -> window.model.queries().search().newest()).orElseThrow();
    }

    private RegionsViewModel regions() {
        return window.model.queries().regions();
    }
}
