package org.hashscape.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the tiles of an archive are turned into what is shown, described and exported: which bands become red, green and
 * blue, and how their samples become levels. One per archive, so that everything speaks of the same pictures.
 *
 * <p>An image that does not have these bands, or whose 8-bit samples a range does not suit, is rendered
 * {@linkplain #AUTOMATIC automatically}: an archive of many kinds stays usable.
 *
 * @param bands one (grey) or three numbers, from 1; none for the first three, or the first where there are fewer
 */
public record Rendering(List<Integer> bands, Stretch stretch) {

    /** The first three bands (grey where there are fewer), 8-bit samples as stored. */
    public static final Rendering AUTOMATIC = new Rendering(List.of(), new Stretch.Automatic());

    private static final String AUTO = "auto";
    private static final int MOST_BANDS = 1024;

    public Rendering {
        bands = List.copyOf(bands);
        if (bands.size() != 0 && bands.size() != 1 && bands.size() != 3) {
            throw new IllegalArgumentException("One band or three are shown, not " + bands.size());
        }
        for (int band : bands) {
            if (band < 1 || band > MOST_BANDS) {
                throw new IllegalArgumentException("Bands are numbered from 1 to " + MOST_BANDS + ", not " + band);
            }
        }
    }

    /** Whether an image of so many bands has those that are asked for. */
    public boolean fits(int bandCount) {
        return bands.stream().allMatch(band -> band <= bandCount);
    }

    /** "bands 4,3,2; range 0..2750": what {@link #parse} reads. */
    @Override
    public String toString() {
        return "bands " + bandText() + "; " + stretch;
    }

    /** "4,3,2", or "auto". */
    public String bandText() {
        return bands.isEmpty() ? AUTO : bands.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Reads what {@link #toString} wrote. @throws IllegalArgumentException where it is something else */
    public static Rendering parse(String text) {
        String[] parts = text.split("; ", -1);
        if (parts.length != 2 || !parts[0].startsWith("bands ")) {
            throw new IllegalArgumentException("Not a rendering: " + text);
        }
        return new Rendering(parseBands(parts[0].substring("bands ".length())), parseStretch(parts[1]));
    }

    /** "4,3,2", "8" or "auto". @throws IllegalArgumentException where it is something else */
    public static List<Integer> parseBands(String text) {
        if (text.strip().toLowerCase(Locale.ROOT).equals(AUTO)) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "Bands are one number or three, as 4,3,2, or auto, not '" + text + "'", noNumber);
        }
    }

    private static Stretch parseStretch(String text) {
        if (text.equals(AUTO)) {
            return new Stretch.Automatic();
        }
        int space = text.indexOf(' ');
        String kind = space < 0 ? text : text.substring(0, space);
        double[] limits = parseLimits(text.substring(space + 1));
        return switch (kind) {
            case "percentile" -> new Stretch.Percentile(limits[0], limits[1]);
            case "range" -> new Stretch.Range(limits[0], limits[1]);
            default -> throw new IllegalArgumentException("Not a stretch: " + text);
        };
    }

    /** The two numbers of "0..2750". @throws IllegalArgumentException where it is something else */
    public static double[] parseLimits(String text) {
        int dots = text.indexOf("..");
        try {
            if (dots > 0) {
                return new double[] {
                    Double.parseDouble(text.substring(0, dots).strip()),
                    Double.parseDouble(text.substring(dots + 2).strip())
                };
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "Two numbers with '..' between, as 0..2750, not '" + text + "'", noNumber);
        }
        throw new IllegalArgumentException("Two numbers with '..' between, as 0..2750, not '" + text + "'");
    }
}
