package org.hashscape.feature.backbone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.LearnedFormat;
import org.hashscape.model.Raster;

/**
 * Describes tiles by a network's pooled features, summed over the views, brought to unit length. The network is opened when the first tile is
 * described.
 */
final class BackboneExtractor implements DescriptorExtractor {

    /** Tiles per run of the network: more gain next to nothing on a CPU and cost memory. */
    static final int BATCH = 8;

    private final BackboneSpec spec;
    private final Path model;

    BackboneExtractor(BackboneSpec spec, Path model) {
        this.spec = spec;
        this.model = model;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public int dimension() {
        return spec.dimension();
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Raster prepare(Raster raster) {
        return SquareInput.of(raster, spec.size());
    }

    @Override
    public float[] describe(Raster raster) {
        return describeAll(List.of(raster)).get(0);
    }

    @Override
    public List<float[]> describeAll(List<Raster> rasters) {
        Network network = OpenNetworks.get(spec, model);
        List<float[]> all = new ArrayList<>();
        int tiles = BATCH / spec.views();
        for (int from = 0; from < rasters.size(); from += tiles) {
            List<Raster> squares = new ArrayList<>();
            for (Raster raster : rasters.subList(from, Math.min(from + tiles, rasters.size()))) {
                squares.addAll(Orientations.of(prepare(raster), spec.views()));
            }
            List<float[]> features = network.features(squares);
            for (int tile = 0; tile < features.size(); tile += spec.views()) {
                all.add(unitLength(sum(features.subList(tile, tile + spec.views()))));
            }
        }
        return all;
    }

    private static float[] sum(List<float[]> views) {
        float[] sum = new float[views.get(0).length];
        for (float[] view : views) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += view[i];
            }
        }
        return sum;
    }

    private float[] unitLength(float[] features) {
        double sum = 0;
        for (float feature : features) {
            sum += (double) feature * feature;
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("The backbone " + spec.id() + " gave a feature that is not a number");
        }
        double length = sum > 0 ? Math.sqrt(sum) : 1;
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) (features[i] / length);
        }
        return features;
    }

    @Override
    public byte[] toBytes() {
        return LearnedFormat.write(spec.id(), BackboneFamily.VERSION, out -> {
            out.writeUTF(spec.sha256());
            out.writeUTF(BackboneFamily.use(spec));
        });
    }
}
