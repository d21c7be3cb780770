package org.hashscape.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.hashscape.model.Raster;
import org.hashscape.testing.HostileFolder;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "bmp"})
    void readsLosslessFormatsExactly(String ending) throws IOException {
        BufferedImage image = TestImages.image("stripes", 33, 5);
        Path file = folder.resolve("a." + ending);
        TestImages.write(image, ending, file);

        Raster raster = decoder.decode(file).raster();

        assertThat(raster.width()).isEqualTo(33);
        for (int y = 0; y < 33; y++) {
            for (int x = 0; x < 33; x++) {
                int rgb = raster.sample(x, y, 0) << 16 | raster.sample(x, y, 1) << 8 | raster.sample(x, y, 2);
                assertThat(rgb).isEqualTo(image.getRGB(x, y) & 0xffffff);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void readsEveryKindOfPng(int type) throws IOException {
        BufferedImage image = new BufferedImage(9, 7, type);
        image.setRGB(3, 2, 0xffffffff);
        TestImages.write(image, "png", folder.resolve("a.png"));

        Raster raster = decoder.decode(folder.resolve("a.png")).raster();

        assertThat(raster.sample(3, 2, 0)).isEqualTo(255);
        assertThat(raster.sample(3, 2, 2)).isEqualTo(255);
        assertThat(raster.sample(0, 0, 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
    void readsAJpegAsJavaDoes(int type) throws IOException {
        BufferedImage image = new BufferedImage(61, 47, type);
        image.createGraphics().drawImage(TestImages.image("stripes", 61, 47), 0, 0, null);
        Path file = folder.resolve("a.jpg");
        ImageIO.write(image, "jpg", file.toFile());
        BufferedImage expected = ImageIO.read(file.toFile());

        DecodedImage decoded = decoder.decode(file);

        assertThat(decoded.bands()).isEqualTo(type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 3);
        for (int y = 0; y < 47; y++) {
            for (int x = 0; x < 61; x++) {
                int[] samples = expected.getRaster().getPixel(x, y, (int[]) null);
                for (int band = 0; band < 3; band++) {
                    assertThat(decoded.raster().sample(x, y, band)).isEqualTo(samples[samples.length == 1 ? 0 : band]);
                }
            }
        }
    }

    @Test
    void stretchesWideSamplesBetweenTheirPercentiles() throws IOException {
        BufferedImage image = new BufferedImage(100, 10, BufferedImage.TYPE_USHORT_GRAY);
        WritableRaster samples = image.getRaster();
        for (int x = 0; x < 100; x++) {
            for (int y = 0; y < 10; y++) {
                samples.setSample(x, y, 0, 1000 + 10 * x);
            }
        }
        TestImages.write(image, "png", folder.resolve("a.png"));

        Raster raster = decoder.decode(folder.resolve("a.png")).raster();

        assertThat(raster.sample(0, 0, 0)).isZero();
        assertThat(raster.sample(99, 0, 0)).isEqualTo(255);
        assertThat(raster.sample(50, 0, 1)).isBetween(120, 135);
    }

    @Test
    void namesTheSizeOfAHeaderBombWithoutDecodingIt() throws IOException {
        Path bomb = HostileFolder.in(folder.resolve("hostile")).folder().resolve("field/bomb.png");

        assertThatThrownBy(() -> decoder.decode(bomb))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("30000x30000")
                .hasMessageContaining("cut it into tiles");
    }

    @Test
    void saysThatAFileIsGone() {
        assertThatThrownBy(() -> decoder.decode(folder.resolve("gone.png"))).hasMessageContaining("the file is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "bmp", "gif"})
    void damagedFilesAreReadOrRefusedButNeverAnythingElse(String ending) throws IOException {
        Path file = folder.resolve("a." + ending);
        TestImages.write(TestImages.image("noise", 24, 3), ending, file);
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = sound.clone();
            if (round % 3 == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            } else {
                for (int flips = 0; flips < 1 + round % 8; flips++) {
                    damaged[random.nextInt(Math.min(damaged.length, round % 2 == 0 ? 64 : damaged.length))] ^=
                            (byte) (1 << random.nextInt(8));
                }
            }
            Files.write(file, damaged);
            try {
                assertThat(decoder.decode(file).raster().width()).isPositive();
            } catch (IOException refused) {
                assertThat(refused).isInstanceOf(UnreadableImageException.class);
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void truncatedJpegIsRefusedAtEveryLength() throws IOException {
        Path file = folder.resolve("a.jpg");
        TestImages.write(TestImages.image("noise", 64, 3), "jpg", file);
        byte[] sound = Files.readAllBytes(file);
        for (int length = 1; length < sound.length - 2; length += 37) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThatThrownBy(() -> decoder.decode(file)).isInstanceOf(UnreadableImageException.class);
        }
    }
}
