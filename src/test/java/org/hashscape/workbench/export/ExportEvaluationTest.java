package org.hashscape.workbench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.Curves;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ExportEvaluationTest {

    private static final String EVIL = "=net<script>alert('1')</script>&|\"";

    @TempDir
    private Path temporary;

    @Test
    void thePageStandsAloneAndEveryTextIsEscaped() throws Exception {
        String page = export().html(rows());
        assertThat(page.contains("<script")).isFalse();
        assertThat(page.replace("http://www.w3.org/2000/svg", "").contains("://"))
                .as("a reference to another place")
                .isFalse();
        assertThat(page.contains("&lt;script&gt;alert(")).isTrue();
        assertThat(page.contains("tr class=\"leak\"")).isTrue();
        assertThat(page.split("<svg ", -1)).hasSize(1 + 5);
        for (String part : page.split("(?=<svg )")) {
            if (part.startsWith("<svg ")) {
                String svg = part.substring(0, part.indexOf("</svg>") + 6);
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                assertThat(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))))
                        .isNotNull();
                assertThat(svg.contains("NaN") || svg.contains("Infinity")).isFalse();
            }
        }
    }

    @Test
    void theTableHoldsMeansOverTheSeedsAndCsvEveryRow() throws IOException {
        String table = export().markdown(rows());
        assertThat(table).contains("| AP@20 lenient |").contains("0.550 \u00b1").contains("LEAK");
        assertThat(table).contains("\\|");
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(export().csv(rows())))) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(rows().size());
            assertThat(records.get(0).get("apLenientAtK")).isEqualTo("0.5");
            assertThat(records.get(0).get("apLenientAtKRandom")).isEqualTo("0.1");
            assertThat(records.get(0).get("descriptor")).startsWith("'=");
        }
    }

    @Test
    void theEndingChoosesTheFormatAndNothingIsLeftBehind() throws IOException {
        ExportEvaluation export = export();
        for (String name : List.of("r.html", "r.md", "r.csv", "r.json")) {
            export.run(rows(), temporary.resolve("out").resolve(name));
        }
        try (var files = Files.list(temporary.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("r.html", "r.md", "r.csv", "r.json");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> export.run(rows(), temporary.resolve("r.doc")));
        assertThatIllegalArgumentException().isThrownBy(() -> export.run(List.of(), temporary.resolve("r.html")));
    }

    @Test
    void theParetoFrontHoldsWhatNoOtherPointBeats() {
        List<SvgChart.Point> front = EvaluationCharts.paretoFront(List.of(
                new SvgChart.Point(1, .2),
                new SvgChart.Point(2, .1),
                new SvgChart.Point(3, .5),
                new SvgChart.Point(3, .4),
                new SvgChart.Point(9, .5),
                new SvgChart.Point(10, .9)));
        assertThat(front).extracting(SvgChart.Point::x).containsExactly(1.0, 3.0, 10.0);
    }

    private ExportEvaluation export() throws IOException {
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            return new ExportEvaluation(archive, List.of("a machine"));
        }
    }

    private static List<EvaluationRow> rows() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            for (int bits : new int[] {0, 16, 32}) {
                rows.add(row(bits, seed, 0.4 + 0.1 * seed));
            }
        }
        return rows;
    }

    private static EvaluationRow row(int bits, long seed, double score) {
        Map<Metric, ConfidenceInterval> scores = new EnumMap<>(Metric.class);
        Map<Metric, Double> floor = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            scores.put(metric, new ConfidenceInterval(score, score - .01, score + .01));
            floor.put(metric, .1);
        }
        return new EvaluationRow(
                bits == 0 ? "exhaustive" : "lsh",
                EVIL,
                bits,
                bits,
                8,
                "mhcln",
                seed,
                20,
                "shares-label",
                "random",
                100,
                90,
                10,
                scores,
                floor,
                new Curves(List.of(1.0, 0.5), List.of(1.0, 0.8, 0.2)),
                1,
                0.1,
                0.2,
                Map.of("hash", 0.05, "look up", 0.05),
                Map.of("hash", 0.1, "look up", 0.1),
                bits == 32,
                List.of("a note"));
    }
}
