package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashscape.imaging.synthetic.GroundPlace;
import org.hashscape.imaging.synthetic.SceneClass;
import org.hashscape.imaging.synthetic.SceneFormat;
import org.hashscape.imaging.synthetic.SyntheticScene;
import org.hashscape.model.Progress;
import org.hashscape.system.Folders;

/**
 * Writes the sample archive: generated scenes in class folders, {@code <class>/<class>_NNN.(tif|png|jpg)}, with {@code
 * manifest.csv} (path, labels, date, CRS, WGS84 bounds) and {@code README.md} beside them.
 */
public final class SampleData {

    /** What was written. */
    public record Report(int tiles, int classes, long bytes) {}

    static final int TILES_PER_CLASS = 50;
    static final long SEED = 2026;
    private static final String MANIFEST = "manifest.csv";
    private static final String HEADER = "path,labels,date,crs,west,south,east,north";
    private static final String README = "README.md";
    private static final String TITLE = "# Hashscape sample archive";

    /** A finished tile: its file, and its line of the manifest. */
    private record TileFile(String path, byte[] bytes, String manifestLine) {}

    private SampleData() {}

    /**
     * Writes the whole archive. Files appear whole; the manifest appears last, so a folder with one is complete.
     *
     * @param folder is created where missing; may hold an earlier sample archive, whose files are replaced
     * @throws IOException where the folder holds anything else (nothing is touched then) or cannot be written
     */
    public static Report run(Path folder, Progress progress) throws IOException {
        return run(folder, TILES_PER_CLASS, progress);
    }

    static Report run(Path folder, int tilesPerClass, Progress progress) throws IOException {
        progress.checkCancelled();
        makeRoom(folder);
        Files.createDirectories(folder);
        // First of all, so that what a cancelled run leaves is known again as a sample archive.
        write(folder.resolve(README), readme(tilesPerClass).getBytes(StandardCharsets.UTF_8));
        SceneClass[] classes = SceneClass.values();
        List<String> lines = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        int all = classes.length * tilesPerClass;
        long bytes = 0;
        for (SceneClass sceneClass : classes) {
            Path classFolder = Files.createDirectories(folder.resolve(sceneClass.id()));
            for (TileFile tile : paint(sceneClass, tilesPerClass, all, done, progress)) {
                write(classFolder.resolveSibling(tile.path()), tile.bytes());
                bytes += tile.bytes().length;
                lines.add(tile.manifestLine());
            }
        }
        write(
                folder.resolve(MANIFEST),
                (HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        progress.report(1, "Wrote " + lines.size() + " tiles to " + folder);
        return new Report(lines.size(), classes.length, bytes);
    }

    private static List<TileFile> paint(
            SceneClass sceneClass, int count, int all, AtomicInteger done, Progress progress) throws IOException {
        try {
            return IntStream.range(0, count)
                    .parallel()
                    .mapToObj(number -> {
                        progress.checkCancelled();
                        TileFile tile = tile(sceneClass, number);
                        progress.report((double) done.incrementAndGet() / all, "Painting " + sceneClass.title());
                        return tile;
                    })
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static TileFile tile(SceneClass sceneClass, int number) {
        SceneFormat format = format(number);
        SyntheticScene scene = SyntheticScene.paint(sceneClass, number, side(format, number), SEED);
        String path =
                String.format(Locale.ROOT, "%s/%s_%03d.%s", sceneClass.id(), sceneClass.id(), number, format.ending());
        GroundPlace.Bounds bounds = scene.place().bounds();
        String line = String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%.6f,%.6f,%.6f,%.6f",
                path,
                String.join(";", scene.labels().names()),
                scene.date(),
                scene.place().crs(),
                bounds.west(),
                bounds.south(),
                bounds.east(),
                bounds.north());
        try {
            return new TileFile(path, format.encode(scene), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of ten tiles seven are JPEG, two GeoTIFF, one PNG; spread so that every region of a class meets every format. */
    private static SceneFormat format(int number) {
        return switch ((number + number / 10) % 10) {
            case 2 -> SceneFormat.GEOTIFF;
            case 5 -> SceneFormat.PNG;
            case 8 -> SceneFormat.GEOTIFF_DEFLATE;
            default -> SceneFormat.JPEG;
        };
    }

    /** Formats that keep every pixel get smaller tiles. */
    private static int side(SceneFormat format, int number) {
        return switch (format) {
            case GEOTIFF -> 104;
            case GEOTIFF_DEFLATE -> 120;
            case PNG -> 112;
            case JPEG -> number % 3 == 0 ? 144 : 160;
        };
    }

    /** Refuses a folder with anything but an earlier sample archive in it; clears that away. */
    private static void makeRoom(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file. Name a folder for the sample archive.");
        }
        List<Path> entries;
        try (Stream<Path> list = Files.list(folder)) {
            entries = list.sorted().toList();
        }
        if (entries.isEmpty()) {
            return;
        }
        Path readme = folder.resolve(README);
        boolean ours = Files.isRegularFile(readme) && Files.readString(readme).startsWith(TITLE);
        for (Path entry : entries) {
            if (!ours || !belongs(entry)) {
                throw new IOException(
                        "The folder " + folder + " is not empty and holds something else than a sample archive: "
                                + entry.getFileName() + ". Name an empty or a new folder.");
            }
        }
        Files.deleteIfExists(folder.resolve(MANIFEST));
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                Folders.delete(entry);
            }
        }
    }

    /** Whether an entry is one a sample archive has: README, manifest, or a class folder with nothing but its tiles. */
    private static boolean belongs(Path entry) throws IOException {
        String name = String.valueOf(entry.getFileName());
        if (Files.isRegularFile(entry)) {
            return name.equals(README) || name.equals(MANIFEST);
        }
        boolean known = Stream.of(SceneClass.values())
                .anyMatch(sceneClass -> sceneClass.id().equals(name));
        if (!known || Files.isSymbolicLink(entry)) {
            return false;
        }
        try (Stream<Path> tiles = Files.list(entry)) {
            return tiles.allMatch(tile -> Files.isRegularFile(tile)
                    && String.valueOf(tile.getFileName()).matches(name + "_\\d{3}\\.(tif|png|jpg)(\\.part)?"));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String readme(int tilesPerClass) {
        return TITLE
                + """


                %d generated Earth-observation scenes of %d classes, %d each: GeoTIFF, PNG and JPEG, one folder per class.
                `manifest.csv` gives each tile's labels (its class and what can be seen on it), date, CRS and WGS84 bounds.

                No pixel comes from a real image: every scene is painted by Hashscape from a seed, and the places and dates are
                only plausible. The files may be used by anyone for anything (CC0 1.0).

                Made by

                    hashscape sample-data <folder>

                which writes the same pixels again.
                """.formatted(tilesPerClass * SceneClass.values().length, SceneClass.values().length, tilesPerClass);
    }
}
