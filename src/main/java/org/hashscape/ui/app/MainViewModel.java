package org.hashscape.ui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Tile;
import org.hashscape.ui.archive.ArchiveViewModel;
import org.hashscape.ui.chart.ChartsViewModel;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.query.MethodBarViewModel;
import org.hashscape.ui.query.Parameters;
import org.hashscape.ui.query.QueryHistory;
import org.hashscape.ui.query.QueryViewModel;
import org.hashscape.ui.query.SearchViewModel;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.ui.query.SearchViewModel.Preload;
import org.hashscape.ui.results.ResultsViewModel;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.export.ExportGallery;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.Job.Work;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/** Everything the window can do, without the window. */
public final class MainViewModel {

    private record Opened(OpenArchive archive, TileCatalogue catalogue) {}

    private final Background background;
    private final WindowSettings settings;
    private final ArchiveViewModel archiveModel;
    private final QueryViewModel queryModel;
    private final MethodBarViewModel methodBar;
    private final SearchViewModel search;
    private final QueryHistory history = new QueryHistory();
    private final ResultsViewModel results = new ResultsViewModel();
    private final ChartsViewModel charts = new ChartsViewModel();
    private final StatusViewModel status;
    private final ReadOnlyObjectWrapper<Optional<OpenArchive>> archive = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty theme = new SimpleStringProperty();
    private final IntegerProperty textPercent = new SimpleIntegerProperty();
    private final ObjectProperty<Preload> preload = new SimpleObjectProperty<>((tiles, progress) -> {});
    private boolean restoring;

    /** @param screen runs work on the thread that draws */
    public MainViewModel(JobRunner jobs, Executor screen, WindowSettings settings) {
        this.settings = settings;
        this.background = new Background(jobs, screen, this::tell);
        this.archiveModel = new ArchiveViewModel(background);
        this.queryModel = new QueryViewModel(background);
        this.methodBar =
                new MethodBarViewModel(SearchArchive.methods(), SearchArchive.descriptors(), settings.parameters());
        this.search = new SearchViewModel(background, methodBar::name);
        this.status = new StatusViewModel(background);
        theme.set(settings.theme());
        theme.addListener(changed -> settings.setTheme(theme.get()));
        textPercent.set(settings.textPercent());
        textPercent.addListener(changed -> settings.setTextPercent(textPercent.get()));
        methodBar.parametersProperty().addListener((property, before, now) -> parametersChanged(now));
        archiveModel.setOnActivate(this::queryTile);
        results.setOnActivate(this::queryTile);
        search.phaseProperty().addListener((property, before, now) -> phaseChanged(now));
    }

    // ---- the archive

    /** Opens an archive file; the former archive stays until that has worked. */
    public void open(Path file) {
        openWith(Lane.READ, nameOf(file), progress -> Workspace.open(file), opened -> {});
    }

    /** Opens the archive of sample scenes, importing it first where need be. */
    public void openSample() {
        openWith(Lane.LONG, "sample", Workspace::openSample, opened -> {});
    }

    /** What is open at start: the archive named, else that of last time, else the sample. */
    public void openAtStart(Optional<Path> named) {
        Optional<Path> last = settings.lastArchive().filter(Files::exists);
        named.or(() -> last).ifPresentOrElse(this::open, this::openSample);
    }

    /** Imports a folder into the open archive. */
    public void importFolder(Path folder, DatasetLayout layout) {
        archive.get().ifPresent(into -> importInto(into, folder, layout));
    }

    /** Imports a folder into an archive file, which is made where there is none, and shows that archive. */
    public void importFolder(Path folder, DatasetLayout layout, Path file) {
        openWith(
                Lane.READ,
                nameOf(file),
                progress -> Workspace.openOrCreate(file),
                opened -> importInto(opened, folder, layout));
    }

    /** Says where the originals of the open archive lie now. */
    public void locateFolder(Path folder) {
        archive.get()
                .ifPresent(open -> background.run(
                        Lane.READ,
                        "Locating the folder",
                        progress -> {
                            open.archive().locateRoot(folder);
                            return open.archive().catalogue();
                        },
                        tiles -> {
                            archiveModel.refresh(tiles);
                            search.newest().ifPresent(request -> showSource(request.source()));
                            tell(Notice.news("Originals are looked for in " + folder + " from now on."));
                        }));
    }

    /** Hands over the files that could not be imported. */
    public void problems(Consumer<List<Archive.Problem>> to) {
        archive.get()
                .ifPresent(open -> background.run(
                        Lane.READ,
                        "Reading the problem list",
                        progress -> open.archive().problems(),
                        to::accept));
    }

    // ---- queries

    public void queryTile(Tile tile) {
        ask(new QuerySource.ArchiveTile(tile.id()));
    }

    /** Asks for what looks like an image file from anywhere. */
    public void queryImage(Path file) {
        if (archive.get().isEmpty()) {
            tell(Notice.problem("There is no archive to search for scenes like " + file.getFileName()
                    + ". Open one first, then drop the image again."));
            return;
        }
        ask(new QuerySource.ImageFile(file, Optional.empty()));
    }

    public void back() {
        history.back().ifPresent(this::restore);
    }

    public void forward() {
        history.forward().ifPresent(this::restore);
    }

    /** Saves the answer; the file's ending chooses the format. */
    public void export(Path to) {
        Optional<OpenArchive> open = archive.get();
        if (open.isEmpty() || results.answer().isEmpty()) {
            tell(Notice.problem("There is no answer to export yet. Double-click a tile first."));
            return;
        }
        var answer = results.answer().orElseThrow();
        background.run(
                Lane.LONG,
                "Exporting to " + to.getFileName(),
                progress -> {
                    new ExportGallery(open.get().archive()).run(answer, to, progress);
                    return to;
                },
                saved -> tell(Notice.news("Saved "
                        + TileText.count(answer.ranking().size(), "result", "results") + " in " + saved + ".")));
    }

    // ---- what the window shows

    public void tell(Notice news) {
        notice.set(Optional.of(news));
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<OpenArchive>> archiveProperty() {
        return archive.getReadOnlyProperty();
    }

    /** What reads the pictures an answer needs, before it is shown. */
    public ObjectProperty<Preload> preloadProperty() {
        return preload;
    }

    /** "light" or "dark". */
    public StringProperty themeProperty() {
        return theme;
    }

    /** Text size in percent of the usual one. */
    public IntegerProperty textPercentProperty() {
        return textPercent;
    }

    public ArchiveViewModel archiveModel() {
        return archiveModel;
    }

    public QueryViewModel queryModel() {
        return queryModel;
    }

    public MethodBarViewModel methodBar() {
        return methodBar;
    }

    public SearchViewModel search() {
        return search;
    }

    public QueryHistory history() {
        return history;
    }

    public ResultsViewModel results() {
        return results;
    }

    public ChartsViewModel charts() {
        return charts;
    }

    public StatusViewModel status() {
        return status;
    }

    public WindowSettings settings() {
        return settings;
    }

    public Background background() {
        return background;
    }

    /** Cancels everything and closes the archive; the window is gone. */
    public void close() {
        search.search(null, preload.get());
        background.runner().close();
        archive.get().ifPresent(open -> open.archive().close());
    }

    private void openWith(Lane lane, String name, Work<Archive> opener, Consumer<OpenArchive> then) {
        if (archive.get().isEmpty()) {
            archiveModel.opening(name);
        }
        Work<Opened> work = progress -> {
            Archive opened = opener.run(progress);
            return new Opened(new OpenArchive(opened, new SearchArchive(opened)), opened.catalogue());
        };
        background.runLatest("open", lane, "Opening " + name, work, new Outcome<Opened>() {
            @Override
            public void done(Opened opened) {
                adopt(opened);
                then.accept(opened.archive());
            }

            @Override
            public void failed(String sentence, Background where) {
                giveUp();
                where.tell(Notice.problem(sentence));
            }

            @Override
            public void cancelled() {
                giveUp();
            }

            private void giveUp() {
                if (archive.get().isEmpty()) {
                    archiveModel.close();
                }
            }
        });
    }

    private void adopt(Opened opened) {
        archive.get().ifPresent(this::retire);
        history.clear();
        queryModel.clear();
        archive.set(Optional.of(opened.archive()));
        search.search(opened.archive().searcher(), preload.get()); // whoever listens to the archive has set it by now
        archiveModel.open(opened.archive().archive().name(), opened.catalogue());
        settings.opened(opened.archive().archive().file());
    }

    /** Closes an archive once nothing works with it any more. */
    private void retire(OpenArchive former) {
        List<Job<?>> running = background.visible();
        running.forEach(Job::cancel);
        CompletableFuture.allOf(running.stream().map(Job::result).toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> background
                        .runner()
                        .submit(Lane.READ, "Closing " + former.archive().name(), progress -> {
                            former.archive().close();
                            return true;
                        }));
    }

    private void importInto(OpenArchive into, Path folder, DatasetLayout layout) {
        background.run(
                Lane.LONG,
                "Importing " + folder.getFileName(),
                progress -> new ImportTiles(into.archive()).run(folder, layout, progress),
                new Outcome<ImportTiles.Report>() {
                    @Override
                    public void done(ImportTiles.Report report) {
                        refresh(into);
                        tell(Notice.news(sentence(report)));
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        refresh(into);
                        where.tell(Notice.problem(sentence));
                    }

                    @Override
                    public void cancelled() {
                        refresh(into);
                        tell(Notice.news(
                                "Import stopped. What was read stays; importing the folder again completes it."));
                    }
                });
    }

    private void refresh(OpenArchive changed) {
        background.run(
                Lane.READ, "Reading the archive", progress -> changed.archive().catalogue(), tiles -> {
                    if (archive.get().equals(Optional.of(changed))) {
                        archiveModel.refresh(tiles);
                    }
                });
    }

    private static String sentence(ImportTiles.Report report) {
        String read = report.added() + report.updated() == 0
                ? "Nothing new to import"
                : "Imported " + TileText.count(report.added() + report.updated(), "tile", "tiles");
        String problems = report.problems() == 0
                ? ""
                : " " + TileText.count(report.problems(), "file", "files") + " could not be read: see File > Problems.";
        return read + " in " + TileText.time(report.elapsed()) + ". The archive holds "
                + TileText.count(report.tilesInArchive(), "tile", "tiles") + "." + problems;
    }

    private void ask(QuerySource source) {
        QueryRequest request = methodBar.parametersProperty().get().about(source);
        history.push(request);
        showSource(source);
        search.ask(request);
    }

    private void restore(QueryRequest former) {
        restoring = true;
        methodBar.set(Parameters.of(former));
        restoring = false;
        showSource(former.source());
        search.ask(former);
    }

    private void parametersChanged(Parameters now) {
        settings.setParameters(now);
        if (!restoring) {
            search.newest().ifPresent(former -> {
                history.push(now.about(former.source()));
                search.ask(now.about(former.source()));
            });
        }
    }

    private void showSource(QuerySource source) {
        archive.get().ifPresent(open -> {
            if (source instanceof QuerySource.ImageFile image) {
                queryModel.show(image.file(), open.pictures());
            } else if (source instanceof QuerySource.ArchiveTile asked) {
                tile(asked).ifPresent(tile -> {
                    queryModel.show(tile, open.pictures());
                    archiveModel.selectedProperty().set(Optional.of(tile.id()));
                });
            }
        });
    }

    private Optional<Tile> tile(QuerySource.ArchiveTile asked) {
        return archiveModel.tile(asked.tile());
    }

    private void phaseChanged(Phase phase) {
        if (phase instanceof Phase.Idle) {
            results.nothingAsked();
            charts.clear();
        } else if (phase instanceof Phase.Preparing preparing) {
            results.preparing(preparing.what());
            charts.clear();
        } else if (phase instanceof Phase.Answered answered) {
            results.show(answered.answer());
            charts.show(answered.answer());
        } else if (phase instanceof Phase.Failed failed) {
            results.failed(failed.sentence());
            charts.clear();
        } else if (phase instanceof Phase.Cancelled) {
            results.stopped();
            charts.clear();
        }
    }

    private static String nameOf(Path file) {
        @Nullable Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".hsa") ? name.substring(0, name.length() - 4) : name;
    }
}
