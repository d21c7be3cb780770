package org.hashscape.ui.common;

import java.time.Duration;
import java.util.Locale;
import org.hashscape.model.CountText;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;
import org.hashscape.model.PlainText;
import org.hashscape.model.Tile;
import org.hashscape.workbench.QueryAnswer;

/** How tiles, distances and times read on screen. */
public final class TileText {

    /** Says of a precision that its method has learned from the labels that judge it. */
    public static final String TRAINING_LABELS = "on training labels";

    private TileText() {}

    /** The tile's key on one line. */
    public static String name(Tile tile) {
        return PlainText.of(tile.key());
    }

    public static String labels(Labels labels) {
        return labels.isEmpty() ? "no label" : PlainText.of(labels.toString());
    }

    /** "256 × 256 px, 3 bands, GeoTIFF". */
    public static String size(Tile tile) {
        return tile.width() + " × " + tile.height() + " px, " + tile.bands()
                + (tile.bands() == 1 ? " band, " : " bands, ") + tile.format();
    }

    /** "47.3769° N, 8.5417° E". */
    public static String place(Footprint.Position position) {
        return String.format(
                Locale.ROOT,
                "%.4f° %s, %.4f° %s",
                Math.abs(position.latitude()),
                position.latitude() < 0 ? "S" : "N",
                Math.abs(position.longitude()),
                position.longitude() < 0 ? "W" : "E");
    }

    /** "3 of 32 bits" for codes; the descriptors' distance for search on floats. */
    public static String distance(QueryAnswer answer, int position) {
        return answer.hammingDistances().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%.4f",
                        answer.ranking().hits().get(position).distance())
                : answer.hammingDistances().get(position) + " of " + answer.bits() + " bits";
    }

    /** "3/32": the same where there is little room. */
    public static String shortDistance(QueryAnswer answer, int position) {
        return answer.hammingDistances().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%.2f",
                        answer.ranking().hits().get(position).distance())
                : answer.hammingDistances().get(position) + "/" + answer.bits();
    }

    /** "1.8 ms", "340 ms", "12 s". */
    public static String time(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 10
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : millis < 1000
                        ? String.format(Locale.ROOT, "%.0f ms", millis)
                        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    /** "0.85": a share, in two decimals, so that 0, 0.85 and 1 line up. */
    public static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String count(long number, String one, String many) {
        return CountText.of(number, one, many);
    }

    /** "20 results in 1.8 ms, 600 candidates, P@20 0.85". */
    public static String summary(QueryAnswer answer) {
        int k = answer.request().k();
        String found = count(answer.ranking().size(), "result", "results") + " in " + time(answer.totalTime()) + ", "
                + count(answer.candidates(), "candidate", "candidates");
        if (!answer.judged()) {
            return found;
        }
        String precision = found + ", P@" + k + " " + share(answer.precisionAt(k));
        return answer.judgedByTrainingLabels() ? precision + " " + TRAINING_LABELS : precision;
    }

    /** The tool tip of a tile: its key and its labels. */
    public static String describe(Tile tile) {
        return name(tile) + "\n" + labels(tile.labels());
    }
}
