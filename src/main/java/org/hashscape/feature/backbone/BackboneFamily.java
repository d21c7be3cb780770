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

/** The descriptor of one imported backbone. Learns nothing from an archive; what it keeps there is the model's digest. */
final class BackboneFamily implements DescriptorFamily {

    static final int VERSION = 1;

    private final BackboneSpec spec;
    private final Path model;

    BackboneFamily(BackboneSpec spec, Path model) {
        this.spec = spec;
        this.model = model;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public String title() {
        return "Network " + spec.id();
    }

    @Override
    public int sampleSize() {
        return 0;
    }

    @Override
    public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
        return new BackboneExtractor(spec, model);
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(spec.id(), VERSION, learned)) {
            String digest = in.readUTF();
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
