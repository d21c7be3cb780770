package org.hashscape.ui.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.JobWatch;
import org.hashscape.workbench.Backbones;
import org.hashscape.workbench.Backbones.Detected;
import org.hashscape.workbench.Backbones.Entry;
import org.hashscape.workbench.Backbones.Wishes;
import org.hashscape.workbench.download.CatalogueNetwork;
import org.hashscape.workbench.job.Job.Work;
import org.hashscape.workbench.job.JobRunner.Lane;

/** The user's networks, and what can be done about them. One thing at a time. */
public final class NetworksViewModel {

    private final Background background;
    private final Backbones backbones;
    private final Runnable changed;
    private final ObservableList<Entry> networks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Detected>> detected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final JobWatch watch = new JobWatch();

    /** @param changed is told when networks were added or removed */
    public NetworksViewModel(Background background, Backbones backbones, Runnable changed) {
        this.background = background;
        this.backbones = backbones;
        this.changed = changed;
    }

    /** Those that can be used, by name. */
    public ObservableList<Entry> networks() {
        return networks;
    }

    /** Those that can be downloaded. */
    public List<CatalogueNetwork> catalogue() {
        return backbones.catalogue();
    }

    /** What could be seen of the model chosen last. */
    public ReadOnlyObjectProperty<Optional<Detected>> detectedProperty() {
        return detected.getReadOnlyProperty();
    }

    public JobWatch watch() {
        return watch;
    }

    /** Reads the list anew. */
    public void refresh() {
        background.run(Lane.READ, "Reading the networks", progress -> backbones.list(), networks::setAll);
    }

    /** Looks into a model file, without importing or running it. */
    public void look(Path model) {
        detected.set(Optional.empty());
        background.runLatest(
                "detect",
                Lane.READ,
                "Looking into " + model.getFileName(),
                progress -> backbones.detect(model, progress),
                new Outcome<Detected>() {
                    @Override
                    public void done(Detected found) {
                        detected.set(Optional.of(found));
                        watch.say(found.problem().orElse(""), found.problem().isPresent());
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        watch.say(sentence, true);
                    }
                });
    }

    public void importModel(Path model, Wishes wishes) {
        start(
                "Importing " + wishes.id(),
                progress -> backbones.importModel(model, wishes, progress),
                NetworksViewModel::added,
                "Import stopped; nothing was kept.");
    }

    /** Opens a connection: call it only for a button that says so. */
    public void download(CatalogueNetwork network, int views) {
        start(
                "Downloading " + network.title(),
                progress -> backbones.download(network.id(), views, progress),
                NetworksViewModel::added,
                "Download stopped. Downloading again goes on where it stopped.");
    }

    public void remove(Entry network) {
        start(
                "Removing " + network.id(),
                progress -> {
                    backbones.remove(network.id());
                    return network;
                },
                removed -> removed.id() + " was removed.",
                "");
    }

    private static String added(Entry entry) {
        return String.format(
                Locale.ENGLISH,
                "%s is ready: %,d features, SHA-256 %s. Choose it as the descriptor.",
                entry.id(),
                entry.dimension(),
                entry.sha256());
    }

    private <T> void start(
            String title, Work<T> work, java.util.function.Function<T, String> done, String whenCancelled) {
        if (watch.busyProperty().get()) {
            return;
        }
        watch.follow(background.run(Lane.LONG, title, work, new Outcome<T>() {
            @Override
            public void done(T answer) {
                watch.ended(done.apply(answer), false);
                refresh();
                changed.run();
            }

            @Override
            public void failed(String sentence, Background where) {
                watch.ended(sentence, true);
                refresh();
            }

            @Override
            public void cancelled() {
                watch.ended(whenCancelled, false);
            }
        }));
    }

    /** A name made of a file's: what a backbone's name may have, and no ending. */
    public static String nameFor(Path model) {
        String name = String.valueOf(model.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("\\.(pb|zip|tgz|tar\\.gz)$", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        return plain.substring(0, Math.min(40, plain.length()));
    }

    /** A download's size for a person: "88.7 MB". */
    public static String megabytes(CatalogueNetwork network) {
        return String.format(Locale.ENGLISH, "%.1f MB", network.bytes() / 1e6);
    }
}
