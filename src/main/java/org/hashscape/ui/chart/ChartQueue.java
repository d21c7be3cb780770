package org.hashscape.ui.chart;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;

/** Draws charts one per frame, so that many of them together never hold up a click; of one pane only the newest. */
public final class ChartQueue {

    private final Map<ChartPane, Runnable> waiting = new LinkedHashMap<>();

    private final AnimationTimer drawing = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drawNext();
        }
    };

    /** Draws a pane in one of the next frames. */
    public void add(ChartPane pane, Runnable draw) {
        waiting.put(pane, draw);
        drawing.start();
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void drawNext() {
        Iterator<Runnable> next = waiting.values().iterator();
        if (!next.hasNext()) {
            drawing.stop();
            return;
        }
        Runnable draw = next.next();
        next.remove();
        draw.run();
    }
}
