package org.hashscape.imaging.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sis.geometry.GeneralDirectPosition;
import org.apache.sis.referencing.CRS;
import org.apache.sis.referencing.CommonCRS;
import org.apache.sis.referencing.IdentifiedObjects;
import org.apache.sis.referencing.crs.AbstractCRS;
import org.apache.sis.referencing.cs.AxesConvention;
import org.hashscape.model.Footprint.Position;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import org.opengis.geometry.DirectPosition;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.crs.ProjectedCRS;
import org.opengis.referencing.operation.CoordinateOperation;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;
import org.opengis.util.FactoryException;

/**
 * A coordinate reference system, x to the east (or longitude) first, and its way to WGS84. Thread-safe; made once per
 * system, since the first look-up takes a while.
 */
public final class GroundSystem {

    /** Metres; a datum shift less certain than this is one from a sphere, whose latitudes everybody takes as they are. */
    private static final double UNKNOWN_SHIFT = 500;

    private static final int USER_DEFINED = 32767;
    private static final Pattern LAST_AUTHORITY =
            Pattern.compile("AUTHORITY\\[\"EPSG\",\\s*\"(\\d+)\"\\]\\s*\\]\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Map<Integer, GroundSystem> BY_CODE = new ConcurrentHashMap<>();
    private static final Map<String, GroundSystem> BY_TEXT = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 512;

    /** From coordinates to longitude and latitude. */
    private interface Way {
        Position follow(double x, double y) throws TransformException;
    }

    private final String name;
    private final Way way;

    private GroundSystem(String name, Way way) {
        this.name = name;
        this.way = way;
    }

    /** "EPSG:32633" where it has such a number, else its name. */
    public String name() {
        return name;
    }

    /**
     * Longitude and latitude, degrees.
     *
     * @throws UnknownPlaceException where the coordinates have none
     */
    public Position toWgs84(double x, double y) throws UnknownPlaceException {
        try {
            Position place = way.follow(x, y);
            return new Position(round(place.longitude()), round(place.latitude()));
        } catch (TransformException | IllegalArgumentException | Proj4jException outside) {
            throw new UnknownPlaceException("its corner " + x + ", " + y + " has no place in " + name, outside);
        }
    }

    /** To a tenth of a millimetre: what is beyond is noise. */
    private static double round(double degrees) {
        return Math.rint(degrees * 1e9) / 1e9;
    }

    /**
     * The system of an EPSG (or, above 32767, ESRI) number.
     *
     * @throws UnknownPlaceException where neither library knows it
     */
    public static GroundSystem ofCode(int code) throws UnknownPlaceException {
        GroundSystem known = BY_CODE.get(code);
        if (known == null) {
            known = code > USER_DEFINED ? ofProj4j(code, "ESRI:" + code) : ofEpsg(code);
            if (BY_CODE.size() < MOST_KEPT) {
                BY_CODE.put(code, known);
            }
        }
        return known;
    }

    private static GroundSystem ofEpsg(int code) throws UnknownPlaceException {
        String name = "EPSG:" + code;
        CoordinateReferenceSystem crs;
        try {
            crs = CRS.forCode(name);
        } catch (FactoryException | RuntimeException unknownToSis) {
            return ofProj4j(code, name);
        }
        return ofSis(crs, name);
    }

    /** The system that Well-Known Text describes. @throws UnknownPlaceException where it cannot be understood */
    public static GroundSystem ofText(String text) throws UnknownPlaceException {
        GroundSystem known = BY_TEXT.get(text);
        if (known == null) {
            known = parse(text);
            if (BY_TEXT.size() < MOST_KEPT) {
                BY_TEXT.put(text, known);
            }
        }
        return known;
    }

    private static GroundSystem parse(String text) throws UnknownPlaceException {
        Matcher code = LAST_AUTHORITY.matcher(text);
        if (code.find()) {
            return ofCode(Integer.parseInt(code.group(1)));
        }
        if (text.strip().matches("EPSG:\\d{4,5}")) {
            return ofCode(Integer.parseInt(text.strip().substring("EPSG:".length())));
        }
        try {
            CoordinateReferenceSystem crs = CRS.fromWKT(text);
            return ofSis(crs, crs.getName().getCode());
        } catch (FactoryException | RuntimeException unknown) {
            throw new UnknownPlaceException("its coordinate reference system cannot be understood", unknown);
        }
    }

    /** The system as SIS has read it from a file. */
    static GroundSystem ofSis(CoordinateReferenceSystem crs, String name) throws UnknownPlaceException {
        try {
            CoordinateReferenceSystem eastFirst =
                    AbstractCRS.castOrCopy(crs).forConvention(AxesConvention.DISPLAY_ORIENTED);
            CoordinateOperation operation = CRS.findOperation(eastFirst, CommonCRS.WGS84.normalizedGeographic(), null);
            if (CRS.getLinearAccuracy(operation) > UNKNOWN_SHIFT && eastFirst instanceof ProjectedCRS projected) {
                CoordinateReferenceSystem degrees =
                        AbstractCRS.castOrCopy(projected.getBaseCRS()).forConvention(AxesConvention.NORMALIZED);
                operation = CRS.findOperation(eastFirst, degrees, null);
            }
            MathTransform transform = operation.getMathTransform();
            return new GroundSystem(name, (x, y) -> {
                DirectPosition place = transform.transform(new GeneralDirectPosition(x, y), null);
                return new Position(place.getOrdinate(0), place.getOrdinate(1));
            });
        } catch (FactoryException | RuntimeException unknown) {
            throw new UnknownPlaceException(
                    "there is no way from its coordinate reference system, " + name + ", to WGS84", unknown);
        }
    }

    /** The EPSG number of a system, or its name. */
    static String nameOf(CoordinateReferenceSystem crs) {
        try {
            Integer epsg = IdentifiedObjects.lookupEPSG(crs);
            if (epsg != null) {
                return "EPSG:" + epsg;
            }
        } catch (FactoryException | RuntimeException noDatabase) {
            // then by its name
        }
        return crs.getName().getCode();
    }

    private static GroundSystem ofProj4j(int code, String name) throws UnknownPlaceException {
        try {
            CRSFactory factory = new CRSFactory();
            var from = factory.createFromName(name);
            var to = factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
            if (from == null || from.getProjection() == null) {
                throw new UnknownPlaceException("the coordinate reference system " + name + " is not known here");
            }
            CoordinateTransform transform = new BasicCoordinateTransform(from, to);
            return new GroundSystem(name, (x, y) -> {
                ProjCoordinate place = new ProjCoordinate();
                synchronized (transform) {
                    transform.transform(new ProjCoordinate(x, y), place);
                }
                return new Position(place.x, place.y);
            });
        } catch (Proj4jException | IllegalStateException | IllegalArgumentException | NullPointerException unknown) {
            throw new UnknownPlaceException(
                    "the coordinate reference system " + (code > USER_DEFINED ? "ESRI:" : "EPSG:") + code
                            + " is not known here",
                    unknown);
        }
    }
}
