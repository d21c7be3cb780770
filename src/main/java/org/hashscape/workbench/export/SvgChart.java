package org.hashscape.workbench.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small chart as SVG text, for pages that must work without scripts and look the same in print: lines or points with
 * intervals, reference marks, a legend below. Series differ by colour, marker and dash, so they can be told apart in
 * black and white. Every text is escaped.
 */
public final class SvgChart {

    /** Colours that readers with any colour vision tell apart (Okabe and Ito). */
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#000000", "#7f3fbf"
    };

    private static final String[] DASHES = {"none", "7 3", "2 3", "9 3 2 3"};
    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final int LEFT = 62;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 48;
    private static final int LEGEND_ROW = 18;
    private static final int MARK_TEXT = 80;
    private static final int LEGEND_COLUMNS = 2;

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final boolean logX;
    private final List<Series> all = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private List<Double> xTicks = List.of();

    /**
     * A point with the interval around its height.
     *
     * @param low lower end, NaN for no interval
     */
    public record Point(double x, double y, double low, double high) {

        /** A point without interval. */
        public Point(double x, double y) {
            this(x, y, Double.NaN, Double.NaN);
        }
    }

    private record Series(String name, List<Point> points, boolean line, boolean marked) {}

    private record Mark(String text, double x, double y) {}

    /** @param logX whether the horizontal axis is logarithmic; points at or below 0 are then left out */
    public SvgChart(String title, String xLabel, String yLabel, boolean logX) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.logX = logX;
    }

    /**
     * Adds a series.
     *
     * @param line whether points are joined
     * @param marked whether each point is marked
     */
    public SvgChart add(String name, List<Point> points, boolean line, boolean marked) {
        List<Point> shown = points.stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .filter(point -> !logX || point.x() > 0)
                .toList();
        if (!shown.isEmpty()) {
            all.add(new Series(name, shown, line, marked));
        }
        return this;
    }

    /** Labels these values of the horizontal axis instead of round ones. */
    public SvgChart xTicks(List<Double> values) {
        xTicks = List.copyOf(values);
        return this;
    }

    /** Adds a faint reference mark, as a published figure. */
    public SvgChart mark(String text, double x, double y) {
        if (!logX || x > 0) {
            marks.add(new Mark(text, x, y));
        }
        return this;
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The chart as an {@code svg} element. */
    public String toSvg() {
        ChartScale x = xTicks.size() < 2
                ? ChartScale.of(xs(), logX, LEFT, WIDTH - RIGHT)
                : ChartScale.withTicks(xTicks, LEFT, WIDTH - RIGHT);
        ChartScale y = ChartScale.of(ys(), false, HEIGHT - BOTTOM, TOP);
        int entries = all.size() + (marks.isEmpty() ? 0 : 1);
        int height = HEIGHT + LEGEND_ROW * ((entries + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS) + 6;
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\""
                        + " font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH,
                height,
                escaped(title));
        text(svg, WIDTH / 2.0, 18, "middle", "font-weight=\"bold\" font-size=\"14\"", title);
        axes(svg, x, y);
        for (Mark mark : marks) {
            double at = x.place(mark.x());
            double up = y.place(mark.y());
            line(
                    svg,
                    "<path d=\"M%.1f %.1fh14m-7 -7v14\" stroke=\"#888\" stroke-width=\"1.5\" fill=\"none\"/>",
                    at - 7,
                    up);
            boolean atTheEdge = at > WIDTH - RIGHT - MARK_TEXT;
            String anchor = atTheEdge ? "end" : "start";
            text(svg, atTheEdge ? at - 9 : at + 9, up + 12, anchor, "fill=\"#666\" font-size=\"10\"", mark.text());
        }
        for (int i = 0; i < all.size(); i++) {
            draw(svg, all.get(i), i, x, y);
        }
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private List<Double> xs() {
        List<Double> xs = new ArrayList<>();
        all.forEach(series -> series.points().forEach(point -> xs.add(point.x())));
        marks.forEach(mark -> xs.add(mark.x()));
        return xs;
    }

    private List<Double> ys() {
        List<Double> ys = new ArrayList<>();
        for (Series series : all) {
            for (Point point : series.points()) {
                ys.add(Double.isFinite(point.low()) ? Math.min(point.y(), point.low()) : point.y());
                ys.add(Double.isFinite(point.high()) ? Math.max(point.y(), point.high()) : point.y());
            }
        }
        marks.forEach(mark -> ys.add(mark.y()));
        return ys;
    }

    private void axes(StringBuilder svg, ChartScale x, ChartScale y) {
        int bottom = HEIGHT - BOTTOM;
        for (double tick : y.ticks()) {
            double at = y.place(tick);
            line(svg, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, at, WIDTH - RIGHT);
            text(svg, LEFT - 6, at + 4, "end", "", y.label(tick));
        }
        for (double tick : x.ticks()) {
            double at = x.place(tick);
            line(svg, "<path d=\"M%.1f %dv5\" stroke=\"#444\"/>", at, bottom);
            text(svg, at, bottom + 18, "middle", "", x.label(tick));
        }
        line(svg, "<path d=\"M%d %dV%dH%d\" stroke=\"#444\" fill=\"none\"/>", LEFT, TOP, bottom, WIDTH - RIGHT);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "", xLabel);
        line(
                svg,
                "<text transform=\"translate(15 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                (TOP + bottom) / 2,
                escaped(yLabel));
    }

    private static void draw(StringBuilder svg, Series series, int number, ChartScale x, ChartScale y) {
        String colour = COLOURS[number % COLOURS.length];
        if (series.line()) {
            StringBuilder path = new StringBuilder();
            for (Point point : series.points()) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        path.isEmpty() ? "M" : "L",
                        x.place(point.x()),
                        y.place(point.y())));
            }
            line(
                    svg,
                    "<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\" stroke-dasharray=\"%s\"/>",
                    path,
                    colour,
                    DASHES[number / COLOURS.length % DASHES.length]);
        }
        for (Point point : series.points()) {
            double at = x.place(point.x());
            if (Double.isFinite(point.low()) && Double.isFinite(point.high())) {
                line(
                        svg,
                        "<path d=\"M%.1f %.1fV%.1fm-4 0h8M%.1f %.1fh8\" stroke=\"%s\" fill=\"none\"/>",
                        at,
                        y.place(point.low()),
                        y.place(point.high()),
                        at - 4,
                        y.place(point.low()),
                        colour);
            }
            if (series.marked()) {
                marker(svg, number, at, y.place(point.y()), colour);
            }
        }
    }

    private static void marker(StringBuilder svg, int number, double x, double y, String colour) {
        String shape = switch (number % 4) {
            case 0 -> "<circle cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"4\" fill=\"%3$s\"/>";
            case 1 -> "<path d=\"M%1$.1f %2$.1fm-4 -4h8v8h-8z\" fill=\"%3$s\"/>";
            case 2 -> "<path d=\"M%1$.1f %2$.1fm0 -5l5 9h-10z\" fill=\"%3$s\"/>";
            default -> "<path d=\"M%1$.1f %2$.1fm0 -5l5 5l-5 5l-5 -5z\" fill=\"%3$s\"/>";
        };
        line(svg, shape, x, y, colour);
    }

    private void legend(StringBuilder svg) {
        int column = (WIDTH - LEFT) / LEGEND_COLUMNS;
        for (int i = 0; i < all.size(); i++) {
            double left = LEFT + (double) (i % LEGEND_COLUMNS) * column;
            double top = HEIGHT + LEGEND_ROW * (i / LEGEND_COLUMNS) + 8.0;
            Series series = all.get(i);
            draw(
                    svg,
                    new Series("", List.of(new Point(left, top), new Point(left + 26, top)), series.line(), false),
                    i,
                    ChartScale.IDENTITY,
                    ChartScale.IDENTITY);
            if (series.marked()) {
                marker(svg, i, left + 13, top, COLOURS[i % COLOURS.length]);
            }
            text(svg, left + 32, top + 4, "start", "", series.name());
        }
        if (!marks.isEmpty()) {
            int i = all.size();
            double left = LEFT + (double) (i % LEGEND_COLUMNS) * column;
            double top = HEIGHT + LEGEND_ROW * (i / LEGEND_COLUMNS) + 8.0;
            line(svg, "<path d=\"M%.1f %.1fh14m-7 -7v14\" stroke=\"#888\" stroke-width=\"1.5\"/>", left + 6, top);
            text(svg, left + 32, top + 4, "start", "", "published");
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String more, String text) {
        line(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, more, escaped(text));
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Text that is safe between tags and in attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
