package org.hashscape.feature.region;

import java.util.List;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/**
 * The one descriptor of a tile that is made of the same measurements as multi-code hashing: the mean of its regions'
 * descriptors, weighted by area. What a single code can say where several codes say more.
 */
public final class RegionMean implements DescriptorFamily {

    private final RegionFamily family = new HandMadeRegions();

    @Override
    public String id() {
        return HandMadeRegions.ID;
    }

    @Override
    public String title() {
        return "Regions";
    }

    @Override
    public int sampleSize() {
        return family.sampleSize();
    }

    @Override
    public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
        return new Extractor(family.learn(sample, seed, progress));
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        return new Extractor(family.load(learned));
    }

    private record Extractor(RegionExtractor regions) implements DescriptorExtractor {

        @Override
        public String id() {
            return HandMadeRegions.ID;
        }

        @Override
        public int dimension() {
            return regions.dimension();
        }

        @Override
        public float[] describe(Raster raster) {
            RegionMap map = regions.segment(raster);
            float[][] rows = regions.describe(List.of(raster), List.of(map)).get(0);
            int[] sizes = map.sizes();
            double pixels = (double) map.width() * map.height();
            double[] sums = new double[dimension()];
            for (int region = 0; region < rows.length; region++) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += rows[region][i] * (sizes[region] / pixels);
                }
            }
            float[] mean = new float[sums.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) sums[i];
            }
            return mean;
        }

        @Override
        public byte[] toBytes() {
            return regions.toBytes();
        }
    }
}
