package org.hashscape.imaging.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.PixelWindow;
import org.hashscape.testing.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rasters lie and when they were taken. */
class GeoReferenceTest {

    @TempDir
    private Path folder;

    /** Control points of each system: coordinates and the place they have, from its authority's documents or GDAL. */
    @ParameterizedTest
    @CsvSource({
        "32633, 500000, 5400000, 15.0, 48.752996",
        "3857, 1113194.908, 6446275.841, 10.0, 50.0",
        "4326, 12.5, 41.9, 12.5, 41.9",
        "3035, 4321000, 3210000, 10.0, 52.0",
        "2154, 700000, 6600000, 3.0, 46.5",
        "28992, 155000, 463000, 5.387206, 52.155172",
        "5070, 0, 0, -96.0, 23.0"
    })
    void systemsOfBothLibrariesPutPointsWhereTheyBelong(int code, double x, double y, double longitude, double latitude)
            throws UnknownPlaceException {
        Position place = GroundSystem.ofCode(code).toWgs84(x, y);
        assertThat(place.longitude()).isCloseTo(longitude, within(2e-5));
        assertThat(place.latitude()).isCloseTo(latitude, within(2e-5));
    }

    @Test
    void aSystemThatNobodyKnowsIsNamed() throws IOException {
        Path file = new TestTiff(10, 10, 1).placed(29999, 0, 0, 10).write(folder.resolve("a.tif"), (x, y, b) -> 0);
        GeoReference reference = GeoReference.of(file);
        assertThat(reference.problem()).contains("EPSG:29999", "not known");
        assertThat(reference.isAbsent()).isFalse();
        assertThatThrownBy(() -> reference.footprint(new PixelWindow(0, 0, 10, 10)))
                .isInstanceOf(UnknownPlaceException.class);
    }

    @Test
    void noGeoreferenceIsNoFault() throws IOException {
        Path file = new TestTiff(10, 10, 1).write(folder.resolve("a.tif"), (x, y, b) -> 0);
        assertThat(GeoReference.of(file).isAbsent()).isTrue();
    }

    @Test
    void smallTilesHaveFourCornersAndLargeOnesAsManyAsTheyNeed() throws Exception {
        Path file = new TestTiff(16, 16, 1)
                .placed(32633, 499_980, 7_200_000, 10)
                .write(folder.resolve("a.tif"), (x, y, b) -> 0);
        GeoReference reference = GeoReference.of(file);
        assertThat(reference.footprint(new PixelWindow(0, 0, 256, 256)).ring()).hasSize(4);
        Footprint scene = reference.footprint(new PixelWindow(0, 0, 10_980, 10_980));
        assertThat(scene.ring().size()).isBetween(20, 200);
        // The middle of every edge lies within a quarter of a pixel, 2.5 m, of the ring.
        double x = 499_980 + 109_800 / 2.0;
        for (double y : new double[] {7_200_000, 7_200_000 - 109_800}) {
            Position middle = GroundSystem.ofCode(32633).toWgs84(x, y);
            assertThat(metresTo(scene.ring(), middle)).isLessThan(2.6);
        }
    }

    /** From a place to the nearest edge of a ring. */
    private static double metresTo(List<Position> ring, Position place) {
        double best = Double.MAX_VALUE;
        double shrink = Math.cos(Math.toRadians(place.latitude()));
        for (int i = 0; i < ring.size(); i++) {
            Position a = ring.get(i);
            Position b = ring.get((i + 1) % ring.size());
            double dx = (b.longitude() - a.longitude()) * shrink;
            double dy = b.latitude() - a.latitude();
            double px = (place.longitude() - a.longitude()) * shrink;
            double py = place.latitude() - a.latitude();
            double along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
            best = Math.min(best, Math.hypot(px - along * dx, py - along * dy) * 111_320);
        }
        return best;
    }

    @Test
    void aRingAcrossTheDateLineIsUnbroken() throws Exception {
        Path file = new TestTiff(16, 16, 1)
                .placed(32601, 200_000, 6_000_000, 100)
                .write(folder.resolve("a.tif"), (x, y, b) -> 0);
        Footprint footprint = GeoReference.of(file).footprint(new PixelWindow(0, 0, 3000, 1000));
        double least =
                footprint.ring().stream().mapToDouble(Position::longitude).min().orElseThrow();
        double most =
                footprint.ring().stream().mapToDouble(Position::longitude).max().orElseThrow();
        assertThat(most - least).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "S2B_MSIL2A_20180502T093039_43_14, 2018-05-02",
        "T33UVP_20180502T101031_B04.tif, 2018-05-02",
        "S1A_IW_GRDH_1SDV_20170613T165043_33UUP_61_39, 2017-06-13",
        "LC08_L2SP_193023_20200512_20200820_02_T1_SR_B4.TIF, 2020-05-12",
        "LC81930232017149LGN00_B4.TIF, 2017-05-29",
        "MOD09GA.A2017149.h18v04.006.tif, 2017-05-29",
        "field-2019-07-31-b.png, 2019-07-31",
        "tile_20191231.tif, 2019-12-31"
    })
    void namesSayWhenImagesWereTaken(String name, LocalDate date) {
        assertThat(AcquisitionDate.ofName(name)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({"SeaLake_2589.tif", "agricultural00.tif", "img_20199999.tif", "123456789012.tif", "scan_18120304.tif"})
    void otherNumbersAreNoDates(String name) {
        assertThat(AcquisitionDate.ofName(name)).isEmpty();
    }

    @Test
    void theStampOfTheFileIsReadToo() throws IOException {
        Path file =
                new TestTiff(4, 4, 1).dateTime("2011:06:07 08:09:10").write(folder.resolve("a.tif"), (x, y, b) -> 0);
        Optional<LocalDate> date = GeoReference.of(file).dateText().flatMap(AcquisitionDate::ofStamp);
        assertThat(date).contains(LocalDate.of(2011, 6, 7));
        assertThat(AcquisitionDate.ofStamp("0000:00:00 00:00:00")).isEmpty();
    }
}
