package org.hashscape.imaging.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.sis.coverage.grid.GridCoverage;
import org.apache.sis.geometry.DirectPosition2D;
import org.apache.sis.referencing.CRS;
import org.apache.sis.referencing.CommonCRS;
import org.apache.sis.storage.Aggregate;
import org.apache.sis.storage.DataStore;
import org.apache.sis.storage.DataStores;
import org.apache.sis.storage.GridCoverageResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opengis.geometry.DirectPosition;
import org.opengis.geometry.Envelope;
import org.opengis.referencing.operation.MathTransform;

/** Where scenes lie, checked against Apache SIS. */
class GroundPlaceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "8.1,48.3",
        "-8.1,40.1",
        "15.3,-24.6",
        "170.3,-43.5",
        "128.5,62.2",
        "21.2,-0.9",
        "2.99,0.01",
        "-179.9,71"
    })
    void projectsLikeApacheSis(double longitude, double latitude) throws Exception {
        int zone = (int) Math.floor((longitude + 180) / 6) + 1;
        UtmProjection projection = new UtmProjection(zone, latitude < 0);
        double[] metres = projection.project(longitude, latitude);
        MathTransform reference = CRS.findOperation(
                        CommonCRS.WGS84.normalizedGeographic(), CommonCRS.WGS84.universal(latitude, longitude), null)
                .getMathTransform();
        DirectPosition expected = reference.transform(new DirectPosition2D(longitude, latitude), null);
        assertThat(metres[0]).isCloseTo(expected.getOrdinate(0), within(0.001));
        assertThat(metres[1]).isCloseTo(expected.getOrdinate(1), within(0.001));
        double[] back = projection.unproject(metres[0], metres[1]);
        assertThat(back[0]).isCloseTo(longitude, within(1e-8));
        assertThat(back[1]).isCloseTo(latitude, within(1e-8));
    }

    @Test
    void boundsHoldEveryPixelOfTheTile() {
        GroundPlace place = GroundPlace.near(10.2, 59.8, 10, 160);
        GroundPlace.Bounds bounds = place.bounds();
        UtmProjection projection = new UtmProjection(32, false);
        for (int x = 0; x <= 160; x += 8) {
            for (int y = 0; y <= 160; y += 8) {
                double[] degrees = projection.unproject(place.easting() + x * 10.0, place.northing() - y * 10.0);
                assertThat(degrees[0]).isBetween(bounds.west() - 1e-6, bounds.east() + 1e-6);
                assertThat(degrees[1]).isBetween(bounds.south() - 1e-6, bounds.north() + 1e-6);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DESERT,false", "DESERT,true", "SNOW_MOUNTAINS,false", "CROP_FIELDS,true"})
    void geoTiffsAreReadWithTheirPlaceAndPixelsByApacheSis(SceneClass sceneClass, boolean deflate) throws Exception {
        SyntheticScene scene = SyntheticScene.paint(sceneClass, 1, 33, 11);
        GroundPlace place = scene.place();
        Path file = folder.resolve("scene.tif");
        Files.write(file, GeoTiff.encode(scene.raster(), place, deflate));
        try (DataStore store = DataStores.open(file)) {
            GridCoverageResource resource = (GridCoverageResource)
                    ((Aggregate) store).components().iterator().next();
            Envelope extent = resource.getGridGeometry().getEnvelope();
            assertThat(extent.getCoordinateReferenceSystem().getIdentifiers())
                    .anyMatch(identifier -> identifier.getCode().equals(Integer.toString(place.epsg())));
            double side = 33 * place.metresPerPixel();
            assertThat(extent.getMinimum(0)).isCloseTo(place.easting(), within(1e-6));
            assertThat(extent.getMaximum(0)).isCloseTo(place.easting() + side, within(1e-6));
            assertThat(extent.getMaximum(1)).isCloseTo(place.northing(), within(1e-6));
            assertThat(extent.getMinimum(1)).isCloseTo(place.northing() - side, within(1e-6));
            assertThat(pixels(resource)).isEqualTo(scene.raster().rgb());
        }
    }

    private static byte[] pixels(GridCoverageResource resource) throws Exception {
        GridCoverage coverage = resource.read(null);
        int[] samples = coverage.render(null).getData().getPixels(0, 0, 33, 33, (int[]) null);
        ByteBuffer rgb = ByteBuffer.allocate(samples.length);
        for (int sample : samples) {
            rgb.put((byte) sample);
        }
        return rgb.array();
    }

    @Test
    void everyFormatIsReadBackByImageIo() throws IOException {
        SyntheticScene scene = SyntheticScene.paint(SceneClass.COAST, 3, 40, 5);
        for (SceneFormat format : SceneFormat.values()) {
            Path file = folder.resolve("scene." + format.ending());
            Files.write(file, format.encode(scene));
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image).as(format.name()).isNotNull();
            assertThat(image.getWidth()).isEqualTo(40);
            int difference = 0;
            for (int i = 0; i < 1600; i++) {
                int green = image.getRGB(i % 40, i / 40) >> 8 & 0xff;
                difference += Math.abs(green - scene.raster().sample(i % 40, i / 40, 1));
            }
            assertThat(difference / 1600.0).isLessThanOrEqualTo(format == SceneFormat.JPEG ? 6 : 0);
        }
    }
}
