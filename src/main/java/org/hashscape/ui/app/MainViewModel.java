package org.hashscape.ui.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hashscape.model.MethodSpec;
import org.hashscape.ui.archive.ArchiveViewModel;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.map.MapViewModel;
import org.hashscape.ui.network.NetworksViewModel;
import org.hashscape.ui.query.MethodBarViewModel;
import org.hashscape.ui.query.Parameters;
import org.hashscape.ui.query.SearchViewModel.Preload;
import org.hashscape.ui.train.TrainViewModel;
import org.hashscape.workbench.Backbones;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.job.JobRunner;

/** Everything the window can do, without the window: {@link ArchiveShelf} and {@link QuerySession} put together. */
public final class MainViewModel {

    private final Background background;
    private final WindowSettings settings;
    private final ArchiveViewModel archiveModel;
    private final MethodBarViewModel methodBar;
    private final StatusViewModel status;
    private final ArchiveShelf shelf;
    private final ArchiveMending mending;
    private final QuerySession queries;
    private final NetworksViewModel networks;
    private final MapViewModel map;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty theme = new SimpleStringProperty();
    private final IntegerProperty textPercent = new SimpleIntegerProperty();
    private volatile Preload preload = (tiles, progress) -> {};

    /** @param screen runs work on the thread that draws */
    public MainViewModel(JobRunner jobs, Executor screen, WindowSettings settings) {
        this.settings = settings;
        this.background = new Background(jobs, screen, this::tell);
        this.archiveModel = new ArchiveViewModel(background);
        this.methodBar =
                new MethodBarViewModel(SearchArchive.methods(), SearchArchive.descriptors(), settings.parameters());
        this.status = new StatusViewModel(background);
        this.shelf = new ArchiveShelf(background, settings, archiveModel);
        this.mending = new ArchiveMending(background, shelf);
        this.queries = new QuerySession(background, settings, archiveModel, methodBar);
        this.map = new MapViewModel(background);
        new MapLink(map, archiveModel, queries).join();
        this.networks = new NetworksViewModel(
                background, new Backbones(), () -> methodBar.offerDescriptors(SearchArchive.descriptors()));
        theme.set(settings.theme());
        theme.addListener(changed -> settings.setTheme(theme.get()));
        textPercent.set(settings.textPercent());
        textPercent.addListener(changed -> settings.setTextPercent(textPercent.get()));
        shelf.archiveProperty()
                .addListener((property, before, now) ->
                        now.ifPresent(open -> queries.use(open, (tiles, progress) -> preload.load(tiles, progress))));
    }

    public ArchiveShelf shelf() {
        return shelf;
    }

    ArchiveMending mending() {
        return mending;
    }

    public QuerySession queries() {
        return queries;
    }

    public MapViewModel map() {
        return map;
    }

    public NetworksViewModel networks() {
        return networks;
    }

    /** Training on the open archive, starting from what the method bar says. */
    public Optional<TrainViewModel> training() {
        Parameters now = methodBar.parametersProperty().get();
        return shelf.archiveProperty()
                .get()
                .map(open -> new TrainViewModel(
                        background,
                        open.trainer(),
                        methodBar::use,
                        methodBar.methods(),
                        methodBar.descriptors(),
                        new MethodSpec(now.method(), now.descriptor(), now.bits(), now.seed(), MethodSpec.Split.ALL)));
    }

    public ArchiveViewModel archiveModel() {
        return archiveModel;
    }

    public MethodBarViewModel methodBar() {
        return methodBar;
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

    public void tell(Notice news) {
        notice.set(Optional.of(news));
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Sets what reads the pictures an answer needs, before it is shown. */
    void setPreload(Preload firstDrawn) {
        preload = firstDrawn;
    }

    /** "light" or "dark". */
    public StringProperty themeProperty() {
        return theme;
    }

    /** Text size in percent of the usual one. */
    public IntegerProperty textPercentProperty() {
        return textPercent;
    }

    /** Cancels everything and closes the archive; the window is gone. */
    public void close() {
        queries.close();
        background.runner().close();
        shelf.close();
    }
}
