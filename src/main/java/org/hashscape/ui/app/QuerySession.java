package org.hashscape.ui.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Tile;
import org.hashscape.ui.archive.ArchiveViewModel;
import org.hashscape.ui.chart.ChartsViewModel;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.comparison.ComparisonViewModel;
import org.hashscape.ui.query.FeedbackViewModel;
import org.hashscape.ui.query.MethodBarViewModel;
import org.hashscape.ui.query.Parameters;
import org.hashscape.ui.query.QueryHistory;
import org.hashscape.ui.query.QueryViewModel;
import org.hashscape.ui.query.SearchViewModel;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.ui.query.SearchViewModel.Preload;
import org.hashscape.ui.region.RegionsViewModel;
import org.hashscape.ui.results.ResultsViewModel;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.export.ExportComparison;
import org.hashscape.workbench.export.ExportGallery;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.hashscape.workbench.settings.Settings.ColumnChoice;
import org.hashscape.workbench.settings.Settings.Views;

/** Asks queries about the open archive and takes their answers to results and charts. */
public final class QuerySession {

    private final Background background;
    private final ArchiveViewModel archiveModel;
    private final MethodBarViewModel methodBar;
    private final QueryViewModel queryModel;
    private final SearchViewModel search;
    private final QueryHistory history = new QueryHistory();
    private final ResultsViewModel results = new ResultsViewModel();
    private final ChartsViewModel charts;
    private final FeedbackViewModel feedback;
    private final ComparisonViewModel comparison;
    private final RegionsViewModel regions;
    private final WindowSettings settings;
    private Optional<OpenArchive> archive = Optional.empty();
    private boolean restoring;

    QuerySession(
            Background background,
            WindowSettings settings,
            ArchiveViewModel archiveModel,
            MethodBarViewModel methodBar) {
        this.background = background;
        this.settings = settings;
        this.archiveModel = archiveModel;
        this.methodBar = methodBar;
        this.queryModel = new QueryViewModel(background);
        this.charts = new ChartsViewModel(background);
        this.search = new SearchViewModel(background, methodBar::name);
        this.feedback = new FeedbackViewModel(background, Clock.systemUTC());
        this.regions = new RegionsViewModel(background);
        this.comparison = new ComparisonViewModel(
                background,
                methodBar.methods(),
                methodBar.descriptors(),
                settings.views().columns(),
                new ColumnChoice(
                        methodBar.methodProperty().get(),
                        methodBar.descriptorProperty().get(),
                        methodBar.bitsProperty().get()));
        methodBar.parametersProperty().addListener((property, before, now) -> parametersChanged(now));
        archiveModel.setOnActivate(this::queryTile);
        results.setOnActivate(this::queryTile);
        search.phaseProperty().addListener((property, before, now) -> phaseChanged(now));
        comparison.setOnActivate(this::queryTile);
        feedback.setOnMarks(() -> search.newest().ifPresent(this::pose));
        feedback.setOnLabels(this::labelsChanged);
        feedback.marksProperty().addListener((property, before, now) -> {
            results.setMarks(now);
            comparison.setMarks(now);
        });
        regions.setOnAsk(search::again);
        regions.filterProperty().bindBidirectional(archiveModel.amongProperty());
        regions.filterProperty().addListener((property, before, now) -> results.setFilter(now));
        regions.sentenceProperty().addListener((property, before, now) -> results.setRemark(now));
        results.foldingProperty().set(settings.views().folding());
        comparison.onProperty().set(settings.views().comparing());
        results.foldingProperty().addListener(changed -> keepViews(comparison.choices()));
        comparison.onProperty().addListener(changed -> keepViews(comparison.choices()));
        comparison.setOnChoices(this::keepViews);
        archiveModel.filterProperty().addListener(changed -> filterChanged());
        archiveModel.resultsFollowProperty().addListener(changed -> filterChanged());
    }

    private void keepViews(List<ColumnChoice> columns) {
        settings.setViews(new Views(
                comparison.onProperty().get(),
                columns,
                results.foldingProperty().get(),
                settings.views().firstSteps()));
    }

    /** Asks, with what the user has said about the results. */
    private void pose(QueryRequest request) {
        feedback.about(request.source());
        regions.asking(request.source());
        QueryRequest refined = request.with(feedback.of(request.source())).among(filter());
        search.ask(refined);
        comparison.ask(refined);
    }

    /** What results must be like, if they follow the filter of the archive. */
    private TileFilter filter() {
        return archiveModel.resultsFollowProperty().get()
                ? archiveModel.filterProperty().get()
                : TileFilter.NONE;
    }

    private void filterChanged() {
        search.newest().filter(request -> !request.filter().equals(filter())).ifPresent(this::pose);
    }

    /** Shows tiles, and what is relevant, by the labels they have now. */
    private void labelsChanged() {
        archive.ifPresent(open -> background.run(
                Lane.READ, "Reading the archive", progress -> open.archive().catalogue(), tiles -> {
                    if (archive.equals(Optional.of(open))) {
                        archiveModel.refresh(tiles);
                        search.newest().ifPresent(request -> {
                            showSource(request.source());
                            pose(request);
                        });
                    }
                }));
    }

    /** Saves the comparison as one page. */
    public void exportComparison(Path to) {
        Optional<Comparison> shown = comparison.comparisonProperty().get();
        if (archive.isEmpty() || shown.isEmpty()) {
            background.tell(Notice.problem("There is no comparison to export yet. Double-click a tile first."));
            return;
        }
        OpenArchive open = archive.get();
        background.run(
                Lane.LONG,
                "Exporting to " + to.getFileName(),
                progress -> {
                    new ExportComparison(open.archive()).run(shown.get(), to, progress);
                    return to;
                },
                saved -> background.tell(Notice.news("Saved the comparison in " + saved + ".")));
    }

    public FeedbackViewModel feedback() {
        return feedback;
    }

    public RegionsViewModel regions() {
        return regions;
    }

    public ComparisonViewModel comparison() {
        return comparison;
    }

    /** Asks this archive from now on. {@code firstDrawn} reads the pictures an answer needs, before it is shown. */
    void use(OpenArchive open, Preload firstDrawn) {
        archive = Optional.of(open);
        charts.codes().use(Optional.empty(), "", 0);
        history.clear();
        queryModel.clear();
        feedback.use(open.marks());
        results.setSameness(open.copies()::same);
        search.search(regions.use(open.regions(), open.searcher()), firstDrawn);
        comparison.use(open.searcher(), open.search()::explain, firstDrawn);
    }

    void close() {
        search.search(null, (tiles, progress) -> {});
    }

    public void queryTile(Tile tile) {
        ask(new QuerySource.ArchiveTile(tile.id()));
    }

    /** Asks for what looks like an image file from anywhere. */
    public void queryImage(Path file) {
        if (archive.isEmpty()) {
            background.tell(Notice.problem("There is no archive to search for scenes like " + file.getFileName()
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
        Optional<OpenArchive> open = archive;
        if (open.isEmpty() || results.answer().isEmpty()) {
            background.tell(Notice.problem("There is no answer to export yet. Double-click a tile first."));
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
                saved -> background.tell(Notice.news("Saved "
                        + TileText.count(answer.ranking().size(), "result", "results") + " in " + saved + ".")));
    }

    /** Reads the query's picture again, as after its folder was found. */
    void showAgain() {
        search.newest().ifPresent(request -> showSource(request.source()));
    }

    public QueryViewModel queryModel() {
        return queryModel;
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

    private void ask(QuerySource source) {
        QueryRequest request = methodBar.parametersProperty().get().about(source);
        history.push(request);
        showSource(source);
        pose(request);
    }

    private void restore(QueryRequest former) {
        restoring = true;
        methodBar.set(Parameters.of(former));
        restoring = false;
        showSource(former.source());
        pose(former);
    }

    private void parametersChanged(Parameters now) {
        settings.setParameters(now);
        if (!restoring) {
            search.newest().ifPresent(former -> {
                history.push(now.about(former.source()));
                pose(now.about(former.source()));
            });
        }
    }

    private void showSource(QuerySource source) {
        archive.ifPresent(open -> {
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
        if (!(phase instanceof Phase.Answered) && !(phase instanceof Phase.Searching)) {
            regions.clear();
        }
        if (phase instanceof Phase.Idle) {
            results.nothingAsked();
            charts.clear();
        } else if (phase instanceof Phase.Preparing preparing) {
            results.preparing(preparing.what());
            charts.clear();
        } else if (phase instanceof Phase.Answered answered) {
            results.show(answered.answer());
            regions.about(answered.answer());
            charts.show(answered.answer());
            showCodes(answered.answer());
        } else if (phase instanceof Phase.Failed failed) {
            results.failed(failed.sentence());
            charts.clear();
        } else if (phase instanceof Phase.Cancelled) {
            results.stopped();
            charts.clear();
        }
    }

    private void showCodes(QueryAnswer answer) {
        QueryRequest asked = answer.request();
        charts.codes().use(archive.flatMap(open -> open.codes(asked)), methodBar.name(asked), answer.archiveSize());
    }
}
