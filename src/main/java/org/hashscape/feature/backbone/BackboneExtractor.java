package org.hashscape.feature.backbone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.LearnedFormat;
import org.hashscape.model.Raster;

/**
 * Describes tiles by a network's pooled features: their mean over the views, brought to unit length. The network is
 * opened when the first tile is described.
 *
 * <p>The same tiles in the same order give the same bits. A tile alone and the same tile among others can differ in
 * their last bits (below 1e-6 of the unit length; seen on processors without AVX-512, never on those with it), because
 * TensorFlow splits its sums by a tile's place in the batch. One run per tile would give equal bits, at .76 instead of
 * .94 of the network's bare speed.
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
        return describeViews(rasters).stream().map(this::meanOf).toList();
    }

    @Override
    public int views() {
        return spec.views();
    }

    @Override
    public List<float[]> describeViews(List<Raster> rasters) {
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
                all.add(scaled(features.subList(tile, tile + spec.views())));
            }
        }
        return all;
    }

    @Override
    public float[] meanOf(float[] views) {
        float[] mean = new float[dimension()];
        for (int i = 0; i < views.length; i++) {
            mean[i % mean.length] += views[i];
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= spec.views();
        }
        return mean;
    }

    /** All orientations of a tile divided by one number, so that their mean has unit length. */
    private float[] scaled(List<float[]> views) {
        int dimension = dimension();
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (float[] view : views) {
                sum += view[i];
            }
            squares += sum * sum;
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("The backbone " + spec.id() + " gave a feature that is not a number");
        }
        double length = squares > 0 ? Math.sqrt(squares) / views.size() : 1;
        float[] scaled = new float[views.size() * dimension];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (views.get(i / dimension)[i % dimension] / length);
        }
        return scaled;
    }

    @Override
    public byte[] toBytes() {
        return LearnedFormat.write(spec.id(), BackboneFamily.VERSION, out -> {
            out.writeUTF(spec.sha256());
            out.writeUTF(BackboneFamily.use(spec));
        });
    }
}
