package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.feature.backbone.BackboneImport;
import org.hashscape.feature.backbone.BackboneSpec;
import org.hashscape.feature.backbone.PixelRange;
import org.hashscape.model.Progress;

/** The user's networks: imports and lists them. Once imported, a network is a descriptor of its name. */
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

    /** The networks that come with the program, by id. Does not start TensorFlow. */
    public List<Entry> builtIn() {
        return KnownDescriptors.builtIn().list().stream().map(Backbones::entry).toList();
    }

    /** The imported ones, by id. Does not start TensorFlow. */
    public List<Entry> list() {
        return KnownDescriptors.backbones().list().stream()
                .map(Backbones::entry)
                .toList();
    }

    /**
     * Imports a SavedModel's folder, a frozen graph or a zip archive of one of them. A failed or cancelled import
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
        return entry(new BackboneImport(KnownDescriptors.backbones()).run(source, wished, progress));
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
