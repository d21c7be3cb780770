package org.hashscape.workbench.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Writes what is drawn on it as an SVG 1.1 document: shapes as paths in the picture's own coordinates, text as text (so
 * that it can be searched and edited) with its length given, so that another font does not move anything. Numbers carry
 * at most two decimals; the same drawing gives the same bytes.
 *
 * <p>Gradients and textures come out as grey; charts use none.
 */
final class SvgGraphics extends ShapeGraphics {

    private final StringBuilder body;
    private final Map<String, String> clips;
    private final int width;
    private final int height;
    private final String idPrefix;

    /** @param width and height in pixels of the picture */
    SvgGraphics(int width, int height) {
        this(width, height, "");
    }

    /** @param idPrefix begins the ids, so that several pictures fit in one page */
    SvgGraphics(int width, int height, String idPrefix) {
        this.idPrefix = idPrefix;
        this.width = width;
        this.height = height;
        this.body = new StringBuilder();
        this.clips = new LinkedHashMap<>();
    }

    private SvgGraphics(SvgGraphics parent, Graphics2D state) {
        super(state);
        this.idPrefix = parent.idPrefix;
        this.width = parent.width;
        this.height = parent.height;
        this.body = parent.body;
        this.clips = parent.clips;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this, (Graphics2D) state.create());
    }

    /**
     * The whole document.
     *
     * @param title what the picture shows, for those who hear it read
     */
    String document(String title) {
        StringBuilder svg = new StringBuilder(body.length() + 1024);
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append(element(title))
                .append('\n');
        return svg.toString();
    }

    /** The svg element alone, as a page of HTML holds it. */
    String element(String title) {
        StringBuilder svg = new StringBuilder(body.length() + 1024);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\">\n<title>")
                .append(escaped(title))
                .append("</title>\n");
        if (!clips.isEmpty()) {
            svg.append("<defs>\n");
            clips.forEach((path, id) -> svg.append("<clipPath id=\"")
                    .append(id)
                    .append("\"><path d=\"")
                    .append(path)
                    .append("\"/></clipPath>\n"));
            svg.append("</defs>\n");
        }
        return svg.append(body).append("</svg>").toString();
    }

    @Override
    public void fill(Shape shape) {
        Path2D path = new Path2D.Double(shape, getTransform());
        String data = data(path);
        if (!data.isEmpty() && visible(path.getBounds2D())) {
            body.append("<path d=\"").append(data).append('"');
            if (path.getWindingRule() == Path2D.WIND_EVEN_ODD) {
                body.append(" fill-rule=\"evenodd\"");
            }
            paint("fill", 1);
            clip(path.getBounds2D());
            body.append("/>\n");
        }
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = basicStroke();
        double scale = Math.sqrt(Math.abs(getTransform().getDeterminant()));
        Path2D path = new Path2D.Double(shape, getTransform());
        String data = data(path);
        double reach = stroke.getLineWidth() * scale;
        Rectangle2D bounds = path.getBounds2D();
        bounds.setRect(
                bounds.getX() - reach,
                bounds.getY() - reach,
                bounds.getWidth() + 2 * reach,
                bounds.getHeight() + 2 * reach);
        if (data.isEmpty() || !visible(bounds)) {
            return;
        }
        body.append("<path d=\"").append(data).append("\" fill=\"none\"");
        paint("stroke", 1);
        attribute("stroke-width", number(Math.max(0.2, stroke.getLineWidth() * scale)));
        if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
            attribute("stroke-linecap", stroke.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square");
        }
        if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
            attribute("stroke-linejoin", stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel");
        }
        if (stroke.getDashArray() != null) {
            StringBuilder dashes = new StringBuilder();
            for (float dash : stroke.getDashArray()) {
                dashes.append(dashes.isEmpty() ? "" : " ").append(number(dash * scale));
            }
            attribute("stroke-dasharray", dashes.toString());
        }
        clip(bounds);
        body.append("/>\n");
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        Font font = getFont();
        Rectangle2D bounds = font.getStringBounds(text, getFontRenderContext());
        body.append("<text");
        AffineTransform transform = getTransform();
        if ((transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0) {
            attribute("x", number(x + transform.getTranslateX()));
            attribute("y", number(y + transform.getTranslateY()));
        } else {
            attribute("x", number(x));
            attribute("y", number(y));
            attribute("transform", matrix(transform));
        }
        attribute("font-family", family(font));
        attribute("font-size", number(font.getSize2D()));
        if (font.isBold()) {
            attribute("font-weight", "bold");
        }
        if (font.isItalic()) {
            attribute("font-style", "italic");
        }
        attribute("textLength", number(bounds.getWidth()));
        attribute("lengthAdjust", "spacingAndGlyphs");
        paint("fill", 1);
        body.append('>').append(escaped(text)).append("</text>\n");
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
        AffineTransform whole = getTransform();
        whole.concatenate(placed);
        body.append("<image");
        attribute("width", number(wide));
        attribute("height", number(high));
        attribute("transform", matrix(whole));
        attribute("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png(copy)));
        body.append("/>\n");
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("This Java cannot write PNG pictures");
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private boolean visible(Rectangle2D bounds) {
        Shape clip = deviceClip();
        return clip == null || clip.intersects(bounds) || clip.contains(bounds);
    }

    private void clip(Rectangle2D bounds) {
        Shape clip = deviceClip();
        if (clip == null || clip.contains(bounds)) {
            return;
        }
        String id =
                clips.computeIfAbsent(data(new Path2D.Double(clip)), path -> idPrefix + "clip" + (clips.size() + 1));
        attribute("clip-path", "url(#" + id + ")");
    }

    /** The clip in the picture's coordinates. */
    private @org.jspecify.annotations.Nullable Shape deviceClip() {
        Shape clip = getClip();
        return clip == null ? null : getTransform().createTransformedShape(clip);
    }

    /** @param opacity of the whole, besides that of the colour */
    private void paint(String what, double opacity) {
        Color colour = getPaint() instanceof Color plain ? plain : Color.GRAY;
        double alpha = opacity * colour.getAlpha() / 255;
        if (getComposite() instanceof AlphaComposite composite) {
            alpha *= composite.getAlpha();
        }
        attribute(what, String.format("#%06x", colour.getRGB() & 0xffffff));
        if (alpha < 1) {
            attribute(what + "-opacity", number(alpha));
        }
    }

    private void attribute(String name, String value) {
        body.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String family(Font font) {
        return font.getFamily() + ", Helvetica, Arial, sans-serif";
    }

    private static String matrix(AffineTransform transform) {
        return "matrix(" + decimal(transform.getScaleX(), 6) + " " + decimal(transform.getShearY(), 6) + " "
                + decimal(transform.getShearX(), 6) + " " + decimal(transform.getScaleY(), 6) + " "
                + number(transform.getTranslateX()) + " " + number(transform.getTranslateY()) + ")";
    }

    /** The path in SVG's letters; empty where it holds a coordinate that is no number. */
    private static String data(Path2D path) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator parts = path.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(at);
            int numbers = new int[] {2, 2, 4, 6, 0}[kind];
            data.append("MLQCZ".charAt(kind));
            for (int number = 0; number < numbers; number++) {
                if (!Double.isFinite(at[number])) {
                    return "";
                }
                data.append(number == 0 ? "" : " ").append(number(at[number]));
            }
        }
        return data.toString();
    }

    static String number(double value) {
        return decimal(value, 2);
    }

    private static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Text as XML may hold it: what would be markup is escaped, what XML forbids is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(code -> code == 0x9
                        || code == 0xA
                        || code == 0xD
                        || code >= 0x20 && code <= 0xD7FF
                        || code >= 0xE000 && code <= 0xFFFD
                        || code >= 0x10000)
                .forEach(code -> {
                    switch (code) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(code);
                    }
                });
        return safe.toString();
    }
}
