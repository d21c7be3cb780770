package org.hashscape.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.hashscape.ui.common.Palette;
import org.hashscape.workbench.job.Job.Point;

/**
 * The curves that work draws while it runs: what is a loss at the left, everything else, as the precision on a
 * validation set, at the right. A curve of very many points is drawn with every n-th of them. Drawn at most once per
 * pulse, one side after the other.
 */
public final class CurvesPane extends HBox {

    private static final int MOST_POINTS = 400;

    private final Palette palette;
    private final Label fontProbe = new Label();
    private final ChartPane loss;
    private final ChartPane validation;
    private Map<String, List<Point>> curves = Map.of();
    private int stale;

    private final AnimationTimer drawing = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drawNext();
        }
    };

    public CurvesPane(Palette palette) {
        this.palette = palette;
        getStyleClass().addAll("panel", "curves-pane");
        loss = new ChartPane("Loss", "what the training makes small, by step");
        validation = new ChartPane("Validation", "how well unseen tiles are found, by step");
        fontProbe.setManaged(false);
        fontProbe.setVisible(false);
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(validation, Priority.ALWAYS);
        getChildren().addAll(loss, validation, fontProbe);
        fontProbe.fontProperty().addListener(changed -> show(curves));
    }

    /** Draws these from now on. */
    public void show(Map<String, List<Point>> now) {
        curves = now;
        stale = 2;
        drawing.start();
    }

    /** Whether everything handed over is drawn. */
    public boolean isComplete() {
        return stale == 0;
    }

    private void drawNext() {
        boolean losses = stale == 2;
        if (losses) {
            draw(loss, "The loss appears here", only(true));
        } else {
            draw(validation, "No validation yet", only(false));
        }
        stale--;
        if (stale <= 0) {
            stale = 0;
            drawing.stop();
        }
    }

    private Map<String, List<Point>> only(boolean losses) {
        Map<String, List<Point>> chosen = new LinkedHashMap<>();
        curves.forEach((name, points) -> {
            if (name.toLowerCase(Locale.ROOT).contains("loss") == losses) {
                chosen.put(name, thinned(points));
            }
        });
        return chosen;
    }

    static List<Point> thinned(List<Point> points) {
        int every = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        if (every <= 1) {
            return points;
        }
        List<Point> some = new ArrayList<>();
        for (int i = 0; i < points.size() - 1; i += every) {
            some.add(points.get(i));
        }
        some.add(points.get(points.size() - 1));
        return some;
    }

    private void draw(ChartPane pane, String whenEmpty, Map<String, List<Point>> shown) {
        pane.show(
                style -> new CurveChart(style).of(shown, whenEmpty),
                ChartColours.of(
                        palette,
                        fontProbe.getFont().getFamily(),
                        fontProbe.getFont().getSize() * 0.85));
    }
}
