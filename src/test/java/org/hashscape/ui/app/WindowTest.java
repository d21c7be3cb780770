package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.results.ResultsViewModel;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives the real window over the real workbench by mouse and keyboard. */
class WindowTest {

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.make(folder, 40);
    }

    @BeforeEach
    void open() {
        window = TestWindow.showing(archive);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aDoubleClickFindsSimilarTilesAndDrawsThem() {
        window.doubleClick(window.view.archiveGrid(), 1);
        window.untilAnswered("checks/checks001.png");

        assertThat(window.model.queries().results().resultsProperty().get().stream()
                        .mapToInt(result -> result.copies())
                        .sum())
                .isEqualTo(20);
        assertThat(window.model.queries().results().summaryProperty().get())
                .startsWith("20 results in")
                .contains("119 candidates")
                .contains("P@20");
        WritableImage picture = onScreen(() -> window.view.resultsGrid().snapshot(null, null));
        assertThat(share(picture, Theme.LIGHT.palette().relevant())
                        + share(picture, Theme.LIGHT.palette().irrelevant()))
                .as("edges and marks that tell relevance")
                .isGreaterThan(0.005);
    }

    @Test
    void arrowsMoveAndEnterMakesTheSelectedTileTheQuery() {
        onScreen(() -> {
            window.view.focusTiles();
            return true;
        });
        window.robot.type(KeyCode.HOME).type(KeyCode.RIGHT, 2).type(KeyCode.ENTER);
        window.untilAnswered("checks/checks002.png");
        window.robot.type(KeyCode.END).type(KeyCode.ENTER);
        window.untilAnswered("stripes/stripes039.png");
        assertThat(onScreen(() -> window.view.archiveGrid().offset())).isPositive();
    }

    @Test
    void aDoubleClickOnAResultMakesItTheQueryAndAltLeftComesBack() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        String second = window.model
                .queries()
                .results()
                .resultsProperty()
                .get()
                .get(2)
                .tile()
                .key();
        window.doubleClick(window.view.resultsGrid(), 2);
        window.untilAnswered(second);

        window.robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        window.untilAnswered("checks/checks000.png");
        window.robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        window.untilAnswered(second);
    }

    @Test
    void aClickOnAResultShowsItsDetails() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        window.click(window.view.resultsGrid(), 1);
        window.until(
                "the selection",
                () -> window.model.queries().results().selectedProperty().get().isPresent());
        assertThat(window.model
                        .queries()
                        .results()
                        .selectedProperty()
                        .get()
                        .orElseThrow()
                        .spoken())
                .startsWith("Rank 2, ");
        assertThat(window.model.queries().queryModel().titleProperty().get()).isEqualTo("checks/checks000.png");
    }

    @Test
    void searchNarrowsTheGridAndCanBeCleared() {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        window.until(
                "focus in the search field", () -> window.view.lookup("#search").isFocused());
        window.robot.write("spots00");
        window.until(
                "the filter",
                () -> window.model.archiveModel().tilesProperty().get().size() == 10);
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("10 of 120 tiles");
        onScreen(() -> {
            ((TextField) window.view.lookup("#search")).setText("nothing like this");
            return true;
        });
        window.until(
                "no match", () -> window.model.archiveModel().showingProperty().get() == Showing.NO_MATCH);
        window.robot.clickOn("Clear filter");
        window.until(
                "all tiles",
                () -> window.model.archiveModel().tilesProperty().get().size() == 120);
    }

    @Test
    void whatASearchFindsIsSeenFromItsStart() {
        onScreen(() -> {
            window.view.archiveGrid().scrollTo(1e9);
            return true;
        });
        assertThat(onScreen(() -> window.view.archiveGrid().offset())).isPositive();
        onScreen(() -> {
            ((TextField) window.view.lookup("#search")).setText("00");
            return true;
        });
        window.until(
                "the filter",
                () -> window.model.archiveModel().tilesProperty().get().size() < 120);
        TestWindow.frames(3);

        assertThat(window.model.archiveModel().tilesProperty().get().size())
                .as("more than there is room for")
                .isGreaterThan(20);
        assertThat(onScreen(() -> window.view.archiveGrid().offset())).isZero();
    }

    @Test
    @EnabledIfSystemProperty(
            named = "hashscape.window",
            matches = "true",
            disabledReason = "the off-screen toolkit cannot grow a window; mvn -Pwindow test does")
    void columnsGetTheirRoomBackAfterTheWindowWasNarrow() {
        double before = onScreen(() -> window.view.archiveGrid().getWidth());
        double width = onScreen(() -> window.view.getScene().getWindow().getWidth());
        resize(800);
        window.until("a narrow archive", () -> window.view.archiveGrid().getWidth() < before - 20);
        resize(width);
        window.until(
                "the former width", () -> Math.abs(window.view.archiveGrid().getWidth() - before) < 20);
    }

    private void resize(double width) {
        onScreen(() -> {
            window.view.getScene().getWindow().setWidth(width);
            return true;
        });
        TestWindow.frames(10);
    }

    @Test
    void escapeClearsTheSearchAndThenGivesTheKeysBackToTheTiles() {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        window.until(
                "focus in the search field", () -> window.view.lookup("#search").isFocused());
        window.robot.write("spots00");
        window.robot.type(KeyCode.ESCAPE);
        window.until(
                "all tiles",
                () -> window.model.archiveModel().tilesProperty().get().size() == 120);
        window.robot.type(KeyCode.ESCAPE);
        window.until("focus in the tiles", () -> window.view.archiveGrid().isFocusWithin());
    }

    @Test
    void anotherMethodAnswersTheSameQueryAgain() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        onScreen(() -> {
            window.model.methodBar().methodProperty().set("itq");
            return true;
        });
        window.until(
                "the answer by ITQ",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(answer -> answer.request().method().equals("itq"))
                        .isPresent());
        window.robot.clickOn("#history-back");
        window.until(
                "the answer by LSH",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(answer -> answer.request().method().equals("lsh"))
                        .isPresent());
        assertThat(window.model.methodBar().methodProperty().get()).isEqualTo("lsh");
    }

    @Test
    void anOutsideImageDroppedOntoTheWindowBecomesTheQuery() throws IOException {
        Path outside = Files.copy(folder.resolve("images/spots/spots005.png"), folder.resolve("ünlabelled 🛰.png"));
        onScreen(() -> {
            window.view.receive(List.of(outside));
            return true;
        });
        window.until(
                "an answer",
                () -> window.model.queries().results().showingProperty().get() == ResultsViewModel.Showing.RESULTS);
        assertThat(window.model
                        .queries()
                        .results()
                        .resultsProperty()
                        .get()
                        .get(0)
                        .tile()
                        .key())
                .isEqualTo("spots/spots005.png");
        assertThat(window.model.queries().queryModel().titleProperty().get()).isEqualTo("ünlabelled 🛰.png");
        Files.delete(outside);
    }

    @Test
    void aFileThatIsNoImageIsExplainedNotThrown() throws IOException {
        Path text = Files.writeString(folder.resolve("no-image.png"), "this is text");
        onScreen(() -> {
            window.view.receive(List.of(text));
            return true;
        });
        window.until(
                "the explanation",
                () -> window.model.queries().results().showingProperty().get() == ResultsViewModel.Showing.FAILED);
        assertThat(window.model.queries().results().sentenceProperty().get())
                .contains("no-image.png")
                .doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNoArchiveLeavesTheOpenOneAndSaysWhy() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.hsa"), "not an archive");
        onScreen(() -> {
            window.view.receive(List.of(broken));
            return true;
        });
        window.until("the notice", () -> window.model.noticeProperty().get().isPresent());
        assertThat(window.model.noticeProperty().get().orElseThrow().sentence()).contains("broken.hsa");
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("120 tiles");
    }

    @Test
    void importsAFolderIntoANewArchiveAndShowsIt() throws IOException {
        Path images = TestArchive.images(folder.resolve("more"), 3);
        onScreen(() -> {
            window.model.shelf().importFolder(images, DatasetLayout.FOLDERS, folder.resolve("more.hsa"));
            return true;
        });
        window.until(
                "the new archive",
                () -> window.model.archiveModel().countProperty().get().equals("9 tiles"));
        assertThat(window.model.archiveModel().nameProperty().get()).isEqualTo("more");
        assertThat(window.settings.recentArchives().get(0).getFileName()).hasToString("more.hsa");
        window.until("the report", () -> window.model.noticeProperty().get().isPresent());
        assertThat(window.model.noticeProperty().get().orElseThrow().sentence()).contains("Imported 9 tiles");
    }

    @Test
    void noArchiveIsMadeForAFolderThatIsNotThere() {
        Path file = folder.resolve("nothing.hsa");
        onScreen(() -> {
            window.model.shelf().importFolder(folder.resolve("nowhere"), DatasetLayout.AUTO, file);
            return true;
        });
        window.until("the notice", () -> noticeSays("nowhere"));
        assertThat(file).doesNotExist();
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("120 tiles");
    }

    @Test
    void anImportOfAnEmptyFolderSaysThatNothingWasThere() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        onScreen(() -> {
            window.model.shelf().importFolder(empty, DatasetLayout.AUTO, folder.resolve("empty.hsa"));
            return true;
        });
        window.until("the report", () -> window.model.noticeProperty().get().isPresent());
        assertThat(window.model.noticeProperty().get().orElseThrow().sentence())
                .contains("No images were found there.");
        assertThat(window.model.archiveModel().showingProperty().get()).isEqualTo(Showing.EMPTY_ARCHIVE);
    }

    @Test
    void anImportThatWasCancelledIsCompletedByTheNext() throws IOException {
        Path images = TestArchive.images(folder.resolve("many"), 100);
        Path file = folder.resolve("many.hsa");
        onScreen(() -> {
            window.model.shelf().importFolder(images, DatasetLayout.FOLDERS, file);
            return true;
        });
        window.until("the import", () -> !window.model.background().visible().isEmpty());
        onScreen(() -> {
            window.model.background().visible().forEach(Job::cancel);
            return true;
        });
        window.until("the news", () -> noticeSays("Import stopped. What was read stays; importing the folder again"));
        onScreen(() -> {
            window.model.dismissNotice();
            window.model.shelf().importFolder(images, DatasetLayout.FOLDERS);
            return true;
        });
        window.until("the report", () -> noticeSays("The archive holds 300 tiles."));
        window.until(
                "all tiles",
                () -> window.model.archiveModel().countProperty().get().equals("300 tiles"));
    }

    private boolean noticeSays(String words) {
        return window.model
                .noticeProperty()
                .get()
                .filter(notice -> notice.sentence().contains(words))
                .isPresent();
    }

    @Test
    void showsWhatAnotherProcessHasImported() throws IOException {
        Path images = TestArchive.images(folder.resolve("shared"), 3);
        onScreen(() -> {
            window.model.shelf().importFolder(images, DatasetLayout.FOLDERS, folder.resolve("shared.hsa"));
            return true;
        });
        window.until(
                "the archive",
                () -> window.model.archiveModel().countProperty().get().equals("9 tiles"));
        Files.copy(images.resolve("spots/spots000.png"), images.resolve("spots/another.png"));
        try (Archive other = Workspace.open(folder.resolve("shared.hsa"))) {
            new ImportTiles(other).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        }
        onScreen(() -> {
            window.model.shelf().followOthers();
            return true;
        });
        window.until(
                "the other's tile",
                () -> window.model.archiveModel().countProperty().get().equals("10 tiles"));
    }

    @Test
    void exportsTheAnswer() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        Path csv = folder.resolve("answer.csv");
        onScreen(() -> {
            window.model.queries().export(csv);
            return true;
        });
        window.until("the news", () -> window.model.noticeProperty().get().isPresent());
        assertThat(csv).isNotEmptyFile();
    }

    @Test
    void themesChangeEverythingAtOnce() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        onScreen(() -> {
            window.model.themeProperty().set("dark");
            return true;
        });
        window.until("dark charts", window.view::isComplete);
        WritableImage picture = onScreen(() -> window.view.getScene().snapshot(null));
        assertThat(share(picture, Color.WHITE)).isLessThan(0.05);
        assertThat(window.settings.theme()).isEqualTo("dark");
    }

    @Test
    void fiftyQuickClicksPaintTheLast() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        onScreen(() -> {
            for (int index = 1; index <= 50; index++) {
                window.model
                        .queries()
                        .queryTile(window.model
                                .archiveModel()
                                .tilesProperty()
                                .get()
                                .get(index));
            }
            return true;
        });
        window.untilAnswered("spots/spots010.png");
    }

    @Test
    void settingsComeBack() {
        onScreen(() -> {
            window.model.methodBar().typeBits("48");
            window.model.methodBar().typeResults("10");
            return true;
        });
        assertThat(window.settings.parameters().bits()).isEqualTo(48);
        assertThat(window.settings.parameters().k()).isEqualTo(10);
        assertThat(window.settings.lastArchive()).contains(archive.toAbsolutePath());
    }

    @Test
    void aMissingFolderOfOriginalsIsSaidAndCanBeLocated() throws IOException {
        Path here = Files.createDirectory(folder.resolve("moving"));
        Path moving = TestArchive.make(here, 2);
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(here.resolve("images"), elsewhere);
        onScreen(() -> {
            window.model.shelf().open(moving);
            return true;
        });
        window.until(
                "the archive",
                () -> window.model.archiveModel().countProperty().get().equals("6 tiles"));
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().get(0));
            return true;
        });
        window.until(
                "the explanation",
                () -> window.model
                        .queries()
                        .queryModel()
                        .pictureProblemProperty()
                        .get()
                        .contains("gone"));
        assertThat(window.model.queries().queryModel().pictureProperty().get())
                .as("the thumbnail")
                .isPresent();
        onScreen(() -> {
            window.model.shelf().locateFolder(elsewhere, window.model.queries()::showAgain);
            return true;
        });
        window.until(
                "the original",
                () -> window.model
                                .queries()
                                .queryModel()
                                .pictureProblemProperty()
                                .get()
                                .isEmpty()
                        && window.model
                                .queries()
                                .queryModel()
                                .pictureProperty()
                                .get()
                                .filter(picture -> picture.width() == 64)
                                .isPresent());
    }

    @Test
    void aLongJobShowsItsProgressAndCancelStopsIt() {
        AtomicBoolean cancelled = new AtomicBoolean();
        onScreen(() -> window.model
                .background()
                .run(
                        JobRunner.Lane.LONG,
                        "Counting",
                        progress -> {
                            for (int count = 0; ; count++) {
                                progress.checkCancelled();
                                progress.report(0.25, "at " + count);
                                LockSupport.parkNanos(1_000_000);
                            }
                        },
                        new Background.Outcome<>() {
                            @Override
                            public void done(Object answer) {}

                            @Override
                            public void cancelled() {
                                cancelled.set(true);
                            }
                        }));
        window.until(
                "the progress",
                () -> window.model.status().busyProperty().get()
                        && window.model.status().fractionProperty().get() == 0.25);
        assertThat(window.model.status().sentenceProperty().get()).startsWith("Counting: at ");
        window.robot.clickOn("#cancel-job");
        window.until("the end", cancelled::get);
        window.until(
                "a quiet status bar",
                () -> !window.model.status().busyProperty().get());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200})
    void everythingStaysInsideTheWindowAtAnyTextSize(int percent) {
        onScreen(() -> {
            window.model.textPercentProperty().set(percent);
            return true;
        });
        TestWindow.frames(10); // the grid moves while the new size is laid out; a click must not come between
        window.doubleClick(window.view.archiveGrid(), 1);
        window.untilAnswered("checks/checks001.png");
        List<String> outside = onScreen(() -> {
            Bounds whole = new BoundingBox(0, 0, 1281, 801);
            return Controls.in(window.view).stream()
                    .filter(Controls::isShown)
                    .filter(control ->
                            control.localToScene(control.getLayoutBounds()).getWidth() > 0)
                    .filter(control -> !whole.contains(control.localToScene(control.getLayoutBounds())))
                    .map(control -> control + " " + control.localToScene(control.getLayoutBounds()))
                    .toList();
        });
        assertThat(outside).isEmpty();
        assertThat(onScreen(() -> window.view.resultsGrid().getHeight()))
                .as("height of the results")
                .isGreaterThan(140);
    }

    @Test
    void everyControlHasATipAndAnAccessibleName() {
        List<String> nameless = onScreen(() -> Controls.in(window.view).stream()
                .filter(control ->
                        Controls.name(control).isBlank() || Hint.of(control).isEmpty())
                .map(control ->
                        control.getClass().getSimpleName() + " " + control.getId() + " " + control.getStyleClass())
                .toList());
        assertThat(nameless).isEmpty();
    }

    private static double share(WritableImage picture, Color colour) {
        int hits = 0;
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                hits += picture.getPixelReader().getColor(x, y).equals(colour) ? 1 : 0;
            }
        }
        return (double) hits / (width * height);
    }
}
