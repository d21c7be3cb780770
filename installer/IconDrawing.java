import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the icon of Hashscape: nine tiles of land and water that a hash sign parts. Run from the project's folder:
 *
 * <pre>java installer/IconDrawing.java</pre>
 *
 * writes the pictures of the window below {@code src/main/resources} and those of the packages below
 * {@code installer/icons}: PNG for Linux, ICO for Windows, ICNS for macOS.
 */
public final class IconDrawing {

    /** Width and height of the drawing's own units. */
    private static final double UNITS = 256;

    private static final Color[][] TILES = {
        {new Color(0x2f7d4f), new Color(0x7fb069), new Color(0x2b6cb0)},
        {new Color(0xd9a441), new Color(0x3f9b63), new Color(0x3182ce)},
        {new Color(0xb7633a), new Color(0xe0c27a), new Color(0x25608f)},
    };

    private IconDrawing() {}

    public static void main(String[] arguments) throws IOException {
        Path window = Path.of("src/main/resources/org/hashscape/ui");
        for (int size : new int[] {32, 64, 128}) {
            Files.write(window.resolve("icon-" + size + ".png"), png(size));
        }
        Path packages = Files.createDirectories(Path.of("installer/icons"));
        Files.write(packages.resolve("hashscape.png"), png(256));
        Files.write(packages.resolve("hashscape.ico"), ico(16, 32, 48, 64, 128, 256));
        Files.write(packages.resolve("hashscape.icns"), icns());
    }

    /** The landscape as paint of a square with round corners: a clip would leave their edges jagged. */
    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = smooth(image);
        g.setPaint(new TexturePaint(landscape(size), new Rectangle2D.Double(0, 0, size, size)));
        double scale = size / UNITS;
        g.fill(new RoundRectangle2D.Double(8 * scale, 8 * scale, 240 * scale, 240 * scale, 56 * scale, 56 * scale));
        g.dispose();
        return image;
    }

    private static BufferedImage landscape(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = smooth(image);
        g.scale(size / UNITS, size / UNITS);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                tile(g, row, column);
            }
        }
        river(g);
        hash(g, size);
        g.dispose();
        return image;
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private static void tile(Graphics2D g, int row, int column) {
        double x = 8 + column * 80;
        double y = 8 + row * 80;
        Color colour = TILES[row][column];
        g.setPaint(new GradientPaint((float) x, (float) y, lighter(colour), (float) x, (float) y + 80, colour));
        g.fill(new Rectangle2D.Double(x, y, 81, 81));
    }

    private static Color lighter(Color colour) {
        return new Color(
                Math.min(255, colour.getRed() + 22),
                Math.min(255, colour.getGreen() + 22),
                Math.min(255, colour.getBlue() + 22));
    }

    /** Water that runs through the tiles, so that they are seen to be one landscape. */
    private static void river(Graphics2D g) {
        Path2D course = new Path2D.Double();
        course.moveTo(8, 196);
        course.curveTo(70, 176, 76, 232, 128, 200);
        course.curveTo(172, 172, 150, 120, 196, 108);
        g.setColor(new Color(0x3182ce));
        g.setStroke(new BasicStroke(20, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(course);
    }

    private static void hash(Graphics2D g, int size) {
        double slant = 9;
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(size < 32 ? 24 : 18, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double x : new double[] {88, 168}) {
            g.draw(new Line2D.Double(x + slant, 34, x - slant, 222));
        }
        for (double y : new double[] {88, 168}) {
            g.draw(new Line2D.Double(34, y, 222, y));
        }
    }

    private static byte[] png(int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(draw(size), "png", out);
        return out.toByteArray();
    }

    /** An ICO file is a table of pictures, here all PNG: count, then 16 bytes each, then the pictures. */
    private static byte[] ico(int... sizes) throws IOException {
        byte[][] pictures = new byte[sizes.length][];
        int bytes = 6 + 16 * sizes.length;
        for (int i = 0; i < sizes.length; i++) {
            pictures[i] = png(sizes[i]);
            bytes += pictures[i].length;
        }
        ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        int offset = 6 + 16 * sizes.length;
        for (int i = 0; i < sizes.length; i++) {
            byte edge = (byte) (sizes[i] == 256 ? 0 : sizes[i]);
            file.put(edge).put(edge).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(pictures[i].length).putInt(offset);
            offset += pictures[i].length;
        }
        for (byte[] picture : pictures) {
            file.put(picture);
        }
        return file.array();
    }

    /** An ICNS file is a list of pictures, each with four letters that say its size, and its length; big-endian. */
    private static byte[] icns() throws IOException {
        String[] types = {"icp4", "icp5", "ic07", "ic08", "ic09"};
        int[] sizes = {16, 32, 128, 256, 512};
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < types.length; i++) {
            chunk(body, types[i], png(sizes[i]));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        chunk(file, "icns", body.toByteArray());
        return file.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.write(ByteBuffer.allocate(4).putInt(content.length + 8).array());
        out.write(content);
    }
}
