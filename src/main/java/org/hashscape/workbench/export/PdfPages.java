package org.hashscape.workbench.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.chart.ChartFonts;
import org.hashscape.workbench.chart.PdfGraphics;
import org.hashscape.workbench.chart.TextLine;
import org.hashscape.workbench.export.ExportedCharts.Drawing;

/**
 * A {@link Sheet} on pages of A4, with what was asked, maps and charts on the first ones. Upright where results flow, wide
 * where methods stand side by side.
 */
final class PdfPages {

    private static final float MARGIN = 36;
    private static final float FOOT = 18;
    private static final float TEXT = 8;
    private static final double GAP = 10;
    private static final int FLOWING_COLUMNS = 5;
    private static final double PICTURE = 62;
    /** Results begin on a page that has room for so many rows of them. */
    private static final int FEWEST_ROWS = 2;

    private static final Color INK = new Color(0x1c2126);
    private static final Color SOFT = new Color(0x3d464f);

    private final Sheet sheet;
    private final Map<String, Map<String, String>> tables;
    private final List<Drawing> drawings;
    private final String archive;
    private final PDRectangle size;
    private final double width;
    private final double bottom;
    private final Font plain = new Font(ChartFonts.FAMILY, Font.PLAIN, 1).deriveFont(TEXT);
    private final Font strong = new Font(ChartFonts.FAMILY, Font.BOLD, 1).deriveFont(TEXT);

    /** @param tables names and values by heading; they stand beside each other */
    PdfPages(Sheet sheet, Map<String, Map<String, String>> tables, List<Drawing> drawings, String archive) {
        ChartFonts.load();
        this.sheet = sheet;
        this.tables = tables;
        this.drawings = drawings;
        this.archive = archive;
        this.size = sheet.heads().isEmpty()
                ? PDRectangle.A4
                : new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
        this.width = size.getWidth() - 2.0 * MARGIN;
        this.bottom = size.getHeight() - MARGIN - FOOT;
    }

    void write(OutputStream out, Progress progress) throws IOException {
        try (PDDocument document = new PDDocument();
                Writer writer = new Writer(document)) {
            document.getDocumentInformation().setTitle(sheet.title());
            document.getDocumentInformation().setCreator("Hashscape " + Workspace.version());
            document.getDocumentCatalog().setLanguage("en");
            writer.front();
            writer.results(progress);
            writer.close();
            document.save(out);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Fills page after page from top to bottom. */
    private final class Writer implements AutoCloseable, SheetPainter.Page {

        private final PDDocument document;
        private PdfGraphics graphics;
        private double y = MARGIN;
        private int number = 1;
        private boolean open = true;

        Writer(PDDocument document) throws IOException {
            this.document = document;
            this.graphics = page();
        }

        private PdfGraphics page() throws IOException {
            PDPage page = new PDPage(size);
            document.addPage(page);
            return new PdfGraphics(document, page);
        }

        private void turn() throws IOException {
            foot();
            graphics.close();
            graphics = page();
            number++;
            y = MARGIN;
        }

        private void foot() {
            String words = "Hashscape " + Workspace.version() + ", archive " + archive + ". Coastlines: Natural Earth.";
            double base = size.getHeight() - MARGIN + TEXT / 2;
            SheetPainter.text(graphics, words, plain, SOFT, MARGIN, base, width - 60);
            SheetPainter.text(graphics, "page " + number, plain, SOFT, MARGIN + width - 40, base, 40);
        }

        private void room(double height) throws IOException {
            if (y > MARGIN && y + height > bottom) {
                turn();
            }
        }

        void front() throws IOException {
            SheetPainter painter = painter();
            painter.header(this, MARGIN, y);
            y += painter.headerHeight();
            tables();
            for (Drawing drawing : drawings) {
                if (drawing.width() > 2 * drawing.height()) {
                    room(height(drawing, width));
                    draw(drawing, MARGIN, width);
                    y += height(drawing, width);
                }
            }
            small(drawings.stream()
                    .filter(drawing -> drawing.width() <= 2 * drawing.height())
                    .toList());
        }

        private void small(List<Drawing> charts) throws IOException {
            int across = sheet.heads().isEmpty() ? 2 : 3;
            double wide = (width - GAP * (across - 1)) / across;
            for (int first = 0; first < charts.size(); first += across) {
                List<Drawing> row = charts.subList(first, Math.min(charts.size(), first + across));
                double tallest = row.stream()
                        .mapToDouble(chart -> height(chart, wide))
                        .max()
                        .orElse(0);
                room(tallest);
                for (int i = 0; i < row.size(); i++) {
                    draw(row.get(i), MARGIN + i * (wide + GAP), wide);
                }
                y += tallest;
            }
        }

        private double height(Drawing drawing, double wide) {
            int lines = SheetPainter.wrapped(drawing.caption(), plain, wide).size();
            return wide * drawing.height() / drawing.width() + (lines + 0.5) * TEXT * 1.35 + GAP;
        }

        private void draw(Drawing drawing, double x, double wide) {
            double scale = wide / drawing.width();
            double high = drawing.height() * scale;
            Graphics2D part = (Graphics2D) graphics.create();
            AffineTransform placed = AffineTransform.getTranslateInstance(x, y);
            placed.scale(scale, scale);
            part.transform(placed);
            part.clip(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
            drawing.paint().accept(part);
            double base = y + high;
            for (String line : SheetPainter.wrapped(drawing.caption(), plain, wide)) {
                base += TEXT * 1.35;
                SheetPainter.text(graphics, line, plain, SOFT, x, base, wide);
            }
        }

        private void tables() throws IOException {
            double column = (width - GAP * (tables.size() - 1)) / tables.size();
            double tallest = 0;
            double x = MARGIN;
            for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
                tallest = Math.max(tallest, table(table.getKey(), table.getValue(), x, column));
                x += column + GAP;
            }
            y += tallest + GAP;
        }

        private double table(String heading, Map<String, String> facts, double x, double wide) {
            double names = facts.keySet().stream()
                    .mapToDouble(name -> TextLine.width(name, plain))
                    .max()
                    .orElse(0);
            double column = Math.min(wide * 0.5, names + 6);
            double base = y + TEXT;
            SheetPainter.text(graphics, heading, strong, INK, x, base, wide);
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                base += TEXT * 1.35;
                SheetPainter.text(graphics, fact.getKey(), plain, SOFT, x, base, column - 6);
                for (String line : SheetPainter.wrapped(fact.getValue(), plain, wide - column)) {
                    SheetPainter.text(graphics, line, plain, INK, x + column, base, wide - column);
                    base += TEXT * 1.35;
                }
                base -= TEXT * 1.35;
            }
            return base - y;
        }

        void results(Progress progress) throws IOException {
            SheetPainter painter = painter();
            double least = painter.headsHeight() + FEWEST_ROWS * painter.rowHeight();
            room(Math.min(least, bottom - MARGIN));
            boolean headed = false;
            for (int row = 0; row < painter.rows(); row++) {
                progress.checkCancelled();
                progress.report((double) row / painter.rows(), "Setting row " + (row + 1));
                room(painter.rowHeight());
                if (!headed || y == MARGIN) {
                    painter.heads(this, MARGIN, y);
                    y += painter.headsHeight();
                    headed = true;
                }
                painter.row(this, row, MARGIN, y);
                y += painter.rowHeight();
            }
        }

        private SheetPainter painter() {
            return new SheetPainter(sheet, width, FLOWING_COLUMNS, TEXT, PICTURE);
        }

        @Override
        public Graphics2D graphics() {
            return graphics;
        }

        @Override
        public void picture(byte[] jpeg, double x, double y, double wide, double high) throws IOException {
            Raster raster = Thumbnails.decode(jpeg);
            double scale = Math.min(wide / raster.width(), high / raster.height());
            double shownWidth = raster.width() * scale;
            double shownHeight = raster.height() * scale;
            graphics.jpeg(jpeg, x + (wide - shownWidth) / 2, y + (high - shownHeight) / 2, shownWidth, shownHeight);
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                foot();
                graphics.close();
            }
        }
    }
}
