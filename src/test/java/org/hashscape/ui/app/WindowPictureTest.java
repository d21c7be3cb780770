package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPictureTest {

    @TempDir
    static Path folder;

    private static Path archive;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.make(folder, 10);
    }

    @Test
    void savesThePaintedWindow() throws IOException {
        Path png = folder.resolve("deep/window.png");
        WindowPicture.save(archive, "spots/spots003.png", TestWindow.quick(), "dark", 100, 1280, 800, png);

        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(800);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 800; y += 2) {
            for (int x = 0; x < 1280; x += 2) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).as("colours of pictures, charts and text").hasSizeGreaterThan(200);
    }

    @Test
    void namesTheTileThatIsNotThere() {
        assertThatThrownBy(() -> WindowPicture.save(archive, "no/such.png", "light", 800, 600, folder.resolve("x.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no/such.png");
    }

    @Test
    void saysWhichArchiveCannotBeOpened() {
        assertThatThrownBy(() ->
                        WindowPicture.save(folder.resolve("gone.hsa"), "a", "light", 800, 600, folder.resolve("x.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone.hsa");
    }
}
