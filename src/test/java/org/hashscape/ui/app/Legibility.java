package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Contrast;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;

/** Measures in one window after the other whether what is written and drawn can be told from its ground. */
final class Legibility {

    private final TestWindow window;

    Legibility(TestWindow window) {
        this.window = window;
    }

    /** Puts the window into a theme. */
    void show(Theme theme) {
        onScreen(() -> {
            window.model.themeProperty().set(theme.id());
            return true;
        });
        settle();
    }

    /** Waits until everything is drawn. */
    void settle() {
        TestWindow.frames(3);
        window.until("everything", window.view::isComplete);
    }

    /** What is painted in the main window. */
    Pixels pixels() {
        return onScreen(() -> new Pixels(window.stage.getScene().snapshot(null)));
    }

    void everythingCanBeReadIn(String where, Window shown) {
        everythingCanBeReadIn(where, shown.getScene().getRoot());
    }

    void everythingCanBeReadIn(String where, Node part) {
        List<PaintedText> texts = onScreen(() -> PaintedText.in(part));
        assertThat(texts).as("words of " + where).isNotEmpty();
        noneIsTooFaint(where, texts);
    }

    void assertStandsOut(Color colour, Color ground, double asked, String what) {
        noneIsTooFaint("what is drawn", List.of(new PaintedText(what, colour, ground, asked)));
    }

    private void noneIsTooFaint(String where, List<PaintedText> texts) {
        assertThat(texts.stream().filter(PaintedText::isTooFaint).distinct())
                .as("too faint in " + where + ", theme " + window.settings.theme())
                .isEmpty();
    }

    /** Opens a popup, reads it and closes it again. */
    void popup(String what, Runnable show, Runnable hide) {
        onScreen(() -> {
            show.run();
            return true;
        });
        TestWindow.frames(3);
        List<Window> popups = onScreen(() -> others(PopupWindow.class::isInstance));
        assertThat(popups).as(what).isNotEmpty();
        popups.forEach(popup -> everythingCanBeReadIn(what, popup));
        onScreen(() -> {
            hide.run();
            return true;
        });
    }

    /** Windows beside the main one. */
    List<Window> others(Predicate<Window> which) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(each -> each != window.stage && each.isShowing())
                .filter(which)
                .toList();
    }

    void captionCanBeRead(Pixels pixels, CanvasGrid<?> grid, int item) {
        double[] middle = middle(grid, item);
        double edge = onScreen(() -> grid.pictureSizeProperty().get());
        Bounds caption = new BoundingBox(middle[0] - edge / 2 + 2, middle[1] + edge / 2 + 4, edge - 4, 14);
        Color ground = pixels.mostCommon(caption);
        assertStandsOut(pixels.mostUnlike(ground, caption), ground, Contrast.OF_WORDS, "caption " + item);
        Palette palette = Theme.of(window.settings.theme()).palette();
        assertStandsOut(palette.text(), ground, Contrast.OF_WORDS, "words below picture " + item);
        assertStandsOut(palette.muted(), ground, Contrast.OF_WORDS, "quiet words below picture " + item);
        assertStandsOut(palette.muted(), palette.hover(), Contrast.OF_WORDS, "quiet words under the pointer");
    }

    /** Middle of an item's picture in the window, pixels. */
    double[] middle(CanvasGrid<?> grid, int item) {
        return onScreen(() -> {
            double[] middle = grid.middleOf(item);
            var inScene = grid.localToScene(middle[0], middle[1]);
            return new double[] {inScene.getX(), inScene.getY()};
        });
    }

    static Color colour(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
