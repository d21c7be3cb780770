package org.hashscape.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.hashscape.ui.common.Contrast;
import org.hashscape.ui.common.Icon;

/**
 * Words, or an icon, as they stand in a window.
 *
 * @param fill their colour, mixed with the ground where they are not opaque
 * @param ground the colour that is really painted around them
 * @param asked the least contrast that WCAG asks for
 */
record PaintedText(String words, Color fill, Color ground, double asked) {

    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

    double contrast() {
        return Contrast.ratio(fill, ground);
    }

    boolean isTooFaint() {
        return contrast() < asked;
    }

    /** All that can be seen of a part of a window, but what belongs to disabled controls, which may be faint. */
    static List<PaintedText> in(Node part) {
        Scene scene = part.getScene();
        Pixels pixels = new Pixels(scene.snapshot(null));
        List<PaintedText> found = new ArrayList<>();
        Bounds whole = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
        collect(part, whole, 1, pixels, found);
        return found;
    }

    private static void collect(Node node, Bounds seen, double opacity, Pixels pixels, List<PaintedText> found) {
        boolean disabled =
                node.isDisabled() || node.getPseudoClassStates().contains(DISABLED); // menu items only say so
        if (!node.isVisible() || disabled || node.getOpacity() == 0) {
            return;
        }
        double left = opacity * node.getOpacity();
        Bounds shown = clipped(node, seen);
        if (node instanceof Text text) {
            Bounds place = both(text.localToScene(text.getLayoutBounds()), shown);
            boolean there = !text.getText().isBlank() && place.getWidth() >= 3 && place.getHeight() >= 5;
            if (there && text.getFill() instanceof Color fill) {
                found.add(of(text, fill, left, place, pixels));
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, shown, left, pixels, found));
        }
    }

    private static PaintedText of(Text text, Color fill, double opacity, Bounds place, Pixels pixels) {
        boolean icon = text instanceof Icon;
        Color ground = icon ? pixels.mostCommonOnEdge(place) : pixels.mostCommon(place);
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        boolean large = size >= 24 || bold && size >= 18.7;
        String words = icon ? "icon " + ((Icon) text).description() : text.getText();
        double solid = fill.getOpacity() * opacity;
        Color opaque = Color.color(fill.getRed(), fill.getGreen(), fill.getBlue());
        return new PaintedText(
                words,
                ground.interpolate(opaque, solid),
                ground,
                icon || large ? Contrast.OF_MARKS : Contrast.OF_WORDS);
    }

    /** What of a node's surroundings its own clip leaves to be seen. */
    private static Bounds clipped(Node node, Bounds seen) {
        return node.getClip() == null
                ? seen
                : both(node.localToScene(node.getClip().getBoundsInParent()), seen);
    }

    private static Bounds both(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "“%s” is %s on %s: %.2f of %.1f", words, web(fill), web(ground), contrast(), asked);
    }

    private static String web(Color colour) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(255 * colour.getRed()),
                Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue()));
    }
}
