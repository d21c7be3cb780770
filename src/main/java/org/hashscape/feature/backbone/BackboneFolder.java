package org.hashscape.feature.backbone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.region.RegionFamily;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of imported backbones. Each is a folder of its own, named as its id:
 *
 * <pre>
 * ID/backbone.json          {"format": 1, "id", "input", "output", "size", "range", "views", "dimension", "sha256"}
 * ID/model/saved_model.pb   a SavedModel whose signature "serving_default" maps "images" to "features"
 * ID/model/variables/       where the model has variables
 * ID/trained-on.txt         what it was trained on, where that is known (see {@link #noteTraining})
 * ID/trained-on.fingerprints
 * </pre>
 *
 * <p>The folder is read anew on every call: what is imported while the program runs is there at once.
 */
public final class BackboneFolder {

    static final String MODEL = "model";
    static final String DESCRIPTION = "backbone.json";
    static final int FORMAT = 1;
    static final long MOST_DESCRIPTION_BYTES = 1 << 16;

    private static final Logger LOG = LoggerFactory.getLogger(BackboneFolder.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder need not exist yet */
    public BackboneFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path pathOf(String id) {
        BackboneSpec.requireId(id);
        return folder.resolve(id);
    }

    /** The backbones that can be used, by id. A folder that cannot be read is left out, with a line in the log. */
    public List<BackboneSpec> list() {
        List<BackboneSpec> specs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return specs;
        }
        try (DirectoryStream<Path> children =
                Files.newDirectoryStream(folder, child -> Files.isRegularFile(child.resolve(DESCRIPTION)))) {
            for (Path child : children) {
                read(child).ifPresent(specs::add);
            }
        } catch (IOException unreadable) {
            LOG.warn("The backbones in {} cannot be listed: {}", folder, unreadable.getMessage());
        }
        specs.sort(Comparator.comparing(BackboneSpec::id));
        return specs;
    }

    /** The backbones as descriptors, by id, titled "Network" and the id. */
    public List<DescriptorFamily> families() {
        return families(spec -> "Network " + spec.id());
    }

    /** The backbones as descriptors, by id. @param title what the user reads, without the number of views */
    public List<DescriptorFamily> families(Function<BackboneSpec, String> title) {
        List<DescriptorFamily> families = new ArrayList<>();
        list().forEach(spec -> families.add(new BackboneFamily(spec, pathOf(spec.id()), title.apply(spec))));
        return families;
    }

    /** The backbones as descriptors of regions, by id; one without a map says so when it is used. */
    public List<RegionFamily> regionFamilies() {
        List<RegionFamily> families = new ArrayList<>();
        list().forEach(spec ->
                families.add(new BackboneRegions(spec, pathOf(spec.id()).resolve(MODEL))));
        return families;
    }

    /**
     * Writes beside a backbone what it was trained on, so that evaluations can tell when they ask about those tiles.
     * Replaces what was written before.
     *
     * @param sentence one line of at most 500 characters, as it continues "was trained on"
     * @param fingerprints of the tiles, each of 512 bytes as {@code imaging.DihedralFingerprint.toBytes} gives them
     * @throws IllegalArgumentException where there is no such backbone, or the sentence or the fingerprints do not fit
     */
    public void noteTraining(String id, String sentence, List<byte[]> fingerprints) throws IOException {
        if (!Files.isRegularFile(pathOf(id).resolve(DESCRIPTION))) {
            throw new IllegalArgumentException("There is no backbone '" + id + "' in " + folder);
        }
        new TrainingNote(sentence, fingerprints).write(pathOf(id));
    }

    /**
     * Deletes a backbone.
     *
     * @throws IllegalArgumentException where there is none of that name
     * @throws IOException where it cannot be deleted, or is being imported right now
     */
    public void remove(String id) throws IOException {
        if (!Files.isDirectory(pathOf(id))) {
            throw new IllegalArgumentException("There is no imported backbone '" + id + "'");
        }
        try (ImportClaim claim = ImportClaim.take(folder, id)) {
            // Out of sight in one step: a program killed half-way leaves no half backbone.
            Files.move(pathOf(id), claim.work().resolve("removed"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Optional<BackboneSpec> read(Path child) {
        try {
            Path file = child.resolve(DESCRIPTION);
            if (Files.size(file) > MOST_DESCRIPTION_BYTES) {
                throw new IOException(DESCRIPTION + " is " + Files.size(file) + " bytes long");
            }
            BackboneSpec spec = parse(JSON.readTree(file.toFile()));
            if (!child.endsWith(spec.id())) {
                throw new IOException("it says its id is " + spec.id());
            }
            return Optional.of(spec);
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warn("The backbone in {} is left out: {}", child, unusable.getMessage());
            return Optional.empty();
        }
    }

    private static BackboneSpec parse(JsonNode json) throws IOException {
        if (json.path("format").asInt() != FORMAT) {
            throw new IOException("format is " + json.path("format") + ", this program reads " + FORMAT);
        }
        return new BackboneSpec(
                json.path("id").asText(),
                json.path("input").asText(),
                json.path("output").asText(),
                json.path("size").asInt(),
                PixelRange.of(json.path("range").asText()),
                json.path("views").asInt(),
                json.path("dimension").asInt(),
                json.path("sha256").asText());
    }

    static void write(BackboneSpec spec, Path child) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("id", spec.id())
                .put("input", spec.input())
                .put("output", spec.output())
                .put("size", spec.size())
                .put("range", spec.range().toString())
                .put("views", spec.views())
                .put("dimension", spec.dimension())
                .put("sha256", spec.sha256());
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(child.resolve(DESCRIPTION).toFile(), json);
    }
}
