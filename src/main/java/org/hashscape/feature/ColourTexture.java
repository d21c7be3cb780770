package org.hashscape.feature;

import java.util.List;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/**
 * The family {@code colour-texture}: what colours a tile has and how rough, grained and directed its surface is. Learns
 * nothing, so it can describe the first tile of an archive at once.
 */
final class ColourTexture implements DescriptorFamily {

    static final String ID = "colour-texture";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Colour and texture";
    }

    @Override
    public int sampleSize() {
        return 0;
    }

    @Override
    public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
        progress.checkCancelled();
        return ColourTextureExtractor.INSTANCE;
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        if (learned.length != 0) {
            throw new IllegalArgumentException(
                    "'" + ID + "' learns nothing, so it cannot have written " + learned.length + " bytes");
        }
        return ColourTextureExtractor.INSTANCE;
    }
}
