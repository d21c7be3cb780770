import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Looks at a picture of the window: {@code java installer/PictureCheck.java PICTURE [PNG]}. A PNG, or what Xvfb keeps
 * of its screen (XWD, 32 bits a pixel), which is saved as PNG then. A window with satellite tiles has thousands of
 * colours; an empty screen, a grey window or an error dialog have not.
 */
public final class PictureCheck {

    private static final int FEWEST_COLOURS = 3000;

    private PictureCheck() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        BufferedImage picture = args[0].endsWith(".png") ? ImageIO.read(file.toFile()) : screen(file);
        if (args.length > 1) {
            ImageIO.write(picture, "png", new File(args[1]));
        }
        Set<Integer> colours = new HashSet<>();
        for (int pixel : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            colours.add(pixel);
        }
        System.out.println(file + ": " + picture.getWidth() + " x " + picture.getHeight() + ", " + colours.size() + " colours");
        System.exit(colours.size() >= FEWEST_COLOURS ? 0 : 1);
    }

    /** The X Window Dump format: a header of big-endian words (X11/XWDFile.h), colours of 12 bytes, rows of pixels. */
    private static BufferedImage screen(Path file) throws IOException {
        ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(file));
        int headerSize = dump.getInt(0);
        int width = dump.getInt(4 * 4);
        int height = dump.getInt(5 * 4);
        boolean littleEndian = dump.getInt(7 * 4) == 0;
        int rowBytes = dump.getInt(12 * 4);
        int colours = dump.getInt(19 * 4);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = dump.getInt(headerSize + colours * 12 + y * rowBytes + x * 4);
                picture.setRGB(x, y, littleEndian ? Integer.reverseBytes(pixel) : pixel);
            }
        }
        return picture;
    }
}
