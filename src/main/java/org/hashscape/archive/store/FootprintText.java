package org.hashscape.archive.store;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;

/** A footprint's ring as the text that the archive keeps: {@code lon lat, lon lat, ...}. */
final class FootprintText {

    private FootprintText() {}

    static String write(Footprint footprint) {
        return footprint.ring().stream()
                .map(position -> position.longitude() + " " + position.latitude())
                .collect(Collectors.joining(", "));
    }

    static Footprint read(String ring, String crs) {
        return new Footprint(
                Arrays.stream(ring.split(", ", -1)).map(FootprintText::position).toList(), crs);
    }

    private static Position position(String pair) {
        int space = pair.indexOf(' ');
        return new Position(
                Double.parseDouble(pair.substring(0, space)), Double.parseDouble(pair.substring(space + 1)));
    }
}
