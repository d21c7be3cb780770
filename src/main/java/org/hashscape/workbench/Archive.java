package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hashscape.archive.dataset.DatasetCard;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.dataset.ImageHeader;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.imaging.TilePixels;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.model.TileSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open archive. Thread-safe: reads may come from any thread, while one writer works. */
public final class Archive implements AutoCloseable {

    private static final String ENDING = ".hsa";
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    static final String ROOT = "root";
    private static final String ROOT_FROM_ARCHIVE = "root-from-archive";
    /** Another value after every change of tiles or labels, by which other processes notice it. */
    private static final String CHANGE = "change";

    /** A file that could not be imported. */
    public record Problem(String path, String reason) {}

    private final ArchiveStore store;
    private final ImageDecoder decoder = new ImageDecoder();
    private volatile long generation;
    private @Nullable TileCatalogue catalogue;
    private String catalogueState = "";
    private volatile @Nullable Rendering rendering;

    Archive(ArchiveStore store) {
        this.store = store;
    }

    /** File name without ".hsa". */
    public String name() {
        String name = String.valueOf(file().getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** The archive file. */
    public Path file() {
        return store.file().toAbsolutePath();
    }

    /** What the user should know of the file as it lies: that it can only be read, or that it is cut off, and what to do. */
    public Optional<String> notice() {
        return store.notice();
    }

    /** That only what is sound of a damaged file was opened, and what to do. */
    public Optional<String> damage() {
        return store.damage();
    }

    /**
     * The folder that tile keys are relative to; empty before the first import. May be gone: thumbnails still show.
     * Where archive and originals were moved together, it is found again beside the archive.
     */
    public Optional<Path> root() throws IOException {
        Optional<Path> absolute = store.fact(ROOT).map(Path::of);
        if (absolute.isPresent() && !Files.isDirectory(absolute.get())) {
            Optional<Path> moved = store.fact(ROOT_FROM_ARCHIVE)
                    .map(relative -> archiveFolder().resolve(relative).normalize())
                    .filter(Files::isDirectory);
            return moved.isPresent() ? moved : absolute;
        }
        return absolute;
    }

    /** How the archive was generated, where it was: it never had originals, and its descriptors are made up. */
    public Optional<String> generated() throws IOException {
        return store.fact(GenerateArchive.FACT);
    }

    /** Says where the originals lie now ("Locate folder..."). */
    public void locateRoot(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (store.fact(ROOT).filter(absolute.toString()::equals).isPresent()) {
            return;
        }
        for (Map.Entry<String, String> fact : rootFacts(absolute).entrySet()) {
            store.putFact(fact.getKey(), fact.getValue());
        }
        touch();
    }

    /** What the archive keeps of where its originals lie: the folder, and the way to it from the archive where there is one. */
    Map<String, String> rootFacts(Path absolute) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(ROOT, absolute.toString());
        if (absolute.getRoot() != null
                && absolute.getRoot().equals(archiveFolder().getRoot())) {
            facts.put(ROOT_FROM_ARCHIVE, archiveFolder().relativize(absolute).toString());
        }
        return facts;
    }

    /** The tiles as of now; cheap to call again: kept until the archive changes. */
    public synchronized TileCatalogue catalogue() throws IOException {
        TileCatalogue current = catalogue;
        if (current == null) {
            catalogueState = state();
            current = new TileCatalogue(store.tiles().columns(Progress.NONE));
            catalogue = current;
        }
        return current;
    }

    /** Files that could not be imported, by path. */
    public List<Problem> problems() throws IOException {
        return store.tiles().problems().stream()
                .map(problem -> new Problem(problem.path(), problem.reason()))
                .toList();
    }

    /** The tile's thumbnail, at most 128 pixels wide and high, from the archive file. */
    public Optional<Raster> thumbnail(TileId tile) throws IOException {
        Optional<byte[]> jpeg = thumbnailJpeg(tile);
        return jpeg.isPresent() ? Optional.of(Thumbnails.decode(jpeg.get())) : Optional.empty();
    }

    /** The thumbnail as the JPEG bytes that the archive keeps. */
    public Optional<byte[]> thumbnailJpeg(TileId tile) throws IOException {
        return store.tiles().thumbnail(tile);
    }

    /**
     * The tile's pixels from its original, as the archive renders them.
     *
     * @throws IOException where it is gone or unreadable, with what to do
     */
    public Raster raster(Tile tile) throws IOException {
        return decoder.decode(pixels(tile), rendering()).raster();
    }

    /**
     * Where a tile's pixels are.
     *
     * @throws IOException where they are gone or lie outside the archive's folder, with what to do
     */
    TilePixels pixels(Tile tile) throws IOException {
        Optional<String> generated = generated();
        if (generated.isPresent()) {
            throw new IOException(
                    "There are no originals: this archive was generated to measure with (" + generated.get() + ").");
        }
        Path root = root().orElseThrow(() -> new IOException("The archive has no folder of originals yet"));
        TileSource source = store.tileSources().find(tile.id()).orElse(TileSource.ofFile(tile.key()));
        List<Path> files = source.files().stream()
                .map(name -> root.resolve(name).normalize())
                .toList();
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new IOException(
                        "The original " + file + " is gone. If the folder was moved, choose Locate folder...");
            }
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw new IOException("The original " + file + " lies outside the archive's folder " + root
                        + ", by its name or by a symbolic link, and is not read.");
            }
        }
        return new TilePixels(files, source.window());
    }

    /** Whether a tile is the file of its key; else it is a window of a scene, or several files. */
    public boolean isFile(Tile tile) throws IOException {
        return store.tileSources().find(tile.id()).isEmpty();
    }

    /** How tiles are shown, described and exported. */
    public Rendering rendering() throws IOException {
        Rendering known = rendering;
        if (known == null) {
            known = store.renderings().text().map(Rendering::parse).orElse(Rendering.AUTOMATIC);
            rendering = known;
        }
        return known;
    }

    /** The published data set that its tiles are of, where the import found one. */
    public Optional<DatasetCard> dataset() throws IOException {
        return store.fact("layout")
                .map(DatasetLayout::valueOf)
                .map(DatasetLayout::card)
                .filter(card -> !card.citation().isBlank());
    }

    /** Chooses a rendering; what was computed from other pictures is dropped. */
    void chooseRendering(Rendering chosen) throws IOException {
        store.renderings().choose(chosen.toString());
        rendering = null;
        touch();
    }

    /** A tile's picture under a rendering that is being tried, at most so wide and high. */
    public Raster trial(Tile tile, Rendering tried, int side) throws IOException {
        return decoder.preview(pixels(tile), tried, side).picture();
    }

    /** The pixels of an image file that need not belong to the archive. @throws IOException where it is unreadable */
    public Raster outsideRaster(Path file) throws IOException {
        return decoder.decode(TilePixels.of(file), rendering()).raster();
    }

    /** What the header of an image file says. */
    ImageHeader header(Path file) throws IOException {
        ImageDecoder.ImageSize size = decoder.size(file);
        return new ImageHeader(size.width(), size.height(), size.bands());
    }

    @Override
    public void close() {
        decoder.close();
        store.close();
    }

    /** The file behind it, for use cases in other packages of the workbench. */
    public ArchiveStore store() {
        return store;
    }

    ImageDecoder decoder() {
        return decoder;
    }

    /** Counts changes of tiles or labels: whatever was kept under another number is stale. */
    long generation() {
        return generation;
    }

    /** Says that tiles or labels have changed, to other processes as well. */
    void touch() {
        try {
            store.putFact(CHANGE, Long.toHexString(ThreadLocalRandom.current().nextLong()));
        } catch (IOException unwritten) {
            LOG.warn("Other windows may not notice that {} has changed: {}", file(), unwritten.getMessage());
        }
        forget();
    }

    /**
     * Takes over what another process has changed since the tiles were last read. Cheap where it has not.
     *
     * @return whether it has
     */
    public synchronized boolean followOthers() throws IOException {
        if (catalogue == null || state().equals(catalogueState)) {
            return false;
        }
        forget();
        return true;
    }

    private synchronized void forget() {
        generation++;
        catalogue = null;
        rendering = null;
    }

    /** Changes with the tiles; during an import of another process, with every batch that adds some. */
    private String state() throws IOException {
        return store.factAndLastTile(CHANGE);
    }

    private Path archiveFolder() {
        return Optional.ofNullable(file().getParent()).orElse(file());
    }
}
