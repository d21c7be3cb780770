package org.hashscape.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.ui.chart.ChartColours;
import org.hashscape.ui.common.Fonts;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.chart.ChartPictures;
import org.hashscape.workbench.chart.ChartPoint;
import org.hashscape.workbench.chart.ChartSeries;
import org.hashscape.workbench.chart.ChartSeries.Look;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.chart.SeriesChart;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigure;
import org.hashscape.workbench.evaluation.PublishedFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationChartsTest {

    private static final List<PublishedFigure> PUBLISHED =
            PublishedFigures.comparable(PublishedFigures.UC_MERCED, "mhcln", 20);

    private static final EvaluationCharts CHARTS = new EvaluationCharts(EvaluationSummary.of(MadeUpRows.some()));

    @BeforeAll
    static void loadFonts() {
        Fonts.loadForCharts();
    }

    static Stream<SeriesChart> all() {
        return Stream.of(
                CHARTS.againstBits(Metric.AP_LENIENT_AT_K, PUBLISHED),
                CHARTS.againstTime(Metric.MAP_FULL),
                CHARTS.precisionAtK(32),
                CHARTS.precisionRecall(16));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isDrawnInBothThemesAndForPaper(SeriesChart chart) {
        for (ChartStyle style : List.of(
                ChartStyle.PRINT,
                ChartColours.of(Theme.LIGHT.palette(), "Inter", 11),
                ChartColours.of(Theme.DARK.palette(), "Inter", 22))) {
            BufferedImage image = ChartPictures.image(chart.draw(style), 600, 400, 1);
            Set<Integer> colours = new HashSet<>();
            for (int at = 0; at < 600 * 400; at++) {
                colours.add(image.getRGB(at % 600, at / 600));
            }
            assertThat(colours)
                    .contains(style.panel().getRGB())
                    .contains(style.colour(0).getRGB());
            assertThat(colours.size()).as("colours of lines, shapes and text").isGreaterThan(40);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsSvgNamesAxesAndSeries(SeriesChart chart) throws Exception {
        String svg = ChartPictures.svg(chart.draw(ChartStyle.PRINT), 800, 500);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg)
                .contains(">" + chart.x().label() + "<")
                .contains(">" + chart.y().label() + "<");
        chart.series().forEach(series -> assertThat(svg).contains(">" + series.name() + "<"));
    }

    @Test
    void tipsSayWhichMethodReachedWhatWithItsInterval() {
        ChartSeries lsh = named(CHARTS.againstBits(Metric.AP_LENIENT_AT_K, PUBLISHED), "lsh");
        assertThat(lsh.points().get(0).tip())
                .startsWith("lsh, sift-words, 16 bits: AP@20 lenient 0.355 (95 %:")
                .contains("over 2 seeds")
                .contains("0.160 ms per query");
        assertThat(named(CHARTS.precisionAtK(32), "kslsh").points().get(4).tip())
                .isEqualTo("kslsh, sift-words, 32 bits: P@5 0.685");
        assertThat(named(CHARTS.precisionRecall(32), "lsh").points().get(10).tip())
                .contains("precision at recall 0.50");
        assertThat(named(CHARTS.againstBits(Metric.AP_LENIENT_AT_K, PUBLISHED), "published: kslsh, SIFT words")
                        .points()
                        .get(2)
                        .tip())
                .contains("0.630")
                .contains("2021");
    }

    @Test
    void intervalsLieAroundTheirPoints() {
        all().flatMap(chart -> chart.series().stream())
                .flatMap(series -> series.points().stream())
                .forEach(point -> assertThat(point.y()).isBetween(point.low() - 1e-9, point.high() + 1e-9));
    }

    @Test
    void publishedFiguresStandOnlyBesideTheirOwnMetricProtocolAndCutOff() {
        assertThat(references(CHARTS.againstBits(Metric.AP_LENIENT_AT_K, PUBLISHED)))
                .containsExactly("published: kslsh, SIFT words", "published: deep-mhcln, Inception features");
        assertThat(references(CHARTS.againstBits(Metric.MAP_FULL, PUBLISHED))).isEmpty();
        assertThat(references(CHARTS.againstBits(Metric.AP_LENIENT_AT_K, List.of())))
                .isEmpty();
        List<PublishedFigure> ofOtherProtocols = Stream.of("train-archive", "whole")
                .flatMap(protocol -> PublishedFigures.comparable(PublishedFigures.UC_MERCED, protocol, 20).stream())
                .toList();
        assertThat(ofOtherProtocols).isNotEmpty();
        for (Metric metric : Metric.values()) {
            assertThat(references(CHARTS.againstBits(metric, ofOtherProtocols))).isEmpty();
        }
    }

    @Test
    void publishedFiguresHaveTheColourOfTheirMethod() {
        SeriesChart chart = CHARTS.againstBits(Metric.AP_LENIENT_AT_K, PUBLISHED);
        assertThat(named(chart, "published: kslsh, SIFT words").place())
                .isEqualTo(named(chart, "kslsh").place());
    }

    @Test
    void theFrontGoesThroughWhatNothingDominatesAndFloatsStandAmongThePoints() {
        SeriesChart chart = CHARTS.againstTime(Metric.PRECISION_AT_K);
        assertThat(named(chart, "Pareto front").points().stream()
                        .map(ChartPoint::x)
                        .toList())
                .containsExactly(0.16, 0.192, 0.384, 3.0);
        assertThat(named(chart, "exhaustive").points()).hasSize(1);
    }

    @Test
    void whatRestsOnALeakWarnsInEveryChart() {
        all().forEach(chart -> {
            ChartSeries leaky = named(chart, "itq (leak)");
            assertThat(leaky.look().name()).startsWith("WARNING");
        });
    }

    @Test
    void searchOnFloatsThatRestsOnALeakSaysSoInTheLegend() {
        EvaluationCharts charts = new EvaluationCharts(EvaluationSummary.of(List.of(
                MadeUpRows.row("exhaustive", "scene-net", 0, 1, 0.9, 3, true),
                MadeUpRows.row("lsh", "scene-net", 32, 1, 0.5, 0.2, true))));

        assertThat(charts.againstBits(Metric.AP_STANDARD_AT_K, List.of()).series())
                .extracting(ChartSeries::name)
                .contains("exhaustive (leak) (float)", "lsh (leak)");
    }

    @Test
    void beforeAnythingIsMeasuredNoCutOffIsNamed() {
        EvaluationCharts none = new EvaluationCharts(List.of());

        assertThat(none.againstBits(Metric.AP_LENIENT_AT_K, List.of()).title())
                .isEqualTo("AP@k lenient against code length");
        assertThat(none.againstTime(Metric.AP_LENIENT_AT_K).title()).doesNotContain("@0");
    }

    @Test
    void aMethodKeepsItsColourWhenOnlySomeAreDrawn() {
        List<EvaluationSummary> scores = EvaluationSummary.of(MadeUpRows.some());
        List<EvaluationSummary> some =
                scores.stream().filter(each -> each.method().equals("itq")).toList();
        assertThat(named(new EvaluationCharts(some, scores).againstTime(Metric.MAP_FULL), "itq (leak)")
                        .place())
                .isEqualTo(
                        named(CHARTS.againstTime(Metric.MAP_FULL), "itq (leak)").place());
    }

    @Test
    void nothingMeasuredDrawsAnEmptyChart() {
        EvaluationCharts none = new EvaluationCharts(List.of());
        for (SeriesChart chart : List.of(
                none.againstBits(Metric.MAP_FULL, PUBLISHED),
                none.againstTime(Metric.MAP_FULL),
                none.precisionAtK(32),
                none.precisionRecall(32))) {
            assertThat(chart.series()).isEmpty();
            ChartPictures.image(chart.draw(ChartStyle.PRINT), 200, 100, 1);
        }
    }

    @Test
    void oneSeedAndOneCodeLengthAreEnough() {
        EvaluationCharts one = new EvaluationCharts(
                EvaluationSummary.of(List.of(MadeUpRows.row("lsh", "sift-words", 32, 1, 0.5, 0.1, false))));
        ChartSeries lsh = named(one.againstBits(Metric.MAP_FULL, List.of()), "lsh");
        assertThat(lsh.points().get(0).low()).isEqualTo(0.48);
        assertThat(lsh.points().get(0).tip()).contains("over queries");
    }

    private static List<String> references(SeriesChart chart) {
        return chart.series().stream()
                .filter(series -> series.look() == Look.REFERENCE)
                .map(ChartSeries::name)
                .toList();
    }

    private static ChartSeries named(SeriesChart chart, String name) {
        return chart.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series " + name + " among "
                        + chart.series().stream().map(ChartSeries::name).toList()));
    }
}
