package org.hashscape.workbench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.dataset.ManifestLabels;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.comparison.CompareMethods;
import org.hashscape.workbench.comparison.Comparison;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Every format, on an archive whose names and labels are as hostile as a file system lets them be. */
class ExportFormatsTest {

    private static final String HEBREW = "\u05d9\u05e2\u05e8";
    private static final String EVIL = "=1+2<script>alert('1')<b>\"&\u202egnp.exe.png";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path temporary;

    private static Archive archive;
    private static QueryAnswer answer;
    private static Comparison comparison;

    @BeforeAll
    static void ask() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 4, "png", 1);
        Files.createDirectories(images.resolve(HEBREW));
        TestImages.write(
                TestImages.image("blobs", 64, 4), "png", images.resolve(HEBREW).resolve(EVIL));
        TestImages.write(
                TestImages.image("noise", 64, 5), "png", images.resolve(HEBREW).resolve("-a;b,c.png"));
        StringBuilder manifest = new StringBuilder("path,labels,date,crs,west,south,east,north\n");
        for (String name : TestImages.CLASSES) {
            for (int i = 0; i < 4; i++) {
                manifest.append(
                        name + "/" + name + "_0" + i + ".png," + name + ";all,2021-06-0" + (i + 1) + ",EPSG:32760,"
                                + (178.5 + i) % 180 + ",-18," + (i == 1 ? -179.75 : (178.75 + i) % 180) + ",-17\n");
            }
        }
        String evilLabels = ManifestLabels.write(
                Labels.of("=cmd|' /C calc'!A0", "a;b\\", "<img src=x onerror=alert(1)>", HEBREW, "all"));
        manifest.append(HEBREW + "/" + quoted(EVIL) + "," + quoted(evilLabels) + ",,,,,,\n");
        manifest.append(quoted(HEBREW + "/-a;b,c.png") + ",all,,,,,,\n");
        Files.writeString(
                images.resolve("manifest.csv"),
                manifest.toString().replace(HEBREW + "/" + quoted(EVIL), quoted(HEBREW + "/" + EVIL)));
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.MANIFEST, Progress.NONE);
        QueryRequest request = new QueryRequest(
                new QuerySource.ArchiveTile(archive.catalogue()
                        .byKey("noise/noise_01.png")
                        .orElseThrow()
                        .id()),
                "lsh",
                "colour-texture",
                32,
                1,
                13,
                new Lookup.FullRanking(),
                false);
        SearchArchive search = new SearchArchive(archive);
        answer = search.answer(request, Progress.NONE);
        comparison = new CompareMethods(search)
                .run(
                        List.of(
                                request,
                                new QueryRequest(
                                        request.source(),
                                        "exhaustive",
                                        "colour-texture",
                                        32,
                                        1,
                                        13,
                                        new Lookup.FullRanking(),
                                        false)),
                        Progress.NONE);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static Path written(String name) throws IOException {
        Path file = temporary.resolve(name);
        if (name.startsWith("c.")) {
            new ExportComparison(archive).run(comparison, file, Progress.NONE);
        } else {
            new ExportGallery(archive).run(answer, file, Progress.NONE);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.html", "c.html"})
    void namesAndLabelsAreTextInPages(String name) throws IOException {
        String html = Files.readString(written(name));
        assertThat(html).doesNotContain("<script").doesNotContain("<img src=x").doesNotContain("://");
        assertThat(html).contains("&lt;script&gt;alert(").contains("&lt;img src&#61;x onerror&#61;alert(1)&gt;");
        assertThat(html).contains("<bdi>" + HEBREW + "/");
        assertThat(html)
                .contains("lang=\"en\"")
                .contains("<main>")
                .contains("default-src 'none'")
                .contains("Natural Earth");
        for (String attribute : List.of("src=\"", "href=\"")) {
            for (int at = html.indexOf(attribute); at >= 0; at = html.indexOf(attribute, at + 1)) {
                assertThat(html.substring(at + attribute.length())).matches("(?s)(data:|#).*");
            }
        }
        assertThat(html.split("<svg ", -1)).hasSizeGreaterThan(3);
        List<String> ids = Stream.of(html.split(" id=\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.geojson", "c.geojson"})
    void footprintsAreValidForAnotherLibraryAndCutAtTheDateLine(String name) throws IOException, ParseException {
        JsonNode collection = JSON.readTree(written(name).toFile());
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        int cut = 0;
        int unlocated = 0;
        for (JsonNode feature : collection.path("features")) {
            if (feature.path("geometry").isNull()) {
                unlocated++;
                continue;
            }
            Geometry geometry = new GeoJsonReader(new GeometryFactory())
                    .read(feature.path("geometry").toString());
            assertThat(geometry.isValid()).isTrue();
            assertThat(geometry.getEnvelopeInternal().getMinX()).isGreaterThanOrEqualTo(-180);
            assertThat(geometry.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(180);
            assertThat(geometry.getArea()).isBetween(0.2, 0.8);
            for (int part = 0; part < geometry.getNumGeometries(); part++) {
                Polygon polygon = (Polygon) geometry.getGeometryN(part);
                assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence()))
                        .isTrue();
            }
            cut += geometry instanceof MultiPolygon ? 1 : 0;
        }
        int methods = name.startsWith("c") ? 2 : 1;
        assertThat(collection.path("features")).hasSize(1 + 13 * methods);
        assertThat(unlocated).isEqualTo(2 * methods);
        assertThat(cut).isPositive();
        assertThat(collection.path("features").get(0).at("/properties/role").asText())
                .isEqualTo("query");
        assertThat(collection.path("features").get(1).at("/properties/rank").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.zip", "c.zip"})
    void aZipImportsToTheSameTilesAndLabels(String name) throws IOException {
        Path folder = temporary.resolve("unpacked-" + name);
        unpack(written(name), folder);
        try (Archive again = Workspace.openOrCreate(temporary.resolve("again-" + name + ".hsa"))) {
            ImportTiles.Report report = new ImportTiles(again).run(folder, DatasetLayout.AUTO, Progress.NONE);
            assertThat(report.problems()).isZero();
            assertThat(described(again)).isEqualTo(described(archive)).hasSize(14);
            for (Tile tile : archive.catalogue().tiles()) {
                assertThat(folder.resolve(tile.key()))
                        .hasSameBinaryContentAs(archive.root().orElseThrow().resolve(tile.key()));
            }
        }
        JsonNode asked = JSON.readTree(folder.resolve("hashscape/answer.json").toFile());
        assertThat(asked.findValuesAsText("method")).contains("lsh");
    }

    /** Labels, date and corners by key. */
    private static TreeMap<String, String> described(Archive some) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        for (Tile tile : some.catalogue().tiles()) {
            all.put(tile.key(), tile.labels().names() + " " + tile.acquired() + " " + tile.footprint());
        }
        return all;
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                assertThat(file.startsWith(folder)).isTrue();
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    @Test
    void aZipOfTilesWhoseOriginalsAreGoneIsRefusedBeforeItIsWritten() throws IOException {
        Path original = archive.root().orElseThrow().resolve("blobs/blobs_00.png");
        Path aside = temporary.resolve("aside.png");
        Files.move(original, aside);
        Path folder = Files.createDirectories(temporary.resolve("gone"));
        try {
            assertThatThrownBy(() -> new ExportGallery(archive).run(answer, folder.resolve("a.zip"), Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("blobs_00.png")
                    .hasMessageContaining("1 of 14");
            assertThat(folder).isEmptyDirectory();
        } finally {
            Files.move(aside, original);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.pdf", "c.pdf"})
    void aPdfHoldsTheResultsAsTextAndPictures(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(written(name).toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("noise/noise_01.png").contains("lsh").contains("page 1");
            assertThat(text).contains(answer.tiles().get(0).key());
            assertThat(document.getDocumentInformation().getTitle()).contains("noise/noise_01.png");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.png", "c.png"})
    void aContactSheetShowsEveryResult(String name) throws IOException {
        BufferedImage sheet = ImageIO.read(written(name).toFile());
        assertThat(sheet.getWidth()).isGreaterThan(600);
        assertThat(sheet.getHeight()).isGreaterThan(500);
        int coloured = 0;
        for (int y = 0; y < sheet.getHeight(); y += 2) {
            for (int x = 0; x < sheet.getWidth(); x += 2) {
                coloured += (sheet.getRGB(x, y) & 0xffffff) != 0xffffff ? 1 : 0;
            }
        }
        assertThat(4.0 * coloured / sheet.getWidth() / sheet.getHeight()).isBetween(0.15, 0.95);
    }

    @Test
    void aTableGuardsEveryLabelAgainstBeingCalculated() throws IOException {
        String table = Files.readString(written("c.csv"));
        assertThat(table)
                .contains("'=cmd|")
                .contains(";a;b\\;")
                .contains("A,lsh,1,")
                .contains("B,exhaustive,1,");
        assertThat(CsvTable.harmless("-1")).isEqualTo("'-1");
        assertThat(CsvTable.harmless("  =1")).isEqualTo("'  =1");
        assertThat(CsvTable.harmless("\uff1d1")).isEqualTo("'\uff1d1");
        assertThat(CsvTable.harmless("forest - dense")).isEqualTo("forest - dense");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aCancelledExportLeavesNothingAndAFinishedOneIsJustTheFile(ExportFormat format) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("cancelled" + format.ending()));
        int[] left = {3};
        Progress cancelling = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                if (--left[0] < 0) {
                    throw new CancelledException();
                }
            }
        };
        for (int calls = 0; calls < 3; calls++) {
            left[0] = format == ExportFormat.JSON ? 0 : calls;
            assertThatThrownBy(() ->
                            new ExportGallery(archive).run(answer, folder.resolve("a" + format.ending()), cancelling))
                    .isInstanceOf(CancelledException.class);
            assertThat(folder).isEmptyDirectory();
        }
        new ExportGallery(archive).run(answer, folder.resolve("a" + format.ending()), Progress.NONE);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a" + format.ending()));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesHaveTheRightsOfEveryNewFileAndLinksStayLinks() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("rights"));
        Path usual = Files.createFile(folder.resolve("usual"));
        Path table = folder.resolve("a.csv");
        new ExportGallery(archive).run(answer, table, Progress.NONE);
        assertThat(Files.getPosixFilePermissions(table)).isEqualTo(Files.getPosixFilePermissions(usual));

        Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("a.csv"));
        Files.writeString(table, "old");
        new ExportGallery(archive).run(answer, link, Progress.NONE);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(table)).startsWith("rank,");
        assertThat(Files.getPosixFilePermissions(table)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));

        Path toNowhere = Files.createSymbolicLink(folder.resolve("new.csv"), Path.of("target.csv"));
        new ExportGallery(archive).run(answer, toNowhere, Progress.NONE);
        assertThat(Files.isRegularFile(folder.resolve("target.csv"))).isTrue();
        Files.createSymbolicLink(folder.resolve("x.csv"), Path.of("y.csv"));
        Files.createSymbolicLink(folder.resolve("y.csv"), Path.of("x.csv"));
        assertThatThrownBy(() -> new ExportGallery(archive).run(answer, folder.resolve("x.csv"), Progress.NONE))
                .hasMessageContaining("circle");
    }

    @Test
    void labelsOfAnyKindSurviveAManifest() {
        for (Labels labels : List.of(
                Labels.of("a;b", "c"),
                Labels.of("a\\", "b"),
                Labels.of(" lead", "trail ", "in side"),
                Labels.of("\\;", "\\\\", "a\\b", "\\ x"),
                Labels.NONE)) {
            assertThat(ManifestLabels.read(ManifestLabels.write(labels))).isEqualTo(labels);
        }
        assertThat(ManifestLabels.read(" forest ; trees ;;").names()).isEqualTo(Set.of("forest", "trees"));
        assertThat(ManifestLabels.read("C:\\data\\x").names()).isEqualTo(Set.of("C:\\data\\x"));
    }
}
