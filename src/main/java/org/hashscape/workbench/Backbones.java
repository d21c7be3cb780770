package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.BackboneImport;
import org.hashscape.feature.backbone.BackboneSpec;
import org.hashscape.feature.backbone.PixelRange;
import org.hashscape.model.Progress;
import org.hashscape.workbench.download.CatalogueNetwork;
import org.hashscape.workbench.download.Download;
import org.hashscape.workbench.download.KnownDigests;
import org.hashscape.workbench.download.NetworkCatalogue;

/** The user's networks: imports, downloads, lists and removes them. Once imported, a network is a descriptor of its name. */
public final class Backbones {

    /**
     * An imported network.
     *
     * @param input tensor that takes images
     * @param output tensor that gives features
     * @param size pixels of the square that tiles are brought to
     * @param range of pixel values, as {@code -1..1}
     * @param views orientations over which features are averaged, 1, 4 or 8
     * @param dimension features per tile
     * @param sha256 digest of the model
     */
    public record Entry(
            String id, String input, String output, int size, String range, int views, int dimension, String sha256) {}

    /** What the user says about a model; what is left out is detected. */
    public record Wishes(
            String id,
            Optional<String> input,
            Optional<String> output,
            Optional<Integer> size,
            Optional<String> range,
            int views) {}

    /** What can be seen of a model without running it; {@code problem} says what has to be said about it. */
    public record Detected(
            Optional<String> input,
            Optional<String> output,
            Optional<Integer> size,
            Optional<String> range,
            Optional<String> problem) {}

    private final BackboneFolder folder;
    private final List<CatalogueNetwork> catalogue;
    private final Path downloads;
    private final Download download;

    /** Those in the user's folder. */
    public Backbones() {
        this(
                KnownDescriptors.backbones(),
                NetworkCatalogue.networks(),
                Workspace.userFolder().resolve("downloads"),
                new Download());
    }

    Backbones(BackboneFolder folder, List<CatalogueNetwork> catalogue, Path downloads, Download download) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.downloads = downloads;
        this.download = download;
    }

    /** The networks that come with the program, by id. Does not start TensorFlow. */
    public List<Entry> builtIn() {
        return KnownDescriptors.builtIn().list().stream().map(Backbones::entry).toList();
    }

    /** The imported ones, by id. Does not start TensorFlow. */
    public List<Entry> list() {
        return folder.list().stream().map(Backbones::entry).toList();
    }

    /** Networks that {@link #download} can fetch. Opens no connection. */
    public List<CatalogueNetwork> catalogue() {
        return catalogue;
    }

    /**
     * Looks into a model without importing or running it.
     *
     * @throws IOException where it cannot be read at all
     */
    public Detected detect(Path source, Progress progress) throws IOException {
        BackboneImport.Detected found = BackboneImport.detect(source, new BackboneImport.Wishes("detected"), progress);
        return new Detected(
                found.input(), found.output(), found.size(), found.range().map(PixelRange::toString), found.problem());
    }

    /**
     * Fetches a network of the catalogue and imports it under its id. This is the one place in the program that opens a
     * connection. A cancelled download goes on where it stopped the next time; all else leaves nothing behind.
     *
     * @param views see {@link Entry}
     * @throws IllegalArgumentException where the catalogue has no such network
     * @throws IOException where it does not come, is not what it has to be, or cannot be imported
     */
    public Entry download(String id, int views, Progress progress) throws IOException {
        CatalogueNetwork network = catalogue.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no network '" + id
                        + "' in the catalogue. It has: "
                        + catalogue.stream().map(CatalogueNetwork::id).collect(Collectors.joining(", "))));
        if (list().stream().anyMatch(entry -> entry.id().equals(id))) {
            throw new IllegalArgumentException("There is a backbone '" + id + "' already. Remove it first.");
        }
        KnownDigests digests = new KnownDigests(downloads.resolve("digests.properties"));
        Optional<String> expected = network.sha256().isPresent() ? network.sha256() : digests.of(network);
        Download.Got got = download.run(
                new Download.Wanted(network.address(), network.bytes(), expected),
                downloads.resolve(id + ".download"),
                progress.part(0, 0.8));
        try {
            digests.remember(network, got.sha256());
            return importModel(
                    got.file(),
                    new Wishes(
                            id,
                            Optional.of(network.input()),
                            Optional.of(network.output()),
                            Optional.of(network.size()),
                            Optional.of(network.range()),
                            views),
                    progress.part(0.8, 1));
        } finally {
            Files.deleteIfExists(got.file());
        }
    }

    /** The SHA-256 that a download of this network must have: the published one, or that of the first download. */
    public Optional<String> knownDigest(CatalogueNetwork network) throws IOException {
        return network.sha256().isPresent()
                ? network.sha256()
                : new KnownDigests(downloads.resolve("digests.properties")).of(network);
    }

    /**
     * Deletes an imported network. Archives keep what it described, but cannot describe new tiles until it is imported
     * again.
     *
     * @throws IllegalArgumentException where there is none
     */
    public void remove(String id) throws IOException {
        if (builtIn().stream().anyMatch(entry -> entry.id().equals(id))) {
            throw new IllegalArgumentException("'" + id + "' comes with the program and cannot be removed");
        }
        folder.remove(id);
    }

    /**
     * Imports a SavedModel's folder, a frozen graph, or a zip or gzipped tar archive of one of them. A failed or cancelled import
     * leaves nothing behind.
     *
     * @throws IllegalArgumentException where name, size or range cannot be used
     * @throws IOException where the model cannot be read, is refused or does not run; the message says why
     */
    public Entry importModel(Path source, Wishes wishes, Progress progress) throws IOException {
        if (builtIn().stream().anyMatch(entry -> entry.id().equals(wishes.id()))) {
            throw new IllegalArgumentException(
                    "'" + wishes.id() + "' is the name of a network that comes with the program; choose another");
        }
        BackboneImport.Wishes wished = new BackboneImport.Wishes(
                wishes.id(),
                wishes.input(),
                wishes.output(),
                wishes.size(),
                wishes.range().map(PixelRange::of),
                wishes.views());
        return entry(new BackboneImport(folder).run(source, wished, progress));
    }

    static Entry entry(BackboneSpec spec) {
        return new Entry(
                spec.id(),
                spec.input(),
                spec.output(),
                spec.size(),
                spec.range().toString(),
                spec.views(),
                spec.dimension(),
                spec.sha256());
    }
}
