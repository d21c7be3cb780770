package org.hashscape.ui.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hashscape.ui.archive.ArchiveView;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Roomy;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.common.Thumbnails;
import org.hashscape.ui.comparison.ComparisonView;
import org.hashscape.ui.network.NetworksView;
import org.hashscape.ui.region.PrimitiveFilterBox;
import org.hashscape.ui.region.PrimitiveMenu;
import org.hashscape.ui.train.TrainView;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.help.HelpPages;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/** The window's content: archive at the left, query above results in the middle, charts at the right. */
public final class MainView extends BorderPane implements ArchiveView.Actions, AnswerView.Actions {

    private static final double[] USUAL_DIVIDERS = {0.227, 0.79};

    /** Width in pixels from which on all three columns have the room they like. */
    private static final double ROOMY = 1100;

    private final MainViewModel model;
    private final FileChoices files = new FileChoices();
    private final Runnable quit;
    private final ArchiveView archive;
    private final BorderPane work = new BorderPane();
    private final StackPane middle = new StackPane();
    private final StackPane right = new StackPane();
    private @Nullable AnswerView answers;
    private @Nullable Thumbnails thumbnails;
    private @Nullable EvaluationWindow evaluation;
    private Consumer<URI> browser = page -> {};
    private Function<Window, Optional<Path>> repairChoice = files::archiveToRepair;

    /** @param quit ends the program */
    public MainView(MainViewModel model, Runnable quit) {
        this.model = model;
        this.quit = quit;
        getStyleClass().add("main-view");
        archive = new ArchiveView(model.archiveModel(), model.map(), this);
        BooleanProperty comparing = model.queries().comparison().onProperty();
        setTop(new VBox(new MainMenu(model, this).bar()));
        setCenter(layers(panes()));
        setBottom(new StatusView(
                model.status(),
                Bindings.when(comparing)
                        .then("")
                        .otherwise(model.queries().results().summaryProperty())));
        model.shelf().archiveProperty().addListener((property, before, now) -> showArchive(now));
        model.shelf().importsProperty().addListener((property, before, now) -> forgetThumbnails());
        showArchive(model.shelf().archiveProperty().get());
        model.themeProperty().addListener(changed -> applyTheme());
        model.textPercentProperty().addListener(changed -> applyTextSize());
        applyTextSize();
        sceneProperty().addListener(changed -> applyTheme());
        model.queries().queryModel().titleProperty().addListener(asked -> complete());
        new FileDrop(this, this::receive).install();
    }

    /**
     * Adds what a window needs only once someone has seen its tiles: query, results, methods and charts. Whoever asks for one of
     * them before gets it.
     */
    public void complete() {
        answers();
    }

    private AnswerView answers() {
        AnswerView made = answers;
        if (made == null) {
            PrimitiveMenu primitives = new PrimitiveMenu(
                    model.queries().regions(),
                    (number, name) -> new PrimitiveNameDialog(window(), look(), number, name).showAndWait());
            made = new AnswerView(model, primitives, this);
            answers = made;
            made.setPalette(theme().palette());
            made.setThumbnails(thumbnails);
            archive.addFilter(new PrimitiveFilterBox(model.queries().regions()));
            fill(middle, made.middle());
            fill(right, made.right());
        }
        return made;
    }

    private static void fill(StackPane place, Node content) {
        place.getStyleClass().remove("panel");
        place.getChildren().add(content);
    }

    /** Methods side by side. */
    public ComparisonView comparison() {
        return answers().comparison();
    }

    /** The archive's tiles. */
    public CanvasGrid<?> archiveGrid() {
        return archive.grid();
    }

    /** The ranked results. */
    public CanvasGrid<?> resultsGrid() {
        return answers().results().grid();
    }

    /** Whether everything on screen is drawn: no picture is missing, no chart is old. */
    public boolean isComplete() {
        return answers != null && hasTiles() && model.map().isSettled() && answers.isComplete();
    }

    /** Whether the archive's tiles are drawn. */
    boolean hasTiles() {
        return archive.grid().isComplete();
    }

    private void applyTextSize() {
        look().size(this);
    }

    /** Where the keyboard works first. */
    public void focusTiles() {
        archive.grid().requestFocus();
    }

    private SplitPane panes() {
        middle.getStyleClass().add("panel");
        right.getStyleClass().add("panel");
        SplitPane panes = new SplitPane(archive, middle, right);
        panes.setOrientation(Orientation.HORIZONTAL);
        panes.setDividerPositions(USUAL_DIVIDERS);
        panes.widthProperty().addListener((property, before, now) -> {
            boolean roomAgain = before.doubleValue() > 0 && before.doubleValue() < ROOMY && now.doubleValue() >= ROOMY;
            if (roomAgain) { // the sides gave way to a narrow window, and would stay narrow
                Platform.runLater(() -> panes.setDividerPositions(USUAL_DIVIDERS));
            }
        });
        SplitPane.setResizableWithParent(archive, false);
        SplitPane.setResizableWithParent(right, false);
        middle.getStyleClass().add("middle-place");
        right.getStyleClass().add("right-place");
        return panes;
    }

    private StackPane layers(SplitPane panes) {
        NoticeView notice = new NoticeView(model);
        work.setCenter(panes);
        StackPane layers = new StackPane(new Roomy(work), notice);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        return layers;
    }

    /** Draws what an import changed anew. */
    private void forgetThumbnails() {
        if (thumbnails != null) {
            thumbnails.forget();
        }
    }

    private void showArchive(Optional<OpenArchive> open) {
        if (thumbnails != null) {
            thumbnails.close();
        }
        thumbnails = open.map(now -> new Thumbnails(
                        id -> now.archive().thumbnail(id),
                        model.background().runner(),
                        model.background().screen()))
                .orElse(null);
        Thumbnails loaded = thumbnails;
        model.setPreload((tiles, progress) -> {
            if (loaded != null) {
                loaded.load(tiles, progress);
            }
        });
        archive.grid().setThumbnails(loaded);
        if (answers != null) {
            answers.setThumbnails(loaded);
        }
    }

    private void applyTheme() {
        Theme theme = theme();
        Palette palette = theme.palette();
        if (getScene() != null) {
            theme.applyTo(getScene());
        }
        archive.paletteProperty().set(palette);
        if (answers != null) {
            answers.setPalette(palette);
        }
    }

    private Look look() {
        return new Look(theme(), model.textPercentProperty().get());
    }

    private Theme theme() {
        return Theme.of(model.themeProperty().get());
    }

    // ---- what menu, keys and panels ask for

    @Override
    public void openArchive() {
        files.archiveToOpen(window()).ifPresent(model.shelf()::open);
    }

    @Override
    public void openSample() {
        model.shelf().openSample();
    }

    @Override
    public void importFolder() {
        importFolder(Optional.empty());
    }

    void importFolder(Optional<Path> folder) {
        Optional<String> open =
                model.shelf().archiveProperty().get().map(some -> some.archive().name());
        new ImportDialog(window(), files, look(), open, folder)
                .showAndWait()
                .ifPresent(choice -> choice.newArchive()
                        .ifPresentOrElse(
                                file -> model.shelf().importFolder(choice.folder(), choice.layout(), file),
                                () -> model.shelf().importFolder(choice.folder(), choice.layout())));
    }

    @Override
    public void locateFolder() {
        files.folder(window(), "Folder that the originals lie in now")
                .ifPresent(folder -> model.shelf().locateFolder(folder, model.queries()::showAgain));
    }

    void chooseRendering() {
        model.shelf().rendering(start -> renderingDialog(start).showAndWait().ifPresent(model.shelf()::render));
    }

    RenderingDialog renderingDialog(RenderingDialog.Start start) {
        return new RenderingDialog(window(), look(), model.background(), start);
    }

    void repairArchive() {
        repairChoice.apply(window()).ifPresent(model.mending()::repair);
    }

    /** Sets what asks for the archive to repair, instead of the system's dialog. */
    void setRepairChoice(Function<Window, Optional<Path>> asks) {
        repairChoice = asks;
    }

    void showProblems() {
        model.shelf()
                .problems(problems -> new ProblemsDialog(
                                window(),
                                look(),
                                model.archiveModel().nameProperty().get(),
                                problems)
                        .show());
    }

    @Override
    public void exportAnswer() {
        if (comparison().isVisible()) {
            files.export(window(), "comparison").ifPresent(model.queries()::exportComparison);
        } else {
            files.export(window(), "results").ifPresent(model.queries()::export);
        }
    }

    @Override
    public void giveLabel() {
        List<String> known = model.archiveModel().labelsProperty().get().stream()
                .flatMap(choice -> choice.label().stream())
                .toList();
        new LabelDialog(window(), look(), known)
                .showAndWait()
                .ifPresent(model.queries().feedback()::giveLabel);
    }

    void queryImage() {
        files.image(window()).ifPresent(model.queries()::queryImage);
    }

    /** Opens the evaluation window, or brings it to the front. */
    EvaluationWindow showEvaluation() {
        return showEvaluation(EvaluationWindow.WIDTH, EvaluationWindow.HEIGHT);
    }

    EvaluationWindow showEvaluation(double width, double height) {
        EvaluationWindow open =
                evaluation == null ? new EvaluationWindow(window(), model, files, width, height) : evaluation;
        evaluation = open;
        open.show();
        return open;
    }

    void toggleFilter() {
        archive.filteringProperty().set(!archive.filteringProperty().get());
    }

    void switchMap() {
        BooleanProperty onMap = model.archiveModel().onMapProperty();
        onMap.set(!onMap.get());
    }

    /** Shows the map, and the tiles that pass a filter with its fields open. */
    public void showMap(TileFilter filter) {
        model.archiveModel().onMapProperty().set(true);
        archive.filteringProperty().set(true);
        model.archiveModel().conditionsProperty().set(filter);
    }

    /** The archive's panel: tiles as grid or map, and what filters them. */
    public ArchiveView archivePanel() {
        return archive;
    }

    void focusSearch() {
        archive.focusSearch();
    }

    void showNetworks() {
        NetworksView networks = new NetworksView(model.networks(), new NetworksView.Asks() {
            @Override
            public Optional<Path> folder() {
                return files.folder(window(), "Folder of a SavedModel");
            }

            @Override
            public Optional<Path> file() {
                return files.networkFile(window());
            }

            @Override
            public boolean confirms(String question, String action) {
                return new QuestionDialog(window(), look(), question, action)
                        .showAndWait()
                        .orElse(false);
            }
        });
        new ToolDialog(window(), look(), "Networks", networks).show();
    }

    void showTraining() {
        model.training()
                .ifPresent(training ->
                        new ToolDialog(window(), look(), "Train", new TrainView(training, theme().palette())).show());
    }

    /** Sets what shows a page of the documentation to the user; without it, only its place is said. */
    public void setBrowser(Consumer<URI> showsPages) {
        browser = showsPages;
    }

    /** Shows a page of the documentation: "index", "tour", ... */
    void showHelp(String page) {
        model.background()
                .run(
                        Lane.READ,
                        "Preparing the documentation",
                        progress -> HelpPages.write(Workspace.userFolder().resolve("help")),
                        folder -> {
                            Path file = folder.resolve(page + ".html");
                            browser.accept(file.toUri());
                            model.tell(Notice.news("The documentation is open in your browser, from " + file + "."));
                        });
    }

    /** Shows or hides the hints for newcomers, and remembers that. */
    public void showFirstSteps(boolean shown) {
        work.setTop(shown ? new FirstStepsView(() -> showHelp("tour"), () -> showFirstSteps(false)) : null);
        model.settings().setFirstSteps(shown);
    }

    void showAbout() {
        new AboutDialog(window(), look()).show();
    }

    void quit() {
        quit.run();
    }

    CanvasGrid<?> focusedGrid() {
        return archive.grid().isFocused() ? archive.grid() : answers().grid();
    }

    /** What was dropped onto the window or named at its start: an archive, a folder or an image. */
    void receive(List<Path> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        Path first = dropped.get(0);
        if (Files.isDirectory(first)) {
            importFolder(Optional.of(first));
        } else if (first.toString().endsWith(".hsa")) {
            model.shelf().open(first);
        } else {
            model.queries().queryImage(first);
        }
    }

    private Window window() {
        return getScene().getWindow();
    }
}
