package org.hashscape.feature.backbone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.feature.region.RegionSegmentation;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/**
 * Means of a network's last map over the regions of tiles, of unit length.
 *
 * @param spec how the network takes tiles; its views do not matter here, a region is looked at once
 * @param model folder of the network
 */
record MapPooling(BackboneSpec spec, Path model) {

    static final int BATCH = 8;

    RegionMap segment(Raster raster) {
        return RegionSegmentation.CHOSEN.of(raster);
    }

    /** One array per tile, with one row per region. */
    List<float[][]> describe(List<Raster> rasters, List<RegionMap> maps) {
        Network network = OpenNetworks.getMaps(spec, model);
        List<float[][]> all = new ArrayList<>();
        for (int from = 0; from < rasters.size(); from += BATCH) {
            List<Raster> squares = rasters.subList(from, Math.min(from + BATCH, rasters.size())).stream()
                    .map(raster -> SquareInput.of(raster, spec.size()))
                    .toList();
            for (FeatureMap features : network.maps(squares)) {
                all.add(pool(features, maps.get(all.size())));
            }
        }
        return all;
    }

    private static float[][] pool(FeatureMap features, RegionMap map) {
        int[][] overlaps = new int[map.count()][features.width() * features.height()];
        for (int y = 0; y < map.height(); y++) {
            int row = y * features.height() / map.height() * features.width();
            for (int x = 0; x < map.width(); x++) {
                overlaps[map.regionAt(x, y)][row + x * features.width() / map.width()]++;
            }
        }
        float[][] pooled = new float[map.count()][];
        for (int region = 0; region < pooled.length; region++) {
            pooled[region] = mean(features, overlaps[region]);
        }
        return pooled;
    }

    private static float[] mean(FeatureMap features, int[] overlaps) {
        int dimension = features.dimension();
        double[] sums = new double[dimension];
        for (int cell = 0; cell < overlaps.length; cell++) {
            for (int i = 0, at = cell * dimension; i < dimension && overlaps[cell] > 0; i++, at++) {
                sums[i] += (double) overlaps[cell] * features.values()[at];
            }
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("The network gave a feature that is not a number");
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        float[] unit = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            unit[i] = (float) (sums[i] / length);
        }
        return unit;
    }
}
