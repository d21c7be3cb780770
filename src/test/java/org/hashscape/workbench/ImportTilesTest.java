package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.testing.HostileFolder;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTilesTest {

    @TempDir
    private Path temporary;

    @Test
    void takesFolderNamesAsLabelsAndKeepsThumbnails() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 4, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(report.added()).isEqualTo(12);
            assertThat(report.layout()).isEqualTo(DatasetLayout.FOLDERS);
            assertThat(archive.catalogue().labelCounts())
                    .containsEntry("stripes", 4)
                    .hasSize(3);
            for (Tile tile : archive.catalogue().tiles()) {
                assertThat(archive.thumbnail(tile.id())).isPresent();
                assertThat(archive.raster(tile).width()).isEqualTo(64);
            }
        }
    }

    @Test
    void givesIdsInTheOrderOfKeysWhateverThreadReadsFirst() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 30, "jpg", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(archive.catalogue().tiles()).extracting(Tile::key).isSorted();
        }
    }

    @Test
    void secondImportTakesOnlyWhatIsNewOrChanged() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 3, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            ImportTiles importer = new ImportTiles(archive);
            importer.run(images, DatasetLayout.AUTO, Progress.NONE);
            ImportTiles.Report nothing = importer.run(images, DatasetLayout.AUTO, Progress.NONE);
            Path changed = images.resolve("blobs/blobs_00.png");
            TestImages.write(TestImages.image("noise", 50, 9), "png", changed);
            Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000_000));
            TestImages.write(TestImages.image("noise", 50, 9), "png", images.resolve("noise/extra.png"));
            ImportTiles.Report some = importer.run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(nothing.added() + nothing.updated()).isZero();
            assertThat(nothing.unchanged()).isEqualTo(9);
            assertThat(some.added()).isEqualTo(1);
            assertThat(some.updated()).isEqualTo(1);
            Tile tile = archive.catalogue().byKey("blobs/blobs_00.png").orElseThrow();
            assertThat(tile.width()).isEqualTo(50);
            assertThat(tile.id().value()).isEqualTo(1);
        }
    }

    @Test
    void putsEverythingHostileOnTheProblemListAndTakesTheRest() throws IOException {
        HostileFolder hostile = HostileFolder.in(temporary.resolve("images"));
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            ImportTiles.Report first =
                    new ImportTiles(archive).run(hostile.folder(), DatasetLayout.FOLDERS, Progress.NONE);
            ImportTiles.Report second =
                    new ImportTiles(archive).run(hostile.folder(), DatasetLayout.FOLDERS, Progress.NONE);

            assertThat(keys(archive)).isEqualTo(hostile.good());
            assertThat(archive.problems().stream().map(Archive.Problem::path).collect(Collectors.toSet()))
                    .isEqualTo(hostile.bad());
            assertThat(archive.problems())
                    .allSatisfy(problem -> assertThat(problem.reason()).isNotBlank());
            assertThat(first.problems()).isEqualTo(hostile.bad().size());
            assertThat(second.added() + second.updated()).isZero();
            assertThat(second.problems()).isEqualTo(first.problems());
        }
    }

    @Test
    void mendedFileLeavesTheProblemListAndBrokenOneEntersIt() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 2, "png", 1);
        Path mended = images.resolve("blobs/mended.png");
        Files.write(mended, new byte[0]);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            assertThat(archive.problems()).hasSize(1);
            TestImages.write(TestImages.image("blobs", 30, 2), "png", mended);
            Files.writeString(images.resolve("noise/noise_00.png"), "no longer an image");
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(archive.problems()).extracting(Archive.Problem::path).containsExactly("noise/noise_00.png");
            assertThat(keys(archive)).contains("blobs/mended.png").doesNotContain("noise/noise_00.png");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are others there")
    void aFolderThatMayNotBeReadIsNoSource() throws IOException {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        assumeThat(Files.isReadable(closed)).as("may be read by root").isFalse();
        assertThat(ImportSource.isReadable(closed)).isFalse();
        assertThatThrownBy(() -> ImportSource.of(closed)).hasMessageEndingWith("cannot be read: permission denied");
    }

    @Test
    void cancelKeepsWholeBatchesAndTheNextImportCompletes() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 120, "jpg", 3);
        AtomicInteger checks = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                if (checks.incrementAndGet() > 1000) {
                    throw new CancelledException();
                }
            }
        };
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            assertThatThrownBy(() -> new ImportTiles(archive, 100).run(images, DatasetLayout.AUTO, impatient))
                    .isInstanceOf(CancelledException.class);
            int kept = archive.catalogue().size();
            ImportTiles.Report rest = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(kept).isPositive().isLessThan(360);
            assertThat(kept % 100).isZero();
            assertThat(rest.added()).isEqualTo(360 - kept);
            assertThat(keys(archive)).hasSize(360);
        }
    }

    @Test
    void readsLabelsDatesAndPlacesFromAManifest() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        Files.writeString(images.resolve("manifest.csv"), """
                path,labels,date,crs,west,south,east,north
                blobs/blobs_00.png,water;trees,2021-06-05,EPSG:32633,14.0,50.0,14.1,50.1
                "noise/noise_00.png",sand,,,,,,
                gone.png,sand,,,,,,
                """, StandardCharsets.UTF_8);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            Tile blobs = archive.catalogue().byKey("blobs/blobs_00.png").orElseThrow();

            assertThat(report.layout()).isEqualTo(DatasetLayout.MANIFEST);
            assertThat(report.tilesInArchive()).isEqualTo(2);
            assertThat(blobs.labels()).isEqualTo(Labels.of("trees", "water"));
            assertThat(blobs.acquired().orElseThrow()).hasToString("2021-06-05");
            assertThat(blobs.footprint().orElseThrow().centre().longitude()).isBetween(14.04, 14.06);
            assertThat(archive.problems()).extracting(Archive.Problem::path).containsExactly("gone.png");

            Files.writeString(
                    images.resolve("manifest.csv"), "path,labels\nblobs/blobs_00.png,water\nnoise/noise_00.png,sand\n");
            ImportTiles.Report relabelled = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            assertThat(relabelled.updated()).isEqualTo(1);
            assertThat(archive.catalogue()
                            .byKey("blobs/blobs_00.png")
                            .orElseThrow()
                            .labels())
                    .isEqualTo(Labels.of("water"));
            assertThat(archive.problems()).isEmpty();
        }
    }

    @Test
    void importOfAPartKeepsTheLabelsOfThatPart() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 2, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            ImportTiles.Report part =
                    new ImportTiles(archive).run(images.resolve("blobs"), DatasetLayout.AUTO, Progress.NONE);

            assertThat(part.updated()).isZero();
            assertThat(archive.catalogue().labelCounts())
                    .containsEntry("blobs", 2)
                    .hasSize(3);
        }
    }

    @Test
    void tileStaysWhenItsFileIsGoneWhateverTheLayout() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        Files.writeString(images.resolve("manifest.csv"), "path,labels\nblobs/blobs_00.png,x\nnoise/noise_00.png,y\n");
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            Files.move(images.resolve("blobs"), temporary.resolve("aside"));
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            assertThat(archive.problems()).extracting(Archive.Problem::path).containsExactly("blobs/blobs_00.png");
            assertThat(archive.catalogue().size()).isEqualTo(2);

            Files.move(temporary.resolve("aside"), images.resolve("blobs"));
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            assertThat(archive.problems()).isEmpty();
        }
    }

    @Test
    void rowOfAManifestThatCannotBeReadIsAProblemAndTheOthersAreTaken() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        Files.writeString(
                images.resolve("manifest.csv"),
                "path,date\nblobs/blobs_00.png,yesterday\nnoise/noise_00.png,2020-01-01\n");
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(keys(archive)).containsExactly("noise/noise_00.png");
            assertThat(archive.problems().get(0).reason()).contains("yesterday").contains("Record 1");
        }
    }

    @Test
    void refusesToMixAnotherDataSetInWhenTheOriginalsAreGone() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/new"));
        TestImages.write(TestImages.image("noise", 20, 1), "png", elsewhere.resolve("x.png"));
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            Path moved = Files.move(images, temporary.resolve("moved"));

            assertThatThrownBy(() ->
                            new ImportTiles(archive).run(elsewhere.getParent(), DatasetLayout.AUTO, Progress.NONE))
                    .hasMessageContaining("the same folder moved");
            ImportTiles.Report same = new ImportTiles(archive).run(moved, DatasetLayout.AUTO, Progress.NONE);
            assertThat(same.unchanged()).isEqualTo(3);
            assertThat(archive.root()).contains(moved);
        }
    }

    @Test
    void flatLayoutGivesNoLabels() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.FLAT, Progress.NONE);

            assertThat(archive.catalogue().labelCounts()).isEmpty();
            assertThat(archive.catalogue().size()).isEqualTo(3);
        }
    }

    @Test
    void emptyFolderMakesAnEmptyArchive() throws IOException {
        Path images = Files.createDirectories(temporary.resolve("images"));
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThat(report.tilesInArchive()).isZero();
            assertThat(report.notes()).containsExactly("No images were found there");
        }
    }

    @Test
    void refusesAFolderOutsideTheArchivesRoot() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        Path elsewhere = TestImages.archive(temporary.resolve("elsewhere"), 1, "png", 2);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);

            assertThatThrownBy(() -> new ImportTiles(archive).run(elsewhere, DatasetLayout.AUTO, Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(elsewhere.toString())
                    .hasMessageContaining("archive of its own");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Looking", "Importing"})
    void ofTwoImportsThatBeginANewArchiveTogetherOneIsRefused(String when) throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        Path elsewhere = TestImages.archive(temporary.resolve("elsewhere"), 4, "png", 2);
        Path file = temporary.resolve("a.hsa");
        try (Archive archive = Workspace.openOrCreate(file);
                Archive same = Workspace.openOrCreate(file)) {
            AtomicInteger told = new AtomicInteger();
            Progress meanwhile = new Progress() {
                @Override
                public void report(double fraction, String sentence) {
                    if (sentence.startsWith(when) && told.getAndIncrement() == 0) { // it has found no tile
                        try {
                            new ImportTiles(same).run(elsewhere, DatasetLayout.AUTO, Progress.NONE);
                        } catch (IOException unexpected) {
                            throw new UncheckedIOException(unexpected);
                        }
                    }
                }

                @Override
                public void checkCancelled() {}
            };

            assertThatThrownBy(() -> new ImportTiles(archive).run(images, DatasetLayout.FLAT, meanwhile))
                    .hasMessageContaining("images lie in " + elsewhere);
            assertThat(told.get()).isPositive();
        }
        try (Archive archive = Workspace.open(file)) {
            assertThat(archive.root()).contains(elsewhere);
            assertThat(archive.catalogue().size()).isEqualTo(12);
            assertThat(archive.catalogue().labelCounts()).hasSize(3);
            assertThat(archive.store().fact("layout")).contains("FOLDERS");
            for (Tile tile : archive.catalogue().tiles()) {
                assertThat(archive.raster(tile).width()).isEqualTo(64);
            }
        }
    }

    @Test
    void namesTilesWhoseFilesAreGone() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 2, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            ImportTiles importer = new ImportTiles(archive);
            assertThat(importer.run(images, DatasetLayout.AUTO, Progress.NONE).notes())
                    .isEmpty();
            Tile gone = archive.catalogue().tile(1);
            Files.delete(images.resolve(gone.key()));

            assertThat(importer.run(images, DatasetLayout.AUTO, Progress.NONE).notes())
                    .singleElement()
                    .asString()
                    .startsWith("1 tile was not found again")
                    .endsWith(": " + gone.key());
            String other = archive.catalogue().tile(5).key();
            assertThat(importer.run(images.resolve(other).getParent(), DatasetLayout.AUTO, Progress.NONE)
                            .notes())
                    .as("of a folder where nothing is gone")
                    .isEmpty();
        }
    }

    @Test
    void findsOriginalsAgainWhenArchiveAndFolderMoveTogether() throws IOException {
        Path before = temporary.resolve("before");
        Path images = TestImages.archive(before.resolve("images"), 1, "png", 1);
        try (Archive archive = Workspace.openOrCreate(before.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
        }
        Path after = temporary.resolve("after");
        Files.move(before, after);
        try (Archive archive = Workspace.open(after.resolve("a.hsa"))) {
            assertThat(archive.raster(archive.catalogue().tile(0)).width()).isEqualTo(64);
            ImportTiles.Report report =
                    new ImportTiles(archive).run(after.resolve("images"), DatasetLayout.AUTO, Progress.NONE);
            assertThat(report.added() + report.updated()).isZero();
        }
    }

    @Test
    void saysWhatToDoWhenOriginalsAreGone() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            Files.move(images, temporary.resolve("moved"));
            Tile tile = archive.catalogue().tile(0);

            assertThatThrownBy(() -> archive.raster(tile)).hasMessageContaining("Locate folder");
            assertThat(archive.thumbnail(tile.id())).isPresent();
            archive.locateRoot(temporary.resolve("moved"));
            assertThat(archive.raster(tile).width()).isEqualTo(64);
        }
    }

    private static Set<String> keys(Archive archive) throws IOException {
        return archive.catalogue().tiles().stream().map(Tile::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
