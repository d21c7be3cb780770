package org.hashscape.imaging;

import java.awt.Rectangle;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.sis.coverage.grid.GridCoverage;
import org.apache.sis.coverage.grid.GridExtent;
import org.apache.sis.coverage.grid.GridGeometry;
import org.apache.sis.storage.Aggregate;
import org.apache.sis.storage.DataStore;
import org.apache.sis.storage.DataStoreException;
import org.apache.sis.storage.GridCoverageResource;
import org.apache.sis.storage.RasterLoadingStrategy;
import org.apache.sis.storage.StorageConnector;
import org.apache.sis.storage.geotiff.GeoTiffStoreProvider;
import org.hashscape.model.PixelWindow;

/**
 * Apache SIS: reads windows of scenes of any size, block by block, in a memory that does not grow with the scene. One
 * thread at a time.
 */
final class SisSamples implements SampleSource {

    private final DataStore store;
    private final GridCoverageResource image;
    private final Map<List<Integer>, GridCoverage> coverages = new HashMap<>();

    SisSamples(Path file) throws IOException {
        try {
            store = new GeoTiffStoreProvider().open(new StorageConnector(file));
        } catch (DataStoreException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
        try {
            image = (GridCoverageResource)
                    ((Aggregate) store).components().iterator().next();
            image.setLoadingStrategy(RasterLoadingStrategy.AT_GET_TILE_TIME);
        } catch (DataStoreException | RuntimeException failure) {
            close();
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public synchronized Part read(int level, PixelWindow window, int[] bands) throws IOException {
        try {
            GridCoverage coverage = coverage(level, bands);
            GridExtent all = coverage.getGridGeometry().getExtent();
            long left = all.getLow(0) + window.x();
            long top = all.getLow(1) + window.y();
            GridExtent asked = new GridExtent(
                    null, new long[] {left, top}, new long[] {left + window.width(), top + window.height()}, false);
            RenderedImage rendered = coverage.forConvertedValues(false).render(asked);
            return new Part(
                    rendered.getData(new Rectangle(0, 0, window.width(), window.height())),
                    0,
                    0,
                    IntStream.range(0, bands.length).toArray());
        } catch (DataStoreException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** Width and height of a level as SIS sees it. */
    synchronized long[] size(int level) throws IOException {
        try {
            GridExtent extent = coverage(level, new int[] {0}).getGridGeometry().getExtent();
            return new long[] {extent.getSize(0), extent.getSize(1)};
        } catch (DataStoreException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    int levels() throws IOException {
        try {
            return Math.max(1, image.getResolutions().size());
        } catch (DataStoreException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private GridCoverage coverage(int level, int[] bands) throws DataStoreException {
        List<Integer> key = IntStream.concat(IntStream.of(level), Arrays.stream(bands))
                .boxed()
                .toList();
        GridCoverage known = coverages.get(key);
        if (known == null) {
            GridGeometry whole = image.getGridGeometry();
            GridGeometry domain = whole;
            if (level > 0) {
                double[] full = image.getResolutions().get(0);
                double[] coarse = image.getResolutions().get(level);
                long factor = Math.round(coarse[0] / full[0]);
                domain = whole.derive()
                        .subgrid(whole.getExtent(), factor, factor)
                        .build();
            }
            known = image.read(domain, bands);
            coverages.put(key, known);
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        coverages.clear();
        try {
            store.close();
        } catch (DataStoreException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
