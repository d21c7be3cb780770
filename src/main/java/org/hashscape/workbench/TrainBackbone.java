package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.dataset.DatasetScanner;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.BackboneSpec;
import org.hashscape.feature.backbone.FinishedGraph;
import org.hashscape.feature.backbone.training.BackboneTraining;
import org.hashscape.feature.backbone.training.Recipe;
import org.hashscape.feature.backbone.training.TrainedNet;
import org.hashscape.feature.backbone.training.TrainingViews;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/**
 * Trains a compact network on labelled folders, generated scenes and the features of larger networks, and writes it as
 * a backbone.
 *
 * <p>Of every folder the training tiles alone are read, those that the protocols of {@code evaluate} train on with the
 * same seed; their test tiles are not looked at, by the network or by its teachers. Fingerprints of the training tiles
 * are left beside the network, so that an evaluation on other splits of these folders is recognised. What a run needs again is kept in its
 * work folder: archives, teachers, their features and the checkpoint.
 */
public final class TrainBackbone {

    private static final int MOST_VIEWS_OF_A_TILE = 8;
    private static final double SMALLEST_AREA = 0.35;
    private static final int MOST_SENTENCE = 240;
    private static final int MOST_CHARACTERS = 500;

    /**
     * What to train.
     *
     * @param folders of labelled tiles
     * @param teachers model files
     * @param scenes generated scenes per class
     * @param views of every data set, at least one per tile and at most eight
     * @param orientations over which the finished network's features are averaged, 1, 4 or 8
     * @param output folder that gets a folder named as the id
     * @param work folder for what a later run goes on from
     * @param size pixels of the network's input
     * @param trainedAt pixels of the squares that it is trained on, 0 for the same
     * @param from a network of an earlier training whose weights to begin with
     * @param finish whether to make the network of the last checkpoint at once
     */
    public record Request(
            List<Path> folders,
            List<Path> teachers,
            int scenes,
            int views,
            String id,
            int orientations,
            Path output,
            Path work,
            int size,
            int trainedAt,
            double width,
            int dimension,
            int batch,
            int steps,
            double minutes,
            long seed,
            Optional<Path> from,
            boolean finish) {}

    /** One view before it is shrunk to the student's size. */
    private record View(Raster raster, int ofClass, boolean whole) {}

    private final Request request;

    public TrainBackbone(Request request) {
        this.request = request;
        if (request.folders().isEmpty() && request.scenes() < 1) {
            throw new IllegalArgumentException("Name at least one folder of labelled tiles, or generate scenes");
        }
        if (request.teachers().isEmpty()) {
            throw new IllegalArgumentException("Name at least one network to learn from");
        }
    }

    /**
     * Trains. A cancelled run leaves its work folder, and goes on from there when it is run again.
     *
     * @throws IllegalArgumentException where the request cannot be met
     * @throws IOException where tiles or teachers cannot be read, or the network not written
     */
    public Backbones.Entry run(Progress progress) throws IOException {
        BackboneFolder output = new BackboneFolder(request.output());
        if (Files.exists(request.output().resolve(request.id()))) {
            throw new IllegalArgumentException("There is a backbone '" + request.id() + "' already, in "
                    + request.output() + ". Name another one or another folder, or delete it.");
        }
        Recipe recipe = new Recipe(
                request.size(),
                request.trainedAt() == 0 ? request.size() : request.trainedAt(),
                request.width(),
                request.dimension(),
                request.batch(),
                request.steps(),
                request.minutes(),
                request.seed());
        Optional<FinishedGraph> start = start();
        Files.createDirectories(request.work());
        List<Archive> archives = new ArrayList<>();
        try {
            List<Integer> setOfClass = new ArrayList<>();
            List<TrainingTiles> sources = sources(archives, setOfClass, progress.part(0, 0.02));
            TrainingViews views = views(sources, setOfClass, recipe.trainedAt(), progress.part(0.02, 0.2));
            BackboneTraining training =
                    new BackboneTraining(views, recipe, request.work().resolve("checkpoint.bin"), start);
            TrainedNet net = request.finish() ? training.finishNow() : training.run(progress.part(0.2, 1));
            BackboneSpec spec = net.importInto(output, request.id(), request.orientations(), progress.part(1, 1));
            note(output, sources, start);
            return Backbones.entry(spec);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            archives.forEach(Archive::close);
        }
    }

    /**
     * Writes beside the network that is there what it was trained on, as {@link #run} does at its end. Trains nothing and
     * asks no teacher.
     *
     * @throws IllegalArgumentException where the network is not there
     */
    public Backbones.Entry noteTraining(Progress progress) throws IOException {
        BackboneFolder output = new BackboneFolder(request.output());
        BackboneSpec spec = output.list().stream()
                .filter(each -> each.id().equals(request.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no backbone '" + request.id() + "' in " + request.output()));
        Files.createDirectories(request.work());
        List<Archive> archives = new ArrayList<>();
        try {
            note(output, sources(archives, new ArrayList<>(), progress), start());
            return Backbones.entry(spec);
        } finally {
            archives.forEach(Archive::close);
        }
    }

    private Optional<FinishedGraph> start() throws IOException {
        return request.from().isPresent()
                ? Optional.of(FinishedGraph.read(request.from().get()))
                : Optional.empty();
    }

    /** What the network that it began with had seen, it has seen too. */
    private void note(BackboneFolder output, List<TrainingTiles> sources, Optional<FinishedGraph> start)
            throws IOException {
        Set<ByteBuffer> fingerprints = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        for (TrainingTiles source : sources) {
            source.fingerprints().forEach(each -> fingerprints.add(ByteBuffer.wrap(each)));
            words.add(source.inWords());
        }
        String all = String.join(", ", words);
        String split = "; split of seed " + request.seed();
        String before = start.map(FinishedGraph::trainedOn)
                .filter(text -> !text.isEmpty())
                .map(text -> "; before that on " + text)
                .orElse("");
        String sentence = all.substring(0, Math.min(all.length(), MOST_SENTENCE)) + split + before;
        start.ifPresent(seen -> seen.fingerprints().forEach(each -> fingerprints.add(ByteBuffer.wrap(each))));
        output.noteTraining(
                request.id(),
                sentence.substring(0, Math.min(sentence.length(), MOST_CHARACTERS)),
                fingerprints.stream().map(ByteBuffer::array).toList());
    }

    private List<TrainingTiles> sources(List<Archive> archives, List<Integer> setOfClass, Progress progress)
            throws IOException {
        List<TrainingTiles> sources = new ArrayList<>();
        for (Path folder : request.folders()) {
            Archive archive = Workspace.openOrCreate(
                    request.work().resolve("tiles-" + sources.size() + "-" + folder.getFileName() + ".hsa"));
            archives.add(archive);
            boolean listed = DatasetScanner.manifestOf(folder, folder).isPresent(); // else one class per folder
            new ImportTiles(archive).run(folder, listed ? DatasetLayout.MANIFEST : DatasetLayout.FOLDERS, progress);
            sources.add(new TrainingTiles.Folder(archive, request.seed(), setOfClass, sources.size()));
        }
        if (request.scenes() > 0) {
            sources.add(new TrainingTiles.Scenes(request.scenes(), request.seed(), setOfClass, sources.size()));
        }
        return sources;
    }

    private TrainingViews views(List<TrainingTiles> sources, List<Integer> setOfClass, int side, Progress progress)
            throws IOException {
        TrainingViews views = new TrainingViews(
                side, setOfClass.stream().mapToInt(Integer::intValue).toArray());
        Teachers teachers = new Teachers(request, progress);
        long seed = request.seed();
        for (TrainingTiles source : sources) {
            int each = Math.max(1, Math.min(MOST_VIEWS_OF_A_TILE, request.views() / Math.max(1, source.tiles())));
            Pipeline.run(
                    IntStream.range(0, source.tiles()).boxed().toList(),
                    tile -> cut(source, tile, each, seed),
                    cuts -> cuts.forEach(view -> {
                        views.add(view.raster(), view.ofClass(), view.whole());
                        teachers.look(view.raster());
                    }),
                    progress);
        }
        views.teach(teachers.features());
        return views;
    }

    /** The whole tile, then parts of it of random place, size and shape. */
    private static List<View> cut(TrainingTiles source, int tile, int count, long seed) {
        Raster whole = source.raster(tile);
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + tile);
        List<View> views = new ArrayList<>(List.of(new View(whole, source.classOf(tile), true)));
        for (int i = 1; i < count; i++) {
            double area = random.nextDouble(SMALLEST_AREA, 1);
            double shape = Math.sqrt(random.nextDouble(0.75, 4.0 / 3));
            int width = side(whole.width(), Math.sqrt(area) * shape);
            int height = side(whole.height(), Math.sqrt(area) / shape);
            Raster part = whole.crop(
                    random.nextInt(whole.width() - width + 1),
                    random.nextInt(whole.height() - height + 1),
                    width,
                    height);
            views.add(new View(part, source.classOf(tile), false));
        }
        return views;
    }

    private static int side(int whole, double share) {
        return Math.max(1, Math.min(whole, (int) Math.round(whole * share)));
    }
}
