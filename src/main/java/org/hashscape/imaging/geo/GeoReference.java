package org.hashscape.imaging.geo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.sis.coverage.grid.GridGeometry;
import org.apache.sis.coverage.grid.PixelInCell;
import org.apache.sis.geometry.GeneralDirectPosition;
import org.apache.sis.storage.Aggregate;
import org.apache.sis.storage.DataStore;
import org.apache.sis.storage.GridCoverageResource;
import org.apache.sis.storage.StorageConnector;
import org.apache.sis.storage.geotiff.GeoTiffStoreProvider;
import org.hashscape.imaging.tiff.MalformedTiffException;
import org.hashscape.imaging.tiff.TiffDirectory;
import org.hashscape.imaging.tiff.TiffFile;
import org.hashscape.imaging.tiff.TiffTag;
import org.hashscape.model.Footprint;
import org.hashscape.model.PixelWindow;
import org.jspecify.annotations.Nullable;
import org.opengis.geometry.DirectPosition;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.operation.MathTransform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a raster lies on the ground, and when its file says that it was taken. Tags and numbers of systems are read here;
 * Apache SIS reads what takes more: systems that are described rather than numbered, and grids fitted to control points.
 * Immutable, thread-safe.
 */
public final class GeoReference {

    private static final Logger LOG = LoggerFactory.getLogger(GeoReference.class);
    private static final int MOST_OF_A_NAME = 60;
    private static final String NONE = "it has no georeference";

    private final @Nullable PixelGrid grid;
    private final @Nullable GroundSystem system;
    private final String problem;
    private final Optional<String> dateText;
    private final Optional<PixelWindow> size;

    private GeoReference(
            @Nullable PixelGrid grid, @Nullable GroundSystem system, String problem, Optional<String> dateText) {
        this(grid, system, problem, dateText, Optional.empty());
    }

    private GeoReference(
            @Nullable PixelGrid grid,
            @Nullable GroundSystem system,
            String problem,
            Optional<String> dateText,
            Optional<PixelWindow> size) {
        this.grid = grid;
        this.system = system;
        this.problem = problem;
        this.dateText = dateText;
        this.size = size;
    }

    /** What a file that is no TIFF says: nothing. */
    public static final GeoReference ABSENT = new GeoReference(null, null, NONE, Optional.empty());

    /** A north-up image that fills a rectangle of a system. */
    public static GeoReference filling(PixelGrid grid, GroundSystem system) {
        return new GeoReference(grid, system, "", Optional.empty());
    }

    /** What a TIFF file says. Never fails: what cannot be understood is {@linkplain #problem said}. */
    public static GeoReference of(Path tiff) {
        TiffDirectory image;
        Optional<PixelWindow> whole;
        try {
            image = TiffFile.read(tiff).directories().get(0);
            whole = Optional.of(new PixelWindow(0, 0, image.width(), image.height()));
        } catch (IOException | RuntimeException damaged) {
            return ABSENT; // whoever reads its pixels says what is wrong with it
        }
        Optional<String> date = image.text(TiffTag.DATE_TIME);
        try {
            GeoReference read = read(tiff, image, date);
            return new GeoReference(read.grid, read.system, read.problem, date, whole);
        } catch (UnknownPlaceException unknown) {
            return new GeoReference(gridOf(image), null, String.valueOf(unknown.getMessage()), date, whole);
        } catch (IOException | RuntimeException damaged) {
            return new GeoReference(null, null, "its georeference is damaged: " + damaged.getMessage(), date, whole);
        }
    }

    private static @Nullable PixelGrid gridOf(TiffDirectory image) {
        try {
            return PixelGrid.of(image, new GeoKeys(image).isPixelPoint()).orElse(null);
        } catch (MalformedTiffException damaged) {
            return null;
        }
    }

    private static GeoReference read(Path tiff, TiffDirectory image, Optional<String> date)
            throws MalformedTiffException, UnknownPlaceException {
        boolean placed = image.has(TiffTag.MODEL_TIEPOINT) || image.has(TiffTag.MODEL_TRANSFORMATION);
        if (!placed) {
            return new GeoReference(null, null, NONE, date);
        }
        GeoKeys keys = new GeoKeys(image);
        Optional<Integer> code = keys.code();
        Optional<PixelGrid> grid = PixelGrid.of(image, keys.isPixelPoint());
        if (grid.isPresent() && keys.isEmpty()) {
            return new GeoReference(grid.get(), null, "it names no coordinate reference system", date);
        }
        if (grid.isPresent() && code.isPresent()) {
            return new GeoReference(grid.get(), GroundSystem.ofCode(code.get()), "", date);
        }
        return bySis(tiff, image, grid, code, keys, date);
    }

    private static GeoReference bySis(
            Path tiff,
            TiffDirectory image,
            Optional<PixelGrid> known,
            Optional<Integer> code,
            GeoKeys keys,
            Optional<String> date)
            throws MalformedTiffException, UnknownPlaceException {
        try (DataStore store = new GeoTiffStoreProvider().open(new StorageConnector(tiff))) {
            GridCoverageResource resource = (GridCoverageResource)
                    ((Aggregate) store).components().iterator().next();
            GridGeometry geometry = resource.getGridGeometry();
            PixelGrid grid = known.isPresent() ? known.get() : fitted(geometry, image);
            if (code.isPresent()) {
                return new GeoReference(grid, GroundSystem.ofCode(code.get()), "", date);
            }
            if (!geometry.isDefined(GridGeometry.CRS)) {
                return new GeoReference(grid, byCitation(keys), "", date);
            }
            CoordinateReferenceSystem crs = geometry.getCoordinateReferenceSystem();
            return new GeoReference(grid, GroundSystem.ofSis(crs, GroundSystem.nameOf(crs)), "", date);
        } catch (UnknownPlaceException unknown) {
            throw unknown;
        } catch (Exception | LinkageError failure) { // whatever is wrong with the tags: the pixels may be fine
            throw new UnknownPlaceException("its georeference cannot be understood: " + failure.getMessage(), failure);
        }
    }

    /** Some writers put Well-Known Text where a name belongs. */
    private static GroundSystem byCitation(GeoKeys keys) throws UnknownPlaceException {
        String citation = keys.citation().orElse("");
        int text = citation.indexOf("PROJCS[");
        try {
            if (text >= 0) {
                return GroundSystem.ofText(citation.substring(text));
            }
        } catch (UnknownPlaceException notUnderstood) {
            LOG.debug("Not understood: {}", citation, notUnderstood);
        }
        String name = citation.length() <= MOST_OF_A_NAME ? citation : citation.substring(0, MOST_OF_A_NAME) + "…";
        throw new UnknownPlaceException(
                "its coordinate reference system is not known here" + (name.isEmpty() ? "" : ": " + name));
    }

    /** The affine grid that SIS fits to control points. */
    private static PixelGrid fitted(GridGeometry geometry, TiffDirectory image) throws Exception {
        if (!geometry.isDefined(GridGeometry.GRID_TO_CRS)) {
            throw new UnknownPlaceException("its tie points fix no grid");
        }
        MathTransform toGround = geometry.getGridToCRS(PixelInCell.CELL_CORNER);
        int width = image.width();
        int height = image.height();
        DirectPosition origin = toGround.transform(new GeneralDirectPosition(0, 0), null);
        DirectPosition right = toGround.transform(new GeneralDirectPosition(width, 0), null);
        DirectPosition down = toGround.transform(new GeneralDirectPosition(0, height), null);
        return new PixelGrid(
                (right.getOrdinate(0) - origin.getOrdinate(0)) / width,
                (down.getOrdinate(0) - origin.getOrdinate(0)) / height,
                origin.getOrdinate(0),
                (right.getOrdinate(1) - origin.getOrdinate(1)) / width,
                (down.getOrdinate(1) - origin.getOrdinate(1)) / height,
                origin.getOrdinate(1));
    }

    /**
     * The outline of a part of the image.
     *
     * @throws UnknownPlaceException where it cannot be said
     */
    public Footprint footprint(PixelWindow window) throws UnknownPlaceException {
        PixelGrid pixels = grid;
        GroundSystem ground = system;
        if (pixels == null || ground == null) {
            throw new UnknownPlaceException(problem);
        }
        return new Outline(pixels, ground).of(window);
    }

    /** Why there is no place; blank where there is one. */
    public String problem() {
        return problem;
    }

    /** Whether the file says nothing at all of a place, which is no fault. */
    public boolean isAbsent() {
        return problem.equals(NONE);
    }

    /** The coordinates of a point of the image in its own system: x, y. Empty where it has no grid. */
    public Optional<double[]> coordinates(double column, double row) {
        PixelGrid pixels = grid;
        return pixels == null
                ? Optional.empty()
                : Optional.of(new double[] {pixels.x(column, row), pixels.y(column, row)});
    }

    /** The system's name, as "EPSG:32633". */
    public Optional<String> systemName() {
        GroundSystem ground = system;
        return ground == null ? Optional.empty() : Optional.of(ground.name());
    }

    /** All pixels of the file. */
    public Optional<PixelWindow> size() {
        return size;
    }

    /** TIFF's date and time as written: "2018:05:02 09:30:39". */
    public Optional<String> dateText() {
        return dateText;
    }
}
