package org.hashscape.feature.region;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.feature.LearnedFormat;
import org.hashscape.feature.Standardiser;
import org.hashscape.feature.WorkingSize;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/**
 * Regions described by shape, texture and intensity, as in Reato, Demir and Bruzzone 2019; every number brought to mean
 * 0 and deviation 1 over the regions of a sample. What is learned is those means and deviations.
 */
public final class HandMadeRegions implements RegionFamily {

    /** Id of the family, and of the descriptor {@link RegionMean} that goes with it. */
    public static final String ID = "regions";

    static final int VERSION = 1;

    private static final int SAMPLE = 300;
    /** Pixels of the longer side at which textures are measured. */
    private static final int TEXTURE_SIDE = 256;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int sampleSize() {
        return SAMPLE;
    }

    @Override
    public RegionExtractor learn(List<Raster> sample, long seed, Progress progress) {
        if (sample.isEmpty()) {
            throw new IllegalArgumentException("Regions are learned from the archive's tiles, but none can be read");
        }
        List<float[]> rows = new ArrayList<>();
        for (Raster raster : sample) {
            progress.checkCancelled();
            rows.addAll(List.of(measure(raster, RegionSegmentation.CHOSEN.of(raster))));
        }
        float[] values = new float[rows.size() * RegionStatistics.LENGTH];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * RegionStatistics.LENGTH, RegionStatistics.LENGTH);
        }
        return new Extractor(Standardiser.fit(new DescriptorMatrix(rows.size(), RegionStatistics.LENGTH, values)));
    }

    @Override
    public RegionExtractor load(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(ID, VERSION, learned)) {
            Standardiser scale = Standardiser.readFrom(in, in.available());
            if (scale.dimension() != RegionStatistics.LENGTH) {
                throw new IllegalArgumentException("What the regions learned is damaged: " + scale.dimension()
                        + " columns instead of " + RegionStatistics.LENGTH);
            }
            return new Extractor(scale);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("What the regions learned is damaged", damaged);
        }
    }

    /** A tile smaller than the texture side keeps its size, and so has the size of its map or more. */
    private static float[][] measure(Raster raster, RegionMap map) {
        return RegionStatistics.of(WorkingSize.atMost(raster, TEXTURE_SIDE), map);
    }

    private record Extractor(Standardiser scale) implements RegionExtractor {

        @Override
        public int dimension() {
            return RegionStatistics.LENGTH;
        }

        @Override
        public List<float[][]> describe(List<Raster> rasters, List<RegionMap> maps) {
            List<float[][]> all = new ArrayList<>();
            for (int i = 0; i < rasters.size(); i++) {
                float[][] rows = measure(rasters.get(i), maps.get(i));
                for (int row = 0; row < rows.length; row++) {
                    rows[row] = scale.apply(rows[row]);
                }
                all.add(rows);
            }
            return all;
        }

        @Override
        public byte[] toBytes() {
            return LearnedFormat.write(ID, VERSION, scale::writeTo);
        }
    }
}
