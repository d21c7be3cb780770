package org.hashscape.workbench.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.workbench.chart.ChartFonts;
import org.hashscape.workbench.chart.TextLine;
import org.hashscape.workbench.export.Sheet.Cell;
import org.hashscape.workbench.export.Sheet.Head;

/** Lays a {@link Sheet} out and paints it, row by row, onto pages of one width. */
final class SheetPainter {

    private static final Color INK = new Color(0x1c2126);
    private static final Color SOFT = new Color(0x3d464f);
    private static final Color LINE = new Color(0xd0d7de);
    private static final Color RIGHT = new Color(0x17692f);
    private static final Color WRONG = new Color(0xa8221b);

    /** A page that is painted on. */
    interface Page {

        Graphics2D graphics();

        /** A JPEG picture, fitted into a rectangle. */
        void picture(byte[] jpeg, double x, double y, double width, double height) throws IOException;
    }

    private final Sheet sheet;
    private final double width;
    private final int columns;
    private final double gap;
    private final double picture;
    private final Font title;
    private final Font strong;
    private final Font plain;

    /**
     * @param width that rows have
     * @param columns results beside each other; ignored where columns are methods
     * @param size of the text, in the page's units
     * @param picture edge of a picture beside its words; pictures above their words are as wide as their cell
     */
    SheetPainter(Sheet sheet, double width, int columns, float size, double picture) {
        ChartFonts.load();
        this.sheet = sheet;
        this.width = width;
        this.columns = sheet.heads().isEmpty() ? columns : sheet.heads().size();
        this.gap = size * 1.2;
        this.title = new Font(ChartFonts.FAMILY, Font.BOLD, 1).deriveFont(Font.BOLD, size * 1.6f);
        this.strong = new Font(ChartFonts.FAMILY, Font.BOLD, 1).deriveFont(Font.BOLD, size);
        this.plain = new Font(ChartFonts.FAMILY, Font.PLAIN, 1).deriveFont(Font.PLAIN, size);
        this.picture = beside() ? picture : cellWidth();
    }

    private boolean beside() {
        return !sheet.heads().isEmpty();
    }

    private double cellWidth() {
        return (width - gap * (columns - 1)) / columns;
    }

    private double line() {
        return plain.getSize2D() * 1.35;
    }

    /** Words of a cell: its title, and lines. */
    private int words() {
        return beside() ? 5 : 4;
    }

    double rowHeight() {
        double text = words() * line();
        return beside() ? Math.max(picture, text) + gap : picture + text + gap;
    }

    int rows() {
        return (sheet.count() + columns - 1) / columns;
    }

    double headerHeight() {
        return Math.max(title.getSize2D() * 1.5 + sheet.intro().size() * line(), queryEdge()) + gap;
    }

    private double queryEdge() {
        return sheet.query().isPresent() ? Math.min(9 * line(), width / 4) : 0;
    }

    double headsHeight() {
        int lines = sheet.heads().stream()
                        .mapToInt(head -> head.lines().size())
                        .max()
                        .orElse(-1)
                + 1;
        return lines == 0 ? 0 : lines * line() + gap;
    }

    /** The title, what was asked, and the query's picture. */
    void header(Page page, double x, double y) throws IOException {
        double left = x;
        if (sheet.query().isPresent()) {
            page.picture(sheet.query().get(), x, y, queryEdge(), queryEdge());
            left += queryEdge() + gap;
        }
        Graphics2D graphics = page.graphics();
        double room = x + width - left;
        double base = y + title.getSize2D();
        text(graphics, sheet.title(), title, INK, left, base, room);
        base += title.getSize2D() * 0.5;
        for (String words : sheet.intro()) {
            base += line();
            text(graphics, words, plain, SOFT, left, base, room);
        }
    }

    /** What stands over the columns. */
    void heads(Page page, double x, double y) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            Head head = sheet.heads().get(column);
            double left = x + column * (cellWidth() + gap);
            double base = y + strong.getSize2D();
            text(page.graphics(), head.title(), strong, INK, left, base, cellWidth());
            for (String words : head.lines()) {
                base += line();
                text(page.graphics(), words, plain, SOFT, left, base, cellWidth());
            }
        }
    }

    /** One row of results. */
    void row(Page page, int row, double x, double y) throws IOException {
        for (int column = 0; column < columns; column++) {
            int place = row * columns + column;
            if (place < sheet.count()) {
                Optional<Cell> cell = sheet.cells().at(place);
                if (cell.isPresent()) {
                    cell(page, cell.get(), x + column * (cellWidth() + gap), y);
                }
            }
        }
    }

    private void cell(Page page, Cell cell, double x, double y) throws IOException {
        Graphics2D graphics = page.graphics();
        if (cell.picture().isPresent()) {
            page.picture(cell.picture().get(), x, y, picture, picture);
        }
        Color edge = switch (cell.relevance()) {
            case "right" -> RIGHT;
            case "wrong" -> WRONG;
            default -> LINE;
        };
        float thick = plain.getSize2D() / 6;
        boolean dashed = cell.relevance().equals("wrong");
        graphics.setColor(edge);
        graphics.setStroke(
                dashed
                        ? new BasicStroke(
                                thick,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {3 * thick, 2 * thick},
                                0)
                        : new BasicStroke(thick));
        graphics.draw(new Rectangle2D.Double(x + thick / 2, y + thick / 2, picture - thick, picture - thick));
        double left = beside() ? x + picture + gap / 2 : x;
        double room = beside() ? cellWidth() - picture - gap / 2 : cellWidth();
        double base = beside() ? y + plain.getSize2D() : y + picture + line();
        text(graphics, cell.title(), strong, edge.equals(LINE) ? INK : edge, left, base, room);
        for (String words : cell.lines()) {
            base += line();
            text(graphics, words, plain, SOFT, left, base, room);
        }
    }

    static void text(Graphics2D graphics, String words, Font font, Color colour, double x, double y, double room) {
        String fitted = TextLine.fitted(words, font, room);
        graphics.setFont(TextLine.fontFor(fitted, font));
        graphics.setColor(colour);
        graphics.drawString(fitted, (float) x, (float) y);
    }

    /** A line of text as long as there is room, in as many lines as it takes. */
    static List<String> wrapped(String words, Font font, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextLine.width(longer, font) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
