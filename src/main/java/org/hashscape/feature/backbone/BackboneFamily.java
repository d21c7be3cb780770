package org.hashscape.feature.backbone;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.LearnedFormat;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/**
 * The descriptor of one imported backbone. Learns nothing from an archive; what it keeps there is the model's digest and
 * its use. What the backbone was trained on is read when it is asked for.
 */
final class BackboneFamily implements DescriptorFamily {

    static final int VERSION = 1;

    private final BackboneSpec spec;
    private final Path backbone;
    private final Path model;
    private final String title;

    /** @param backbone the folder of this one */
    BackboneFamily(BackboneSpec spec, Path backbone, String title) {
        this.spec = spec;
        this.backbone = backbone;
        this.model = backbone.resolve(BackboneFolder.MODEL);
        this.title = title;
    }

    /** What besides the model decides the features, as {@code 224 pixels, -1..1, 1 views}. */
    static String use(BackboneSpec spec) {
        return spec.size() + " pixels, " + spec.range() + ", " + spec.views() + " views";
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public String title() {
        return spec.views() == 1 ? title : title + ", " + spec.views() + " views";
    }

    @Override
    public int sampleSize() {
        return 0;
    }

    @Override
    public String trainedOn() {
        return note().sentence();
    }

    @Override
    public List<byte[]> trainedFingerprints() {
        return note().fingerprints();
    }

    private TrainingNote note() {
        return TrainingNote.read(backbone);
    }

    @Override
    public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
        return new BackboneExtractor(spec, model);
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(spec.id(), VERSION, learned)) {
            String digest = in.readUTF();
            String use = in.readUTF();
            if (digest.equals(spec.sha256()) && !use.equals(use(spec))) {
                throw new IllegalArgumentException("The archive was described by '" + spec.id()
                        + "' used in another way (" + use + ", now it is " + use(spec) + ")");
            }
            if (!digest.equals(spec.sha256())) {
                throw new IllegalArgumentException("The archive was described by another model named '" + spec.id()
                        + "' (SHA-256 " + digest + ", imported is " + spec.sha256() + ")");
            }
            return new BackboneExtractor(spec, model);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("The backbone's note in the archive is damaged", damaged);
        }
    }
}
