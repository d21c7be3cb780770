package org.hashscape.feature.backbone;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.feature.LearnedFormat;
import org.hashscape.feature.region.RegionExtractor;
import org.hashscape.feature.region.RegionFamily;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/**
 * Regions described by a network: the mean of its last map over the cells that a region covers, each cell by the part of
 * the region that lies in it, brought to unit length and onto the {@value #COMPONENTS} directions in which the regions
 * of a sample vary most, unscaled. Regions that an archive has from before, on 32 directions divided by variance^(1/4), are read
 * and added to as they are.
 */
final class BackboneRegions implements RegionFamily {

    static final int COMPONENTS = 128;
    static final int VERSION = 1;

    private static final int SAMPLE = 300;

    private final BackboneSpec spec;
    private final Path model;

    BackboneRegions(BackboneSpec spec, Path model) {
        this.spec = spec;
        this.model = model;
    }

    @Override
    public String id() {
        return spec.id();
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
        MapPooling pooling = new MapPooling(spec, model);
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < sample.size(); from += MapPooling.BATCH) {
            progress.checkCancelled();
            progress.report((double) from / sample.size(), "Looking at regions of " + from + " sample tiles");
            List<Raster> batch = sample.subList(from, Math.min(from + MapPooling.BATCH, sample.size()));
            List<RegionMap> maps = batch.stream().map(pooling::segment).toList();
            pooling.describe(batch, maps).forEach(described -> rows.addAll(List.of(described)));
        }
        return new Extractor(spec, pooling, Projection.learn(rows, COMPONENTS, seed));
    }

    @Override
    public RegionExtractor load(byte[] learned) {
        try (DataInputStream in = LearnedFormat.open(spec.id(), VERSION, learned)) {
            String digest = in.readUTF();
            if (!digest.equals(spec.sha256())) {
                throw new IllegalArgumentException("The archive's regions were described by another model named '"
                        + spec.id() + "' (SHA-256 " + digest + ", imported is " + spec.sha256() + ")");
            }
            return new Extractor(spec, new MapPooling(spec, model), Projection.readFrom(in, in.available()));
        } catch (IOException damaged) {
            throw new IllegalArgumentException("What the regions of " + spec.id() + " learned is damaged", damaged);
        }
    }

    private record Extractor(BackboneSpec spec, MapPooling pooling, Projection projection) implements RegionExtractor {

        @Override
        public int dimension() {
            return projection.components();
        }

        @Override
        public int batch() {
            return MapPooling.BATCH;
        }

        @Override
        public List<float[][]> describe(List<Raster> rasters, List<RegionMap> maps) {
            List<float[][]> all = pooling.describe(rasters, maps);
            for (float[][] rows : all) {
                for (int row = 0; row < rows.length; row++) {
                    rows[row] = projection.apply(rows[row]);
                }
            }
            return all;
        }

        @Override
        public byte[] toBytes() {
            return LearnedFormat.write(spec.id(), VERSION, out -> {
                out.writeUTF(spec.sha256());
                projection.writeTo(out);
            });
        }
    }
}
