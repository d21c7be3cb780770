package org.hashscape.ui.app;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture of the window as a file: JPEG where its name ends in {@code .jpg}, a fourth of the PNG that others are. */
final class PictureFile {

    private static final float QUALITY = 0.9f;

    private PictureFile() {}

    /** Makes the folder too. */
    static void write(WritableImage picture, Path file) throws IOException {
        BufferedImage opaque =
                new BufferedImage((int) picture.getWidth(), (int) picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        SwingFXUtils.fromFXImage(picture, opaque);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean jpeg = file.toString().endsWith(".jpg");
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
        Files.deleteIfExists(file); // a stream of images writes over what is there, and leaves the rest of it
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            if (jpeg) {
                writeJpeg(opaque, writer);
            } else {
                writer.write(opaque);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            writer.dispose();
        }
    }

    /** With colours at full resolution: at half of it, as JPEG has them by default, coloured text frays. */
    private static void writeJpeg(RenderedImage image, ImageWriter writer) throws IOException {
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
        String format = metadata.getNativeMetadataFormatName();
        Element tree = (Element) metadata.getAsTree(format);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(format, tree);
        writer.write(null, new IIOImage(image, null, metadata), how);
    }
}
