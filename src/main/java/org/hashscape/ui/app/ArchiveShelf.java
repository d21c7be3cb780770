package org.hashscape.ui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Rendering;
import org.hashscape.ui.archive.ArchiveViewModel;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportSource;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.RenderTiles;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.Job.Work;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/** Opens archives, fills them, and closes them when nothing works with them any more. One is open at a time. */
public final class ArchiveShelf {

    private record Opened(OpenArchive archive, TileCatalogue catalogue, Optional<String> notice) {}

    private final Background background;
    private final WindowSettings settings;
    private final ArchiveViewModel archiveModel;
    private final ReadOnlyObjectWrapper<Optional<OpenArchive>> archive = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyIntegerWrapper imports = new ReadOnlyIntegerWrapper();

    ArchiveShelf(Background background, WindowSettings settings, ArchiveViewModel archiveModel) {
        this.background = background;
        this.settings = settings;
        this.archiveModel = archiveModel;
    }

    public ReadOnlyObjectProperty<Optional<OpenArchive>> archiveProperty() {
        return archive.getReadOnlyProperty();
    }

    /** Counts imports that have ended: pixels of known tiles may have changed since. */
    public ReadOnlyIntegerProperty importsProperty() {
        return imports.getReadOnlyProperty();
    }

    /** Opens an archive file; the former archive stays until that has worked. */
    public void open(Path file) {
        openWith(Lane.READ, nameOf(file), progress -> Workspace.open(file, progress), opened -> {});
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
                progress -> {
                    ImportSource.of(folder); // before an archive is made for it
                    return Workspace.openOrCreate(file);
                },
                opened -> importInto(opened, folder, layout));
    }

    /** Shows what another window or a command has changed in the open archive. */
    void followOthers() {
        archive.get()
                .ifPresent(open -> background.run(
                        Lane.READ,
                        "Looking for changes",
                        progress -> open.archive().followOthers(),
                        changed -> {
                            if (changed) {
                                refresh(open);
                            }
                        }));
    }

    /** Hands over what the choice of a rendering starts from. */
    void rendering(Consumer<RenderingDialog.Start> to) {
        archive.get()
                .ifPresent(open -> background.run(
                        Lane.READ,
                        "Reading bands and contrast",
                        progress -> RenderingDialog.Start.of(open.archive()),
                        to::accept));
    }

    /** Renders the open archive in another way: thumbnails at once, the rest when next asked for. */
    public void render(Rendering rendering) {
        archive.get().ifPresent(open -> render(open, Optional.of(rendering)));
    }

    /** Chooses a rendering, where one is given, and draws what still shows another. */
    private void render(OpenArchive open, Optional<Rendering> chosen) {
        background.run(
                Lane.LONG,
                "Rendering thumbnails",
                progress -> {
                    RenderTiles work = new RenderTiles(open.archive());
                    return chosen.isPresent() ? work.run(chosen.get(), progress) : work.complete(progress);
                },
                new Outcome<RenderTiles.Report>() {
                    @Override
                    public void done(RenderTiles.Report report) {
                        refresh(open);
                        String unreadable = report.unreadable() == 0
                                ? ""
                                : " " + TileText.count(report.unreadable(), "original", "originals")
                                        + " could not be read and keep their old picture.";
                        background.tell(Notice.news("Drawn anew: "
                                + TileText.count(report.rendered(), "thumbnail", "thumbnails") + "." + unreadable));
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        refresh(open);
                        where.tell(Notice.problem(sentence));
                    }

                    @Override
                    public void cancelled() {
                        refresh(open);
                        background.tell(Notice.news(
                                "Stopped. The remaining thumbnails are drawn when the archive is next" + " opened."));
                    }
                });
    }

    /** Completes what a stopped rendering has left. */
    private void completeRendering(OpenArchive open) {
        background.run(
                Lane.READ, "Looking for old thumbnails", progress -> new RenderTiles(open.archive()).stale(), stale -> {
                    if (stale > 0 && archive.get().equals(Optional.of(open))) {
                        render(open, Optional.empty());
                    }
                });
    }

    /** Says where the originals of the open archive lie now; {@code then} runs once that is known. */
    public void locateFolder(Path folder, Runnable then) {
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
                            then.run();
                            background.tell(Notice.news("Originals are looked for in " + folder + " from now on."));
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

    /** Closes the open archive; the background work has ended. */
    void close() {
        archive.get().ifPresent(open -> open.archive().close());
    }

    private void openWith(Lane lane, String name, Work<Archive> opener, Consumer<OpenArchive> then) {
        if (archive.get().isEmpty()) {
            archiveModel.opening(name);
        }
        Work<Opened> work = progress -> {
            Archive opened = opener.run(progress);
            return new Opened(new OpenArchive(opened, new SearchArchive(opened)), opened.catalogue(), opened.notice());
        };
        background.runLatest("open", lane, "Opening " + name, work, new Outcome<Opened>() {
            @Override
            public void done(Opened opened) {
                adopt(opened);
                opened.notice().ifPresent(sentence -> background.tell(Notice.problem(sentence)));
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
        archive.set(Optional.of(opened.archive()));
        archiveModel.open(opened.archive().archive().name(), opened.catalogue());
        settings.opened(opened.archive().archive().file());
        if (opened.notice().isEmpty()) { // else nothing can be written
            completeRendering(opened.archive());
        }
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
                        background.tell(Notice.news(sentence(report)));
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        refresh(into);
                        where.tell(Notice.problem(sentence));
                    }

                    @Override
                    public void cancelled() {
                        refresh(into);
                        background.tell(Notice.news(
                                "Import stopped. What was read stays; importing the folder again completes it."));
                    }
                });
    }

    private void refresh(OpenArchive changed) {
        background.run(
                Lane.READ, "Reading the archive", progress -> changed.archive().catalogue(), tiles -> {
                    if (archive.get().equals(Optional.of(changed))) {
                        archiveModel.refresh(tiles);
                        imports.set(imports.get() + 1);
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
                + TileText.count(report.tilesInArchive(), "tile", "tiles") + "." + problems
                + report.notes().stream().map(note -> " " + note + ".").collect(Collectors.joining());
    }

    private static String nameOf(Path file) {
        @Nullable Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".hsa") ? name.substring(0, name.length() - 4) : name;
    }
}
