package org.hashscape.ui.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hashscape.ui.query.Parameters;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.settings.Settings;
import org.hashscape.workbench.settings.Settings.Views;
import org.hashscape.workbench.settings.Settings.WindowBounds;

/** The settings, one change at a time. Screen's thread only. */
public final class WindowSettings {

    private static final int MOST_RECENT = 10;

    private final Supplier<Settings> read;
    private final Consumer<Settings> write;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();

    public WindowSettings(Supplier<Settings> read, Consumer<Settings> write) {
        this.read = read;
        this.write = write;
        recent.setAll(read.get().recentArchives().stream().map(Path::of).toList());
    }

    /** Settings that end with the window. */
    public static WindowSettings forgetful(Settings start) {
        Settings[] now = {start};
        return new WindowSettings(() -> now[0], next -> now[0] = next);
    }

    public Optional<Path> lastArchive() {
        return read.get().lastArchive().map(Path::of);
    }

    /** Archives opened lately, newest first. */
    public ObservableList<Path> recentArchives() {
        return recent;
    }

    public String theme() {
        return read.get().theme();
    }

    /** Text size in percent of the usual one, within reason. */
    public int textPercent() {
        return Math.max(75, Math.min(300, read.get().textPercent()));
    }

    public Optional<WindowBounds> bounds() {
        return read.get().window();
    }

    public Parameters parameters() {
        Settings now = read.get();
        Lookup lookup = switch (now.lookup()) {
            case "table" -> new Lookup.Table(Math.max(0, Math.min(4, now.radius())));
            case "asymmetric" -> new Lookup.Asymmetric();
            default -> new Lookup.FullRanking();
        };
        return new Parameters(now.method(), now.descriptor(), now.bits(), now.k(), lookup, now.rerank());
    }

    void opened(Path archive) {
        List<Path> newest = new ArrayList<>(recent);
        newest.remove(archive);
        newest.add(0, archive);
        recent.setAll(newest.subList(0, Math.min(MOST_RECENT, newest.size())));
        Settings now = read.get();
        write.accept(new Settings(
                Optional.of(archive.toString()),
                recent.stream().map(Path::toString).toList(),
                now.theme(),
                now.textPercent(),
                now.window(),
                now.method(),
                now.descriptor(),
                now.bits(),
                now.k(),
                now.lookup(),
                now.radius(),
                now.rerank(),
                now.views()));
    }

    void setTheme(String theme) {
        Settings now = read.get();
        write.accept(with(now, theme, now.textPercent(), now.window(), parameters()));
    }

    void setTextPercent(int percent) {
        Settings now = read.get();
        write.accept(with(now, now.theme(), percent, now.window(), parameters()));
    }

    void setBounds(WindowBounds bounds) {
        Settings now = read.get();
        write.accept(with(now, now.theme(), now.textPercent(), Optional.of(bounds), parameters()));
    }

    /** How results are looked at. */
    public Views views() {
        return read.get().views();
    }

    boolean firstSteps() {
        return read.get().views().firstSteps();
    }

    void setFirstSteps(boolean shown) {
        setViews(views().withFirstSteps(shown));
    }

    void setViews(Views views) {
        write.accept(read.get().with(views));
    }

    void setParameters(Parameters parameters) {
        Settings now = read.get();
        write.accept(with(now, now.theme(), now.textPercent(), now.window(), parameters));
    }

    private static Settings with(
            Settings now, String theme, int textPercent, Optional<WindowBounds> window, Parameters chosen) {
        String ranking = chosen.lookup() instanceof Lookup.Asymmetric ? "asymmetric" : "ranking";
        return new Settings(
                now.lastArchive(),
                now.recentArchives(),
                theme,
                textPercent,
                window,
                chosen.method(),
                chosen.descriptor(),
                chosen.bits(),
                chosen.k(),
                chosen.lookup() instanceof Lookup.Table ? "table" : ranking,
                chosen.lookup() instanceof Lookup.Table some ? some.radius() : now.radius(),
                chosen.rerank(),
                now.views());
    }
}
