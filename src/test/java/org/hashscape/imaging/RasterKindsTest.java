package org.hashscape.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.PixelWindow;
import org.hashscape.testing.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of TIFF that can be told by its tags is read rightly, to the last value, or refused by name. */
class RasterKindsTest {

    private static final int WIDTH = 50;
    private static final int HEIGHT = 37;

    @TempDir
    private Path folder;

    /** One combination of tags. */
    private record Kind(
            int bits, int format, int compression, int predictor, boolean planar, boolean tiled, int bands) {

        TestTiff tiff() {
            TestTiff tiff = new TestTiff(WIDTH, HEIGHT, bands)
                    .samples(bits, format)
                    .compressed(compression, predictor)
                    .photometric(bands == 3 ? 2 : 1)
                    .strips(9);
            if (planar) {
                tiff.planar();
            }
            return tiled ? tiff.tiled(16) : tiff;
        }

        double value(int x, int y, int band) {
            double base = 1000 * band + 31 * x + 7 * y + (x * y) % 5;
            return switch (format) {
                case 1 -> bits == 32 ? 3_000_000_000.0 + 256 * base : base % (bits == 8 ? 256 : 65536);
                case 2 -> bits == 8 ? base % 256 - 128 : base - 3000;
                default -> base / 8 - 100;
            };
        }
    }

    @Test
    void readsEveryCombinationOfSamplesPredictorPlanesAndTilesExactly() throws IOException {
        int read = 0;
        for (Kind kind : kinds()) {
            Path file = kind.tiff().write(folder.resolve("a.tif"), kind::value);
            boolean floatPredictor = kind.format() == 3 && kind.predictor() > 1;
            boolean notBySis = floatPredictor || kind.format() == 2 && kind.bits() == 8 || kind.bits() == 64;
            if (kind.planar() && kind.bands() > 1 && notBySis) {
                assertThatThrownBy(() -> TiffImage.open(file))
                        .isInstanceOf(UnreadableImageException.class)
                        .hasMessageContaining("planes of their own")
                        .hasMessageContaining("gdal_translate");
            } else {
                assertReads(kind, file, new PixelWindow(0, 0, WIDTH, HEIGHT));
                assertReads(kind, file, new PixelWindow(13, 10, 22, 17));
                read++;
            }
        }
        assertThat(read).isGreaterThan(60);
    }

    private static void assertReads(Kind kind, Path file, PixelWindow window) throws IOException {
        int[] bands = kind.bands() == 1 ? new int[] {0} : new int[] {2, 0};
        try (TiffImage image = TiffImage.open(file)) {
            Samples samples = image.read(0, window, bands);
            for (int b = 0; b < bands.length; b++) {
                for (int i = 0; i < samples.planes()[b].length; i++) {
                    int x = window.x() + i % window.width();
                    int y = window.y() + i / window.width();
                    float expected = (float) kind.value(x, y, bands[b]);
                    assertThat(samples.planes()[b][i])
                            .as("%s by %s at %d, %d, band %d", kind, image.route(), x, y, bands[b])
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        int[][] samples = {{8, 1}, {16, 1}, {32, 1}, {8, 2}, {16, 2}, {32, 3}, {64, 3}};
        for (int[] sample : samples) {
            for (int predictor = 1; predictor <= 3; predictor++) {
                boolean fits = predictor == 1 || sample[0] < 64 && (predictor == 2 || sample[1] == 3);
                for (int layout = 0; fits && layout < 6; layout++) {
                    int bands = layout < 2 ? 1 : 3;
                    kinds.add(new Kind(
                            sample[0],
                            sample[1],
                            predictor == 1 && layout % 4 < 2 ? 1 : 8,
                            predictor,
                            layout >= 4,
                            layout % 2 == 1,
                            bands));
                }
            }
        }
        return kinds;
    }

    @Test
    void readsBothByteOrdersAndBigTiff() throws IOException {
        Kind kind = new Kind(16, 1, 8, 2, false, true, 3);
        assertReads(kind, kind.tiff().bigEndian().write(folder.resolve("a.tif"), kind::value), whole());
        assertReads(kind, kind.tiff().bigTiff().write(folder.resolve("b.tif"), kind::value), whole());
        Kind floats = new Kind(32, 3, 8, 3, false, false, 3);
        assertReads(floats, floats.tiff().bigEndian().write(folder.resolve("c.tif"), floats::value), whole());
        assertReads(floats, floats.tiff().bigTiff().write(folder.resolve("d.tif"), floats::value), whole());
    }

    private static PixelWindow whole() {
        return new PixelWindow(0, 0, WIDTH, HEIGHT);
    }

    @Test
    void readsTwentyBands() throws IOException {
        Kind kind = new Kind(16, 1, 8, 1, false, true, 20);
        assertReads(kind, kind.tiff().write(folder.resolve("a.tif"), kind::value), whole());
    }

    @Test
    void whatIsNoDataIsNoValue() throws IOException {
        Path file = new TestTiff(20, 20, 1)
                .samples(16, 2)
                .noData("-9999")
                .write(folder.resolve("a.tif"), (x, y, band) -> x < 5 ? -9999 : 10 * x);
        try (TiffImage image = TiffImage.open(file)) {
            Samples samples = image.read(0, new PixelWindow(0, 0, 20, 20), new int[] {0});
            assertThat(samples.emptyShare()).isEqualTo(0.25);
            assertThat(samples.planes()[0][4]).isNaN();
            assertThat(samples.planes()[0][5]).isEqualTo(50);
        }
    }

    @Test
    void refusesWithTheNameOfTheCauseWhatNobodyReadsRightly() throws IOException {
        assertRefused(new TestTiff(20, 20, 1).compressed(50000, 1), "ZSTD");
        assertRefused(new TestTiff(20, 20, 1).compressed(34887, 1), "LERC");
        assertRefused(new TestTiff(20, 20, 1).compressed(50001, 1), "WebP");
        assertRefused(new TestTiff(20, 20, 1).compressed(34925, 1), "LZMA");
        assertRefused(new TestTiff(20, 20, 1).compressed(34712, 1), "JPEG 2000");
        assertRefused(new TestTiff(20, 20, 1).samples(64, 1), "64-bit unsigned integers");
        assertRefused(new TestTiff(20, 20, 1).samples(64, 6), "64-bit complex numbers");
        assertRefused(new TestTiff(20, 20, 1).samples(16, 3), "16-bit floating-point");
        assertRefused(new TestTiff(20, 20, 3).photometric(2).planar().compressed(7, 1), "planes of their own");
    }

    private void assertRefused(TestTiff tiff, String cause) throws IOException {
        Path file = tiff.write(folder.resolve("r.tif"), (x, y, band) -> x);
        assertThatThrownBy(() -> new ImageDecoder().decode(file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining("gdal_translate");
    }

    @Test
    void aBombIsRefusedByItsHeader() throws IOException {
        Path file = new TestTiff(64, 64, 1).compressed(8, 1).write(folder.resolve("a.tif"), (x, y, band) -> 0);
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        // The tags of width and height, each with a value of 64: now 60,000.
        java.nio.ByteBuffer edit = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int at = 8; at + 12 <= bytes.length; at++) {
            int tag = edit.getShort(at);
            if ((tag == 256 || tag == 257) && edit.getShort(at + 2) == 4 && edit.getInt(at + 8) == 64) {
                edit.putInt(at + 8, 60_000);
            }
        }
        java.nio.file.Files.write(file, bytes);
        assertThatThrownBy(() -> new ImageDecoder().decode(file)).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void aPreviewOfAWindowComesFromAnOverview() throws IOException {
        Path file = new TestTiff(512, 512, 1)
                .tiled(64)
                .overviews(2, 4)
                // Full resolution is white where an overview, which sees only every second pixel, is dark.
                .write(folder.resolve("a.tif"), (x, y, band) -> x % 2 == 0 && y % 2 == 0 ? 40 : 255);
        try (ImageDecoder decoder = new ImageDecoder()) {
            TilePixels window =
                    new TilePixels(List.of(file), java.util.Optional.of(new PixelWindow(128, 128, 256, 256)));
            Preview preview = decoder.preview(window, org.hashscape.model.Rendering.AUTOMATIC, 128);
            assertThat(preview.picture().width()).isEqualTo(128);
            assertThat(preview.width()).isEqualTo(256);
            assertThat(preview.picture().sample(64, 64, 0)).isEqualTo(40);
            TilePixels whole = TilePixels.of(file);
            assertThat(decoder.preview(whole, org.hashscape.model.Rendering.AUTOMATIC, 128)
                            .picture()
                            .sample(64, 64, 0))
                    .isEqualTo(40);
            assertThat(decoder.examine(whole, org.hashscape.model.Rendering.AUTOMATIC, 128)
                            .picture()
                            .sample(64, 64, 0))
                    .isGreaterThan(150);
            assertThat(decoder.decode(window, org.hashscape.model.Rendering.AUTOMATIC)
                            .raster()
                            .sample(1, 1, 0))
                    .isEqualTo(255);
        }
    }

    /** One line of the documentation's table, and what it stands for. */
    private record Row(
            String compression, String samples, String predictors, String interleaved, String planes, int[]... kinds) {

        String line() {
            return "| " + String.join(" | ", compression, samples, predictors, interleaved, planes) + " |";
        }
    }

    private static final List<Row> DOCUMENTED = List.of(
            new Row(
                    "none, LZW, Deflate, PackBits",
                    "unsigned 1, 8, 16, 32 bit; signed 16, 32 bit",
                    "1, 2",
                    "windows",
                    "windows",
                    new int[] {1, 5, 8, 32946, 32773},
                    new int[] {1, 2},
                    new int[] {1, 1, 8, 1, 16, 1, 32, 1, 16, 2, 32, 2}),
            new Row(
                    "none, LZW, Deflate, PackBits",
                    "float 32 bit",
                    "1",
                    "windows",
                    "windows",
                    new int[] {1, 5, 8, 32946, 32773},
                    new int[] {1},
                    new int[] {32, 3}),
            new Row(
                    "LZW, Deflate",
                    "float 32 bit",
                    "2, 3",
                    "whole",
                    "refused",
                    new int[] {5, 8, 32946},
                    new int[] {2, 3},
                    new int[] {32, 3}),
            new Row(
                    "none, LZW, Deflate, PackBits",
                    "float 64 bit",
                    "1",
                    "whole",
                    "refused",
                    new int[] {1, 5, 8, 32946, 32773},
                    new int[] {1},
                    new int[] {64, 3}),
            new Row(
                    "none, LZW, Deflate, PackBits",
                    "signed 8 bit; unsigned 2, 4, 10, 12, 14, 24 bit",
                    "1",
                    "whole",
                    "refused",
                    new int[] {1, 5, 8, 32946, 32773},
                    new int[] {1},
                    new int[] {8, 2, 2, 1, 4, 1, 10, 1, 12, 1, 14, 1, 24, 1}),
            new Row("JPEG", "unsigned 8 bit", "1", "windows", "refused", new int[] {7}, new int[] {1}, new int[] {8, 1
            }),
            new Row(
                    "CCITT RLE, CCITT Group 3, CCITT Group 4, old-style JPEG",
                    "unsigned 1 bit",
                    "1",
                    "picture",
                    "picture",
                    new int[] {2, 3, 4, 6},
                    new int[] {1},
                    new int[] {1, 1}),
            new Row(
                    "none, LZW, Deflate",
                    "float 16 bit; integers of 64 bit; complex",
                    "1",
                    "refused",
                    "refused",
                    new int[] {1, 5, 8},
                    new int[] {1},
                    new int[] {16, 3, 64, 1, 64, 2, 32, 5, 64, 6}),
            new Row(
                    "ZSTD, LERC, LZMA, WebP, JPEG 2000, JPEG XL",
                    "any",
                    "1",
                    "refused",
                    "refused",
                    new int[] {50000, 34887, 34925, 50001, 34712, 50002},
                    new int[] {1},
                    new int[] {8, 1, 16, 1, 32, 3}));

    @Test
    void theDocumentationSaysOfEveryKindHowItIsRead() throws IOException {
        Path page = Path.of(System.getProperty("hashscape.home", "."), "src/site/markdown/rasters.md");
        List<String> lines = java.nio.file.Files.readAllLines(page);
        for (Row row : DOCUMENTED) {
            assertThat(lines).contains(row.line());
            for (int compression : row.kinds()[0]) {
                for (int predictor : row.kinds()[1]) {
                    for (int i = 0; i < row.kinds()[2].length; i += 2) {
                        int bits = row.kinds()[2][i];
                        int format = row.kinds()[2][i + 1];
                        String kind = compression + ", " + bits + " bit, format " + format + ", predictor " + predictor;
                        assertThat(way(bits, format, compression, predictor, false))
                                .as(kind)
                                .isEqualTo(row.interleaved());
                        assertThat(way(bits, format, compression, predictor, true))
                                .as("planes: " + kind)
                                .isEqualTo(row.planes());
                    }
                }
            }
        }
        long rows = lines.stream()
                .dropWhile(line -> !line.startsWith("| Compression"))
                .takeWhile(line -> line.startsWith("|"))
                .count();
        assertThat(rows).isEqualTo(2 + DOCUMENTED.size());
    }

    private String way(int bits, int format, int compression, int predictor, boolean planar) throws IOException {
        TestTiff tiff = new TestTiff(16, 16, 2).samples(bits, format).compressed(compression, predictor);
        Path file = (planar ? tiff.planar() : tiff).write(folder.resolve("w.tif"), (x, y, band) -> 1);
        try {
            return switch (TiffRoute.of(
                    org.hashscape.imaging.tiff.TiffFile.read(file).directories().get(0))) {
                case SIS, JPEG_WINDOWS -> "windows";
                case WHOLE -> "whole";
                case PICTURE -> "picture";
            };
        } catch (UnreadableImageException refused) {
            return "refused";
        }
    }
}
