package org.hashscape.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.sis.coverage.grid.GridGeometry;
import org.apache.sis.coverage.grid.PixelInCell;
import org.apache.sis.geometry.GeneralDirectPosition;
import org.apache.sis.storage.Aggregate;
import org.apache.sis.storage.DataStore;
import org.apache.sis.storage.DataStores;
import org.apache.sis.storage.GridCoverageResource;
import org.hashscape.imaging.geo.GeoReference;
import org.hashscape.imaging.geo.UnknownPlaceException;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.PixelWindow;
import org.hashscape.testing.RealData;
import org.junit.jupiter.api.Test;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * The georeferenced files of the reader tests: each is read rightly, its values checked against a second reader and its
 * corners against a second library, or refused with the cause.
 */
class GeoTiffFilesTest {

    private static final Pattern EPSG = Pattern.compile("ovr\\d+ EPSG:(\\d+) nd=");

    /** Systems on the North American Datum of 1927, whose shift to WGS84 differs between libraries by metres. */
    private static final List<String> OLD_DATUM = List.of("EPSG:26711");

    @Test
    void valuesAreThoseOfASecondReaderOrTheFileIsRefusedByCause() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        int read = 0;
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            try (TiffImage image = TiffImage.open(file)) {
                Optional<String> difference = difference(file, image);
                difference.ifPresent(text -> wrong.put(name, text));
                read++;
            } catch (UnreadableImageException cause) {
                refused.put(name, String.valueOf(cause.getMessage()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).containsOnlyKeys("rio-cogeo__image_webp.tif");
        assertThat(refused.get("rio-cogeo__image_webp.tif")).contains("WebP", "gdal_translate");
        assertThat(read).isEqualTo(34);
    }

    /** How the values differ from what a second reader gives; empty where they do not. */
    private static Optional<String> difference(Path file, TiffImage image) throws IOException {
        int height = Math.min(image.height(), 1600);
        int width = Math.min(image.width(), 3000);
        Samples samples = image.read(
                0,
                new PixelWindow(0, 0, width, height),
                IntStream.range(0, image.bands()).toArray());
        String name = String.valueOf(file.getFileName());
        if (name.equals("rio-cogeo__cog_no_offest.tif")) {
            return lzwDifference(file, image, samples); // the JDK cannot read its LZW
        }
        boolean alphaJpeg = name.equals("rasterio__alpha.tif"); // the JDK takes four JPEG bands for inverted inks
        java.awt.image.Raster second = bySecondReader(file, width, height);
        int compared = Math.min(image.bands(), second.getNumBands()); // TwelveMonkeys gives one of several planes
        for (int band = 0; band < compared; band++) {
            boolean floating = second.getTransferType() == DataBuffer.TYPE_FLOAT
                    || second.getTransferType() == DataBuffer.TYPE_DOUBLE;
            for (int i = 0; i < width * height; i++) {
                float ours = samples.planes()[band][i];
                double theirs = second.getSampleDouble(i % width, i / width, band);
                if (!floating) {
                    int unused = 64 - image.bits();
                    long raw = (long) theirs << unused;
                    theirs = image.isUnsigned() ? raw >>> unused : raw >> unused;
                }
                double expected = alphaJpeg ? 255 - theirs : theirs;
                boolean same = Float.isNaN(ours) || ours == (float) expected;
                if (!same) {
                    return Optional.of("band " + band + ", pixel " + i + ": " + ours + " and not " + expected);
                }
            }
        }
        return Optional.empty();
    }

    /** The JDK's reader, or TwelveMonkeys where that one gives up: it knows no LZW of differenced 16-bit samples. */
    private static java.awt.image.Raster bySecondReader(Path file, int width, int height) throws IOException {
        try {
            return byReader(file, width, height, "com.sun");
        } catch (javax.imageio.IIOException unknown) {
            return byReader(file, width, height, "com.twelvemonkeys");
        }
    }

    private static java.awt.image.Raster byReader(Path file, int width, int height, String maker) throws IOException {
        ImageReader jdk = Stream.of(ImageIO.getImageReadersByFormatName("tiff"))
                .flatMap(readers -> {
                    List<ImageReader> list = new ArrayList<>();
                    readers.forEachRemaining(list::add);
                    return list.stream();
                })
                .filter(reader -> reader.getClass().getName().startsWith(maker))
                .findFirst()
                .orElseThrow();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            jdk.setInput(input);
            var parameters = jdk.getDefaultReadParam();
            if (maker.equals("com.sun")) {
                parameters.setSourceRegion(new java.awt.Rectangle(0, 0, width, height));
            }
            return jdk.canReadRaster()
                    ? jdk.readRaster(0, parameters)
                    : jdk.read(0, parameters).getRaster();
        } finally {
            jdk.dispose();
        }
    }

    /** One band of bytes in LZW tiles of 128 x 128, by the algorithm of TIFF 6.0, section 13. */
    private static Optional<String> lzwDifference(Path file, TiffImage image, Samples samples) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var tags = image.tags().directories().get(0);
        double[] offsets = tags.numbers(324);
        double[] sizes = tags.numbers(325);
        int across = image.width() / 128;
        for (int t = 0; t < offsets.length; t++) {
            byte[] tile = unpackLzw(bytes, (int) offsets[t], (int) sizes[t], 128 * 128);
            for (int i = 0; i < tile.length; i++) {
                int pixel = (t / across * 128 + i / 128) * image.width() + t % across * 128 + i % 128;
                if (samples.planes()[0][pixel] != (tile[i] & 0xff)) {
                    return Optional.of(
                            "pixel " + pixel + ": " + samples.planes()[0][pixel] + " and not " + (tile[i] & 0xff));
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] unpackLzw(byte[] from, int at, int size, int expected) {
        byte[] to = new byte[expected];
        byte[][] table = new byte[4097][];
        int next = 258;
        int codeBits = 9;
        int bit = 0;
        int filled = 0;
        byte[] former = new byte[0];
        while (filled < expected && bit + codeBits <= 8 * size) {
            int code = 0;
            for (int b = 0; b < codeBits; b++, bit++) {
                code = code << 1 | from[at + bit / 8] >> 7 - bit % 8 & 1;
            }
            if (code == 257) {
                break;
            }
            if (code == 256) {
                next = 258;
                codeBits = 9;
                former = new byte[0];
                continue;
            }
            byte[] text = code < 256 ? new byte[] {(byte) code} : code < next ? table[code] : null;
            if (text == null) {
                text = java.util.Arrays.copyOf(former, former.length + 1);
                text[former.length] = former[0];
            }
            int copied = Math.min(text.length, expected - filled);
            System.arraycopy(text, 0, to, filled, copied);
            filled += copied;
            if (former.length > 0 && next < 4096) {
                byte[] longer = java.util.Arrays.copyOf(former, former.length + 1);
                longer[former.length] = text[0];
                table[next++] = longer;
            }
            former = text;
            codeBits = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
        }
        return to;
    }

    @Test
    void cornersAreThoseOfASecondLibraryToACentimetre() throws Exception {
        Map<String, String> unplaced = new TreeMap<>();
        int checked = 0;
        Map<String, String> index = index();
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            GeoReference own = GeoReference.of(file);
            Matcher code = EPSG.matcher(index.getOrDefault(name, "") + " ");
            if (code.find()) {
                assertThat(own.systemName()).as(name).contains("EPSG:" + code.group(1));
            }
            assertGridIsThatOfSis(file, own);
            PixelWindow whole = own.size().orElseThrow();
            try {
                Footprint footprint = own.footprint(whole);
                if (footprint.crs().startsWith("EPSG:") && !OLD_DATUM.contains(footprint.crs())) {
                    assertCornersByProj4j(name, own, footprint, whole);
                    checked++;
                }
            } catch (UnknownPlaceException unknown) {
                unplaced.put(name, String.valueOf(unknown.getMessage()));
            }
        }
        assertThat(unplaced)
                .hasSizeLessThanOrEqualTo(10)
                .allSatisfy((name, reason) -> assertThat(reason)
                        .containsAnyOf(
                                "no georeference",
                                "names no coordinate reference system",
                                "coordinate reference system is not known here"));
        assertThat(checked).isGreaterThanOrEqualTo(20);
    }

    private static void assertGridIsThatOfSis(Path file, GeoReference own) throws Exception {
        try (DataStore store = DataStores.open(file)) {
            GridCoverageResource resource = (GridCoverageResource)
                    ((Aggregate) store).components().iterator().next();
            GridGeometry grid = resource.getGridGeometry();
            if (grid.getDimension() > 2) {
                grid = grid.selectDimensions(0, 1);
            }
            if (!grid.isDefined(GridGeometry.GRID_TO_CRS)
                    || own.coordinates(0, 0).isEmpty()) {
                return;
            }
            for (double[] corner : corners(own.size().orElseThrow())) {
                var theirs =
                        grid.getGridToCRS(PixelInCell.CELL_CORNER).transform(new GeneralDirectPosition(corner), null);
                double[] ours = own.coordinates(corner[0], corner[1]).orElseThrow();
                assertThat(ours[0]).as("%s", file).isCloseTo(theirs.getOrdinate(0), within(1e-6));
                assertThat(ours[1]).as("%s", file).isCloseTo(theirs.getOrdinate(1), within(1e-6));
            }
        }
    }

    private static void assertCornersByProj4j(String name, GeoReference own, Footprint footprint, PixelWindow whole) {
        CRSFactory factory = new CRSFactory();
        var way = new BasicCoordinateTransform(
                factory.createFromName(footprint.crs()),
                factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs"));
        for (double[] corner : corners(whole)) {
            double[] place = own.coordinates(corner[0], corner[1]).orElseThrow();
            ProjCoordinate theirs = new ProjCoordinate();
            way.transform(new ProjCoordinate(place[0], place[1]), theirs);
            Position nearest = footprint.ring().stream()
                    .min(Comparator.comparingDouble(position -> metres(position, theirs)))
                    .orElseThrow();
            assertThat(metres(nearest, theirs))
                    .as("%s, corner %s", name, theirs)
                    .isLessThan(0.01);
        }
    }

    private static double metres(Position a, ProjCoordinate b) {
        double turn = Math.rint((a.longitude() - b.x) / 360) * 360;
        double east = (a.longitude() - turn - b.x) * 111_320 * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(east, (a.latitude() - b.y) * 111_320);
    }

    private static double[][] corners(PixelWindow whole) {
        double w = whole.width();
        double h = whole.height();
        return new double[][] {{0, 0}, {w, 0}, {w, h}, {0, h}};
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files =
                Files.list(RealData.folder("geotiff-tests.zip").resolve("georef"))) {
            return files.sorted().toList();
        }
    }

    /** What GDAL says of each file. */
    private static Map<String, String> index() throws IOException {
        Map<String, String> index = new TreeMap<>();
        for (String line :
                Files.readAllLines(RealData.folder("geotiff-tests.zip").resolve("INDEX.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (cells.length > 6) {
                index.put(cells[0].substring(cells[0].indexOf('/') + 1), cells[6]);
            }
        }
        return index;
    }
}
