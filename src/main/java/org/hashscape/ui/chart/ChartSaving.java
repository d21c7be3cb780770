package org.hashscape.ui.chart;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Fonts;
import org.hashscape.ui.common.Notice;
import org.hashscape.workbench.chart.ChartPictures;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Copies charts to the clipboard and saves them as PNG and SVG, always in the style for paper, drawn in the background. */
public final class ChartSaving {

    /** Where a file shall lie; asks the user. */
    @FunctionalInterface
    interface Question {
        Optional<Path> askFor(String fileName, String ending, Window owner);
    }

    private final Background background;
    private final Consumer<Notice> tell;
    private final Question question;
    private @Nullable File lastFolder;

    /** @param tell shows the user what became of it, on the screen's thread */
    public ChartSaving(Background background, Consumer<Notice> tell) {
        this.background = background;
        this.tell = tell;
        this.question = this::choose;
    }

    ChartSaving(Background background, Consumer<Notice> tell, Question question) {
        this.background = background;
        this.tell = tell;
        this.question = question;
    }

    /** Puts the chart on the clipboard as a picture. */
    void copy(@Nullable Function<ChartStyle, JFreeChart> drawing) {
        if (drawing == null) {
            return;
        }
        run(
                "Copying the chart",
                () -> {
                    Fonts.loadForCharts();
                    return SwingFXUtils.toFXImage(
                            ChartPictures.image(
                                    drawing.apply(ChartStyle.PRINT), ChartPictures.WIDTH, ChartPictures.HEIGHT, 2),
                            null);
                },
                (Image picture) -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(picture);
                    boolean taken = Clipboard.getSystemClipboard().setContent(content);
                    tell.accept(
                            taken
                                    ? Notice.news("The chart is on the clipboard.")
                                    : Notice.problem("The system did not take the chart. Save it as a file instead."));
                });
    }

    /** Asks for a file and saves the chart there. @param ending ".png" or ".svg" */
    void save(@Nullable Function<ChartStyle, JFreeChart> drawing, String name, String ending, Window owner) {
        if (drawing == null) {
            return;
        }
        String fileName = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ending;
        question.askFor(fileName, ending, owner)
                .ifPresent(file -> run(
                        "Saving " + file.getFileName(),
                        () -> {
                            Fonts.loadForCharts();
                            ChartPictures.save(drawing.apply(ChartStyle.PRINT), file);
                            return file;
                        },
                        saved -> tell.accept(Notice.news("Saved the chart in " + saved + "."))));
    }

    private <T> void run(String title, java.util.concurrent.Callable<T> work, Consumer<T> then) {
        background.run(Lane.READ, title, progress -> work.call(), new Background.Outcome<T>() {
            @Override
            public void done(T answer) {
                then.accept(answer);
            }

            @Override
            public void failed(String sentence, Background where) {
                tell.accept(Notice.problem(sentence));
            }
        });
    }

    private Optional<Path> choose(String fileName, String ending, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save chart");
        chooser.setInitialFileName(fileName);
        chooser.getExtensionFilters()
                .setAll(new ExtensionFilter(
                        ending.equals(".svg") ? "Vector picture (*.svg)" : "Picture (*.png)", "*" + ending));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.getParentFile();
        String path = chosen.getPath();
        return Optional.of(Path.of(path.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path + ending));
    }
}
