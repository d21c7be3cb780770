package org.hashscape.imaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sis.coverage.grid.GridGeometry;
import org.apache.sis.coverage.grid.PixelInCell;
import org.apache.sis.geometry.GeneralDirectPosition;
import org.apache.sis.referencing.CRS;
import org.apache.sis.referencing.CommonCRS;
import org.apache.sis.referencing.IdentifiedObjects;
import org.apache.sis.storage.Aggregate;
import org.apache.sis.storage.DataStore;
import org.apache.sis.storage.DataStores;
import org.apache.sis.storage.GridCoverageResource;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.opengis.geometry.DirectPosition;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.operation.MathTransform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a GeoTIFF lies on the ground, read by Apache SIS: the corners of the image, taken to WGS84. Systems that SIS
 * cannot build without the EPSG database give no footprint.
 */
public final class GeoReference {

    private static final Logger LOG = LoggerFactory.getLogger(GeoReference.class);

    private GeoReference() {}

    /** The footprint of a TIFF file; empty where it says nothing, or nothing that can be understood. */
    public static Optional<Footprint> of(Path tiff) {
        try (DataStore store = DataStores.open(tiff)) {
            for (var resource : ((Aggregate) store).components()) {
                if (resource instanceof GridCoverageResource coverage) {
                    return footprint(coverage.getGridGeometry());
                }
            }
        } catch (Exception | LinkageError failure) { // whatever is wrong with the tags: the pixels may be fine
            LOG.debug("No georeference read from {}", tiff, failure);
        }
        return Optional.empty();
    }

    private static Optional<Footprint> footprint(GridGeometry grid) throws Exception {
        if (!grid.isDefined(GridGeometry.CRS | GridGeometry.GRID_TO_CRS | GridGeometry.EXTENT)) {
            return Optional.empty();
        }
        CoordinateReferenceSystem crs = grid.getCoordinateReferenceSystem();
        MathTransform toGround = grid.getGridToCRS(PixelInCell.CELL_CORNER);
        MathTransform toWgs84 = CRS.findOperation(crs, CommonCRS.WGS84.normalizedGeographic(), null)
                .getMathTransform();
        double width = grid.getExtent().getSize(0);
        double height = grid.getExtent().getSize(1);
        List<Position> ring = new ArrayList<>();
        for (double[] corner : new double[][] {{0, 0}, {width, 0}, {width, height}, {0, height}}) {
            DirectPosition ground = toGround.transform(new GeneralDirectPosition(corner), null);
            DirectPosition place = toWgs84.transform(ground, null);
            ring.add(new Position(place.getOrdinate(0), place.getOrdinate(1)));
        }
        return Optional.of(new Footprint(ring, nameOf(crs)));
    }

    private static String nameOf(CoordinateReferenceSystem crs) throws Exception {
        Integer epsg = IdentifiedObjects.lookupEPSG(crs);
        return epsg != null ? "EPSG:" + epsg : crs.getName().getCode();
    }
}
