package org.hashscape.feature.backbone;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashscape.feature.DescriptorFamilies;
import org.hashscape.model.Progress;
import org.hashscape.system.Folders;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorInfo;

/**
 * Makes a backbone of a TensorFlow model: a SavedModel's folder, a frozen graph, or a zip or gzipped tar archive of one of
 * them.
 *
 * <p>The file is not trusted. Sizes are limited before anything is read, archives cannot write outside their folder,
 * operations that reach outside the graph are refused, and the network must give finite features on a trial before it
 * is kept. Everything is made in a hidden folder beside its place and moved there at the very end, so that a failed or
 * cancelled import leaves nothing behind.
 */
public final class BackboneImport {

    /**
     * What the user says about the model; what is left out is detected.
     *
     * @param id see {@link BackboneSpec}
     * @param views see {@link BackboneSpec}
     */
    public record Wishes(
            String id,
            Optional<String> input,
            Optional<String> output,
            Optional<Integer> size,
            Optional<PixelRange> range,
            int views) {

        public Wishes(String id) {
            this(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
        }
    }

    private static final int USUAL_SIZE = 224;

    private final BackboneFolder backbones;
    private final Trial trial;

    /** Tries networks in a process of their own. */
    public BackboneImport(BackboneFolder backbones) {
        this(backbones, new TrialProcess());
    }

    BackboneImport(BackboneFolder backbones, Trial trial) {
        this.backbones = backbones;
        this.trial = trial;
    }

    /**
     * @param source a SavedModel's folder, a {@code .pb} file, or a {@code .zip} or {@code .tar.gz} archive
     * @throws IllegalArgumentException where the name or the size cannot be used
     * @throws IOException where the model cannot be read, is refused or does not run; the message says why
     */
    public BackboneSpec run(Path source, Wishes wishes, Progress progress) throws IOException {
        requireFree(wishes.id());
        wishes.size().ifPresent(BackboneSpec::requireSize);
        BackboneSpec.requireViews(wishes.views());
        Files.createDirectories(backbones.path());
        ImportClaim.clearDead(backbones.path());
        try (ImportClaim claim = ImportClaim.take(backbones.path(), wishes.id())) {
            requireFree(wishes.id());
            return make(source, wishes, claim.work(), progress);
        } catch (OutOfMemoryError tooLarge) {
            throw new IOException(
                    "The model needs more memory than Java may take; set HASHSCAPE_JAVA_OPTIONS=-Xmx4g", tooLarge);
        }
    }

    private BackboneSpec make(Path source, Wishes wishes, Path work, Progress progress) throws IOException {
        progress.report(0, "Reading " + source);
        Path unpacked = Files.createDirectory(work.resolve("unpacked"));
        SourceModel model = SourceModel.find(source, unpacked, progress);
        Path child = Files.createDirectory(work.resolve("backbone"));
        Plan plan =
                plan(GraphReader.read(model.graph()), wishes, model.variables().isPresent());
        progress.checkCancelled();
        progress.report(0.3, "Converting " + wishes.id());
        write(plan, model, child.resolve(BackboneFolder.MODEL), progress);
        progress.report(0.6, "Trying " + wishes.id());
        BackboneSpec spec = spec(wishes, plan, child.resolve(BackboneFolder.MODEL), progress);
        progress.checkCancelled();
        BackboneFolder.write(spec, child);
        Files.move(child, backbones.pathOf(wishes.id()), StandardCopyOption.ATOMIC_MOVE);
        return spec;
    }

    /**
     * How a model would be used, as far as that can be seen without running it.
     *
     * @param problem why something has to be said about it; the rest is empty then
     */
    public record Detected(
            Optional<String> input,
            Optional<String> output,
            Optional<Integer> size,
            Optional<PixelRange> range,
            Optional<String> problem) {}

    /**
     * Looks into a model without importing it.
     *
     * @throws IOException where it cannot be read at all
     */
    public static Detected detect(Path source, Wishes wishes, Progress progress) throws IOException {
        Path unpacked = Files.createTempDirectory("hashscape-model");
        try {
            SourceModel model = SourceModel.find(source, unpacked, progress);
            GraphReader.Found found = GraphReader.read(model.graph());
            progress.checkCancelled();
            try {
                Plan plan = plan(found, wishes, model.variables().isPresent());
                return new Detected(
                        Optional.of(plan.input()),
                        Optional.of(plan.output()),
                        Optional.of(plan.size()),
                        Optional.of(plan.range()),
                        Optional.empty());
            } catch (IOException undecided) {
                return new Detected(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(undecided.getMessage()));
            }
        } finally {
            Folders.delete(unpacked);
        }
    }

    private void requireFree(String id) {
        if (Files.exists(backbones.pathOf(id))) {
            throw new IllegalArgumentException("There is a backbone '" + id + "' already, in " + backbones.pathOf(id)
                    + ". Choose another name, or delete that folder.");
        }
        if (DescriptorFamilies.all().stream().anyMatch(family -> family.id().equals(id))) {
            throw new IllegalArgumentException("'" + id + "' is the name of a built-in descriptor; choose another");
        }
    }

    /** How the model is going to be used. */
    private record Plan(SavedModel model, String input, String output, int size, PixelRange range) {}

    private static Plan plan(GraphReader.Found found, Wishes wishes, boolean variables) throws IOException {
        return found.frozen().isPresent()
                ? frozen(found.frozen().get(), wishes)
                : saved(new SavedGraph(found.saved().orElseThrow()), wishes, variables);
    }

    private static Plan frozen(GraphDef graph, Wishes wishes) throws IOException {
        FrozenGraph frozen = new FrozenGraph(graph);
        String input =
                FrozenGraph.tensor(wishes.input().isPresent() ? wishes.input().get() : frozen.guessInput());
        String output =
                FrozenGraph.tensor(wishes.output().isPresent() ? wishes.output().get() : frozen.guessOutput());
        int size = wishes.size().or(() -> frozen.guessSize(input)).orElse(USUAL_SIZE);
        PixelRange range = wishes.range().orElseGet(() -> frozen.guessRange(input));
        GraphDef part = frozen.between(input, output, size);
        GraphReader.requireHarmless(part, false);
        SavedModel model = SavedGraph.of(part).serving(input, FrozenGraph.images(size), output);
        return new Plan(model, input, output, size, range);
    }

    private static Plan saved(SavedGraph saved, Wishes wishes, boolean variables) throws IOException {
        TensorInfo input = saved.input(wishes.input());
        TensorInfo output = saved.output(wishes.output());
        GraphReader.requireHarmless(saved.graph(), variables);
        int size =
                wishes.size().or(() -> FrozenGraph.side(input.getTensorShape())).orElse(USUAL_SIZE);
        PixelRange range = wishes.range().orElse(PixelRange.SIGNED);
        SavedModel model = saved.serving(input.getName(), FrozenGraph.images(size), output.getName());
        return new Plan(model, input.getName(), output.getName(), size, range);
    }

    private static void write(Plan plan, SourceModel source, Path folder, Progress progress) throws IOException {
        Files.createDirectory(folder);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("saved_model.pb")), 1 << 20)) {
            plan.model().writeTo(out);
        }
        if (source.variables().isPresent()) {
            Path variables = Files.createDirectory(folder.resolve("variables"));
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(source.variables().get(), "variables.{index,data-*}")) {
                for (Path file : files) {
                    progress.checkCancelled();
                    Files.copy(file, variables.resolve(file.getFileName()));
                }
            }
        }
    }

    private BackboneSpec spec(Wishes wishes, Plan plan, Path folder, Progress progress) throws IOException {
        int dimension = trial.dimension(folder, plan.size(), plan.range(), progress);
        return new BackboneSpec(
                wishes.id(),
                plan.input(),
                plan.output(),
                plan.size(),
                plan.range(),
                wishes.views(),
                dimension,
                digest(folder));
    }

    /** SHA-256 of the files' bytes one after the other, in the order of their paths. */
    private static String digest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            byte[] buffer = new byte[1 << 16];
            for (Path file : sorted) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
