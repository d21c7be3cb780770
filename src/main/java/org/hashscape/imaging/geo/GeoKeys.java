package org.hashscape.imaging.geo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hashscape.imaging.tiff.MalformedTiffException;
import org.hashscape.imaging.tiff.TiffDirectory;
import org.hashscape.imaging.tiff.TiffTag;

/** The GeoKeys of a TIFF image that are looked at (OGC 19-008r4, GeoTIFF 1.1, annex D). */
final class GeoKeys {

    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int CITATION = 1026;
    private static final int GEODETIC_CRS = 2048;
    private static final int PROJECTED_CRS = 3072;
    private static final int PROJECTED_CITATION = 3073;
    private static final int PIXEL_IS_POINT = 2;
    private static final int PROJECTED = 1;
    private static final int GEOGRAPHIC = 2;
    private static final int USER_DEFINED = 32767;

    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();

    GeoKeys(TiffDirectory image) throws MalformedTiffException {
        double[] directory = image.numbers(TiffTag.GEO_KEY_DIRECTORY);
        String ascii = image.text(TiffTag.GEO_ASCII_PARAMS).orElse("");
        for (int at = 4; at + 4 <= directory.length; at += 4) {
            int key = (int) directory[at];
            int place = (int) directory[at + 1];
            int count = (int) directory[at + 2];
            int value = (int) directory[at + 3];
            if (place == 0) {
                numbers.put(key, value);
            } else if (place == TiffTag.GEO_ASCII_PARAMS && value <= ascii.length()) {
                String text = ascii.substring(value, Math.min(ascii.length(), value + Math.max(0, count)));
                texts.put(key, text.replace('|', ' ').strip());
            }
        }
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    boolean isPixelPoint() {
        return numbers.getOrDefault(RASTER_TYPE, 1) == PIXEL_IS_POINT;
    }

    /** The EPSG or ESRI number of the system, where it has one. */
    Optional<Integer> code() {
        int type = numbers.getOrDefault(MODEL_TYPE, numbers.containsKey(PROJECTED_CRS) ? PROJECTED : GEOGRAPHIC);
        return switch (type) {
            case PROJECTED -> number(PROJECTED_CRS);
            case GEOGRAPHIC -> number(GEODETIC_CRS);
            default -> Optional.empty();
        };
    }

    /** What the file calls its system. */
    Optional<String> citation() {
        return Optional.ofNullable(texts.get(PROJECTED_CITATION))
                .or(() -> Optional.ofNullable(texts.get(CITATION)))
                .filter(text -> !text.isBlank());
    }

    private Optional<Integer> number(int key) {
        return Optional.ofNullable(numbers.get(key)).filter(code -> code > 0 && code != USER_DEFINED);
    }
}
