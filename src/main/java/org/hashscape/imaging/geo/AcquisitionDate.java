package org.hashscape.imaging.geo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an image was taken, read from its name or its file's time stamp. Names come first: TIFF's stamp says when the file
 * was written wherever its writer knew no better.
 */
public final class AcquisitionDate {

    private static final int FIRST_YEAR = 1930; // the oldest aerial archives
    private static final int LAST_YEAR = 2100;

    /** Sentinel-1 and -2 products and granules, Landsat collections, then any ISO date. Year, month, day. */
    private static final List<Pattern> CALENDAR = List.of(
            Pattern.compile("S[1-3][A-D]_[A-Z0-9_]*?_(\\d{4})(\\d{2})(\\d{2})T\\d{5,6}"),
            Pattern.compile("T\\d{2}[A-Z]{3}_(\\d{4})(\\d{2})(\\d{2})T\\d{5,6}"),
            Pattern.compile("L[A-Z]0\\d_[A-Z0-9]{4}_\\d{6}_(\\d{4})(\\d{2})(\\d{2})_"),
            Pattern.compile("(?<!\\d)(\\d{4})[-_.](\\d{2})[-_.](\\d{2})(?!\\d)"),
            Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)"));

    /** Landsat before the collections, MODIS: year and day of the year. */
    private static final List<Pattern> ORDINAL = List.of(
            Pattern.compile("L[A-Z]\\d\\d{6}(\\d{4})(\\d{3})[A-Z]{3}\\d{2}"),
            Pattern.compile("M[OY]D\\w*\\.A(\\d{4})(\\d{3})\\."));

    private static final Pattern STAMP = Pattern.compile("^\\s*(\\d{4})[:-](\\d{2})[:-](\\d{2})");

    private AcquisitionDate() {}

    /** From a file's or folder's name. */
    public static Optional<LocalDate> ofName(String name) {
        for (Pattern pattern : CALENDAR.subList(0, 3)) {
            Optional<LocalDate> date = calendar(pattern, name);
            if (date.isPresent()) {
                return date;
            }
        }
        for (Pattern pattern : ORDINAL) {
            Matcher found = pattern.matcher(name);
            if (found.find()) {
                Optional<LocalDate> date = checked(
                        () -> LocalDate.ofYearDay(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return calendar(CALENDAR.get(3), name).or(() -> calendar(CALENDAR.get(4), name));
    }

    /** From TIFF's DateTime tag, "2018:05:02 09:30:39". */
    public static Optional<LocalDate> ofStamp(String stamp) {
        return calendar(STAMP, stamp);
    }

    private static Optional<LocalDate> calendar(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            Optional<LocalDate> date = checked(() -> LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3))));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private interface Making {
        LocalDate make();
    }

    private static Optional<LocalDate> checked(Making making) {
        try {
            LocalDate date = making.make();
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
