package org.hashscape.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.TestToolkit;
import org.hashscape.workbench.MeasureCodes.ScanTime;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.job.JobRunner;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartSavingTest {

    private static final Function<ChartStyle, JFreeChart> CHART = CodeCharts.scanTimes(
            List.of(new ScanTime(100, false, 0.01, 0.005), new ScanTime(1000, true, 0.1, 0.05)))::draw;

    @TempDir
    Path folder;

    private final JobRunner runner = new JobRunner();
    private final LinkedBlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private final Background background = new Background(runner, Runnable::run, notices::add);
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void start() {
        TestToolkit.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void savesForPaperWhereverTheUserSays() throws Exception {
        ChartSaving saving = saving(folder.resolve("time.svg"));
        onScreen(() -> saving.save(CHART, "Query time by archive size", ".svg", new Stage()));

        assertThat(next().sentence()).contains("time.svg");
        assertThat(asked).containsExactly("query-time-by-archive-size.svg");
        assertThat(Files.readString(folder.resolve("time.svg")))
                .contains(">codes<")
                .contains(">ms per query<")
                .contains("fill=\"#ffffff\"");
        onScreen(() -> saving(folder.resolve("time.png")).save(CHART, "x", ".png", new Stage()));
        next();
        assertThat(new Color(ImageIO.read(folder.resolve("time.png").toFile()).getRGB(3, 3)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void saysWhyAChartCannotBeSaved() throws Exception {
        onScreen(() -> saving(folder.resolve("no/such/folder.svg")).save(CHART, "x", ".svg", new Stage()));
        assertThat(next().kind()).isEqualTo(Notice.Kind.PROBLEM);
    }

    @Test
    void aPaneOffersItsMenuOnceItShowsAChart() {
        ChartPane pane = TestToolkit.onScreen(() -> new ChartPane("Time", "about time", saving(folder)));
        assertThat(TestToolkit.onScreen(() -> pane.lookup(".chart-menu").isDisabled()))
                .isTrue();
        TestToolkit.onScreen(() -> {
            pane.show(CHART, ChartStyle.PRINT);
            return true;
        });
        assertThat(TestToolkit.onScreen(() -> pane.lookup(".chart-menu").isDisabled()))
                .isFalse();
        assertThat(TestToolkit.onScreen(() -> ((Label) pane.lookup(".chart-title")).getText()))
                .isEqualTo("Time");
    }

    private ChartSaving saving(Path file) {
        return new ChartSaving(background, notices::add, (name, ending, owner) -> {
            asked.add(name);
            return Optional.of(file);
        });
    }

    private static void onScreen(Runnable work) {
        TestToolkit.onScreen(() -> {
            work.run();
            return true;
        });
    }

    private Notice next() throws InterruptedException {
        Notice notice = notices.poll(60, TimeUnit.SECONDS);
        assertThat(notice).as("a notice").isNotNull();
        return notice;
    }
}
