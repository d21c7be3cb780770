package org.hashscape.workbench.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** One line of text that must fit, in a font that has its letters. */
public final class TextLine {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private TextLine() {}

    /** The font itself where it has every letter of the text, else the system's of the same size. */
    public static Font fontFor(String text, Font wanted) {
        return wanted.canDisplayUpTo(text) < 0
                ? wanted
                : new Font(Font.SANS_SERIF, wanted.getStyle(), wanted.getSize()).deriveFont(wanted.getSize2D());
    }

    public static double width(String text, Font font) {
        return fontFor(text, font).getStringBounds(text, CONTEXT).getWidth();
    }

    /** The text, with an ellipsis in its middle where it is too long; control characters become blanks. */
    public static String fitted(String text, Font font, double width) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        if (width(plain, font) <= width) {
            return plain;
        }
        int[] letters = plain.codePoints().toArray();
        int low = 0; // so many letters fit
        int high = letters.length - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(shortened(letters, middle), font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return shortened(letters, low);
    }

    private static String shortened(int[] letters, int kept) {
        int first = (kept + 1) / 2;
        int last = kept - first;
        return new String(letters, 0, first) + "\u2026" + new String(letters, letters.length - last, last);
    }
}
