package org.hashscape.workbench.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes what is drawn on it onto a page of a PDF: shapes as paths, JPEG pictures as they are. Text that Helvetica has
 * letters for is text, stretched to the length it was laid out with, so that it can be found and copied; other scripts,
 * and what runs from right to left, are drawn as outlines, since PDFs know no shaping. The origin is the upper left
 * corner, one unit a point. Failures to write come as {@link UncheckedIOException}.
 */
public final class PdfGraphics extends ShapeGraphics implements AutoCloseable {

    private static final PDFont REGULAR = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private final PDDocument document;
    private final PDPageContentStream content;
    private final double height;
    private final Map<Float, PDExtendedGraphicsState> opacities;

    /** Draws on a page, after what is there already; close it when the page is done. */
    public PdfGraphics(PDDocument document, PDPage page) throws IOException {
        this.document = document;
        this.content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
        this.height = page.getMediaBox().getHeight();
        this.opacities = new HashMap<>();
    }

    private PdfGraphics(PdfGraphics parent, Graphics2D state) {
        super(state);
        this.document = parent.document;
        this.content = parent.content;
        this.height = parent.height;
        this.opacities = parent.opacities;
    }

    @Override
    public Graphics create() {
        return new PdfGraphics(this, (Graphics2D) state.create());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Writes something; the state of the page is as before afterwards. */
    @FunctionalInterface
    private interface Ink {
        void write() throws IOException;
    }

    private void with(Rectangle2D bounds, Ink ink) {
        Shape clip = getClip() == null ? null : getTransform().createTransformedShape(getClip());
        if (clip != null && !clip.intersects(bounds) && !clip.contains(bounds)) {
            return;
        }
        try {
            content.saveGraphicsState();
            if (clip != null && !clip.contains(bounds)) {
                trace(clip.getPathIterator(null));
                content.clip();
            }
            ink.write();
            content.restoreGraphicsState();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void fill(Shape shape) {
        Path2D path = new Path2D.Double(shape, getTransform());
        with(path.getBounds2D(), () -> {
            content.setNonStrokingColor(colour());
            opacity(false);
            trace(path.getPathIterator(null));
            if (path.getWindingRule() == Path2D.WIND_EVEN_ODD) {
                content.fillEvenOdd();
            } else {
                content.fill();
            }
        });
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = getStroke() instanceof BasicStroke basic ? basic : new BasicStroke(1);
        float scale = (float) Math.sqrt(Math.abs(getTransform().getDeterminant()));
        Path2D path = new Path2D.Double(shape, getTransform());
        Rectangle2D bounds = path.getBounds2D();
        double reach = stroke.getLineWidth() * scale;
        bounds.setRect(
                bounds.getX() - reach,
                bounds.getY() - reach,
                bounds.getWidth() + 2 * reach,
                bounds.getHeight() + 2 * reach);
        with(bounds, () -> {
            content.setStrokingColor(colour());
            opacity(true);
            content.setLineWidth(Math.max(0.1f, stroke.getLineWidth() * scale));
            content.setLineCapStyle(stroke.getEndCap());
            content.setLineJoinStyle(stroke.getLineJoin());
            float[] dashes = stroke.getDashArray();
            if (dashes != null) {
                float[] scaled = dashes.clone();
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] *= scale;
                }
                content.setLineDashPattern(scaled, stroke.getDashPhase() * scale);
            }
            trace(path.getPathIterator(null));
            content.stroke();
        });
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        Font font = TextLine.fontFor(text, getFont());
        PDFont helvetica = font.isBold() ? BOLD : REGULAR;
        if (!writes(helvetica, text)) {
            TextLayout layout = new TextLayout(text, font, getFontRenderContext());
            fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
            return;
        }
        double width = font.getStringBounds(text, getFontRenderContext()).getWidth();
        AffineTransform placed = getTransform();
        placed.translate(x, y);
        placed.scale(1, -1); // letters stand upright on the page, whose y goes up
        AffineTransform page = new AffineTransform(1, 0, 0, -1, 0, height);
        page.concatenate(placed);
        Rectangle2D line = new Rectangle2D.Double(x, y - font.getSize2D(), width, 1.4 * font.getSize2D());
        with(getTransform().createTransformedShape(line).getBounds2D(), () -> {
            double natural = helvetica.getStringWidth(text) / 1000 * font.getSize2D();
            content.setNonStrokingColor(colour());
            opacity(false);
            content.beginText();
            content.setFont(helvetica, font.getSize2D());
            content.setHorizontalScaling((float) (natural > 0 ? 100 * width / natural : 100));
            content.setTextMatrix(new Matrix(page));
            content.showText(text);
            content.endText();
        });
    }

    private static boolean writes(PDFont font, String text) {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException noSuchLetter) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    void image(Image image, AffineTransform placed) {
        int wide = image.getWidth(null);
        int high = image.getHeight(null);
        if (wide < 1 || high < 1) {
            return;
        }
        BufferedImage copy = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        place(() -> LosslessFactory.createFromImage(document, copy), placed, wide, high);
    }

    /** A JPEG file's bytes as a picture, unchanged. */
    public void jpeg(byte[] bytes, double x, double y, double width, double high) {
        AffineTransform placed = AffineTransform.getTranslateInstance(x, y);
        placed.scale(width, high);
        place(() -> JPEGFactory.createFromByteArray(document, bytes), placed, 1, 1);
    }

    /** Makes a picture of the document. */
    @FunctionalInterface
    private interface Picture {
        PDImageXObject make() throws IOException;
    }

    private void place(Picture picture, AffineTransform placed, double wide, double high) {
        AffineTransform whole = getTransform();
        whole.concatenate(placed);
        Rectangle2D bounds = whole.createTransformedShape(new Rectangle2D.Double(0, 0, wide, high))
                .getBounds2D();
        AffineTransform unit = new AffineTransform(whole);
        unit.translate(0, high);
        unit.scale(wide, -high); // a picture's unit square goes up, ours down
        AffineTransform page = new AffineTransform(1, 0, 0, -1, 0, height);
        page.concatenate(unit);
        with(bounds, () -> {
            opacity(false);
            content.drawImage(picture.make(), new Matrix(page));
        });
    }

    private void trace(PathIterator parts) throws IOException {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (; !parts.isDone(); parts.next()) {
            switch (parts.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo((float) (x = at[0]), up(y = at[1]));
                case PathIterator.SEG_LINETO -> content.lineTo((float) (x = at[0]), up(y = at[1]));
                case PathIterator.SEG_QUADTO -> {
                    content.curveTo(
                            (float) (x + 2 * (at[0] - x) / 3),
                            up(y + 2 * (at[1] - y) / 3),
                            (float) (at[2] + 2 * (at[0] - at[2]) / 3),
                            up(at[3] + 2 * (at[1] - at[3]) / 3),
                            (float) at[2],
                            up(at[3]));
                    x = at[2];
                    y = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    content.curveTo((float) at[0], up(at[1]), (float) at[2], up(at[3]), (float) at[4], up(at[5]));
                    x = at[4];
                    y = at[5];
                }
                default -> content.closePath();
            }
        }
    }

    private float up(double y) {
        return (float) (height - y);
    }

    private Color colour() {
        Color colour = getPaint() instanceof Color plain ? plain : Color.GRAY;
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private void opacity(boolean ofLines) throws IOException {
        float alpha = getPaint() instanceof Color colour ? colour.getAlpha() / 255f : 1;
        if (getComposite() instanceof AlphaComposite composite) {
            alpha *= composite.getAlpha();
        }
        if (alpha < 1) {
            float share = alpha;
            content.setGraphicsStateParameters(opacities.computeIfAbsent(ofLines ? -share : share, key -> {
                PDExtendedGraphicsState made = new PDExtendedGraphicsState();
                if (ofLines) {
                    made.setStrokingAlphaConstant(share);
                } else {
                    made.setNonStrokingAlphaConstant(share);
                }
                return made;
            }));
        }
    }
}
