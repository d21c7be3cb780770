package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.archive.store.TileRecord;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.imaging.synthetic.SceneClass;
import org.hashscape.imaging.synthetic.SyntheticScene;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;

/**
 * Makes an archive of any number of tiles to measure with, in minutes. A few hundred scenes are painted and described; each
 * tile shows one of them, carries its labels, and its descriptor is that of the scene with every number moved at random,
 * by a tenth of how much that number varies among the scenes. Places are spread over the world, dates over ten years.
 *
 * <p>There are no originals. The archive says so ({@link Archive#generated}), wherever somebody looks for them.
 */
public final class GenerateArchive {

    /** Where an archive says that it was generated, and how. */
    static final String FACT = "generated";

    private static final int BATCH = 4096;
    private static final int SIDE = 64;
    private static final long SCENES = 20_260;
    private static final double JITTER = 0.1;
    private static final int METRES = 640;
    private static final LocalDate FIRST = LocalDate.of(2015, 7, 1);
    private static final int DAYS = 3653;

    /** What was made. */
    public record Report(int tiles, int scenes, int labels, int dimension, Duration elapsed) {}

    private GenerateArchive() {}

    /** A painted scene with what tiles take from it. */
    private record Scene(SceneClass sceneClass, byte[] jpeg, Labels labels, float[] descriptor) {}

    /**
     * Makes an archive.
     *
     * @param file must not exist
     * @param tiles how many, at least one for each class
     * @param scenesPerClass how many different pictures a class has
     * @param seed of everything random but the scenes, which are always the same
     * @throws IOException where the file exists or cannot be written; what was begun is deleted then, and on a cancel
     */
    public static Report run(Path file, int tiles, int scenesPerClass, long seed, Progress progress)
            throws IOException {
        if (Files.exists(file)) {
            throw new IOException(file + " exists already. Name a new file for the generated archive.");
        }
        if (tiles < SceneClass.values().length || scenesPerClass < 1) {
            throw new IllegalArgumentException("A generated archive has at least " + SceneClass.values().length
                    + " tiles and one scene a class, not " + tiles + " and " + scenesPerClass);
        }
        long start = System.nanoTime();
        List<Scene> scenes = paint(scenesPerClass, progress.part(0, 0.1));
        boolean whole = false;
        try (ArchiveStore store = ArchiveStore.openOrCreate(file)) {
            store.putFact(
                    FACT,
                    String.format(
                            Locale.ENGLISH,
                            "%,d tiles of %,d painted scenes, seed %d, by Hashscape %s",
                            tiles,
                            scenes.size(),
                            seed,
                            Workspace.version()));
            new GenerateArchive.Filling(store, scenes, scenesPerClass, tiles, seed).run(progress.part(0.1, 0.98));
            int labels =
                    store.tiles().columns(progress.part(0.98, 1)).labelCounts().size();
            whole = true;
            return new Report(
                    tiles,
                    scenes.size(),
                    labels,
                    scenes.get(0).descriptor().length,
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Scene> paint(int perClass, Progress progress) throws IOException {
        DescriptorExtractor extractor = family().learn(List.of(), DescribeTiles.SEED, Progress.NONE);
        SceneClass[] classes = SceneClass.values();
        int all = classes.length * perClass;
        List<Scene> scenes = new ArrayList<>();
        try {
            Pipeline.run(
                    IntStream.range(0, all).boxed().toList(),
                    number -> {
                        SceneClass sceneClass = classes[number / perClass];
                        SyntheticScene painted = SyntheticScene.paint(sceneClass, number % perClass, SIDE, SCENES);
                        try {
                            return new Scene(
                                    sceneClass,
                                    Thumbnails.encode(painted.raster()),
                                    painted.labels(),
                                    extractor.describe(painted.raster()));
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    },
                    scene -> {
                        scenes.add(scene);
                        progress.report((double) scenes.size() / all, "Painting scenes");
                    },
                    progress);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return scenes;
    }

    private static DescriptorFamily family() {
        return KnownDescriptors.byId("colour-texture");
    }

    /** Writes the tiles, class by class, so that their keys ascend with their ids. */
    private static final class Filling {

        private final ArchiveStore store;
        private final List<Scene> scenes;
        private final int perClass;
        private final int tiles;
        private final long seed;
        private final float[] spread;

        /** Tiles and descriptors that are written together. */
        private record Batch(List<TileRecord> records, List<TileId> ids, List<float[]> descriptors) {}

        Filling(ArchiveStore store, List<Scene> scenes, int perClass, int tiles, long seed) {
            this.store = store;
            this.scenes = scenes;
            this.perClass = perClass;
            this.tiles = tiles;
            this.seed = seed;
            this.spread = spread(scenes);
        }

        void run(Progress progress) throws IOException {
            StoredDescriptorSet set = store.descriptors()
                    .create(
                            family().id(),
                            spread.length,
                            DescribeTiles.SEED,
                            family().learn(List.of(), DescribeTiles.SEED, Progress.NONE)
                                    .toBytes(),
                            Workspace.version() + ", moved at random");
            int batches = (tiles + BATCH - 1) / BATCH;
            Pipeline.run(
                    IntStream.range(0, batches).boxed().toList(),
                    this::batch,
                    batch -> {
                        try {
                            store.tiles().putBatch(batch.records(), List.of());
                            store.descriptors().put(set, batch.ids(), batch.descriptors());
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                        long last = batch.ids().get(batch.ids().size() - 1).value();
                        progress.report(
                                (double) last / tiles,
                                String.format(Locale.ENGLISH, "Generating %,d of %,d tiles", last, tiles));
                    },
                    progress);
        }

        private Batch batch(int number) {
            Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int tile = number * BATCH; tile < Math.min(tiles, (number + 1) * BATCH); tile++) {
                SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + tile);
                int classes = scenes.size() / perClass;
                int ofClass = (int) ((long) tile * classes / tiles);
                Scene scene = scenes.get(ofClass * perClass + random.nextInt(perClass));
                batch.records().add(record(tile, scene, random));
                batch.ids().add(new TileId(tile + 1L));
                batch.descriptors().add(moved(scene.descriptor(), random));
            }
            return batch;
        }

        private static TileRecord record(int tile, Scene scene, SplittableRandom random) {
            String name = scene.sceneClass().id();
            return new TileRecord(
                    String.format(Locale.ROOT, "%s/%s_%07d.jpg", name, name, tile + 1),
                    SIDE,
                    SIDE,
                    3,
                    "JPEG",
                    new FileStamp(scene.jpeg().length, FIRST.toEpochDay() * 86_400_000),
                    scene.labels(),
                    Optional.of(somewhere(random)),
                    Optional.of(FIRST.plusDays(random.nextInt(DAYS))),
                    scene.jpeg());
        }

        /** A square of 640 m between 60 degrees south and 75 north; as many for each square degree of the map. */
        private static Footprint somewhere(SplittableRandom random) {
            double south = rounded(-60 + 135 * random.nextDouble());
            double west = rounded(-180 + 359.9 * random.nextDouble());
            double north = rounded(south + METRES / 111_320.0);
            double east = rounded(west + METRES / (111_320.0 * StrictMath.cos(StrictMath.toRadians(south))));
            int zone = (int) Math.floor((west + 180) / 6) + 1;
            return new Footprint(
                    List.of(
                            new Position(west, south),
                            new Position(east, south),
                            new Position(east, north),
                            new Position(west, north)),
                    "EPSG:" + ((south < 0 ? 32700 : 32600) + zone));
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }

        private float[] moved(float[] descriptor, SplittableRandom random) {
            float[] moved = new float[descriptor.length];
            for (int i = 0; i < moved.length; i++) {
                // Three uniform numbers have nearly a normal sum, of standard deviation 1 over -1.5..1.5 times 2.
                double bell = 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
                moved[i] = (float) (descriptor[i] + JITTER * spread[i] * bell);
            }
            return moved;
        }

        /** Standard deviation of each number among the scenes. */
        private static float[] spread(List<Scene> scenes) {
            int dimension = scenes.get(0).descriptor().length;
            float[] spread = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                double sum = 0;
                double squares = 0;
                for (Scene scene : scenes) {
                    sum += scene.descriptor()[i];
                    squares += (double) scene.descriptor()[i] * scene.descriptor()[i];
                }
                double mean = sum / scenes.size();
                spread[i] = (float) Math.sqrt(Math.max(0, squares / scenes.size() - mean * mean));
            }
            return spread;
        }
    }
}
