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

    /** What follows a network's name where the mean of its regions is meant. */
    public static final String SUFFIX = "-regions";

    private final RegionFamily family;
    private final String id;
    private final String title;

    /** Of hand-made regions. */
    public RegionMean() {
        this(new HandMadeRegions(), HandMadeRegions.ID, "Regions");
    }

    private RegionMean(RegionFamily family, String id, String title) {
        this.family = family;
        this.id = id;
        this.title = title;
    }

    /** Of a network's regions, as the descriptor named like the network and {@value #SUFFIX}. */
    public static RegionMean of(RegionFamily network) {
        return new RegionMean(network, network.id() + SUFFIX, "Regions of network " + network.id());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int sampleSize() {
        return family.sampleSize();
    }

    @Override
    public DescriptorExtractor learn(List<Raster> sample, long seed, Progress progress) {
        return new Extractor(id, family.learn(sample, seed, progress));
    }

    @Override
    public DescriptorExtractor load(byte[] learned) {
        return new Extractor(id, family.load(learned));
    }

    private record Extractor(String id, RegionExtractor regions) implements DescriptorExtractor {

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
