package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.ArchiveException;
import org.hashscape.archive.store.EvaluationTable;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.testing.ChildProgram;
import org.hashscape.testing.SmallDisk;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.export.ExportGallery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong around an archive: each fault leaves what was kept, and says what to do. */
class FaultsTest {

    private static final QueryRequest QUERY = new QueryRequest(
            new QuerySource.ArchiveTile(new TileId(2)),
            "itq",
            "colour-texture",
            16,
            1,
            5,
            new Lookup.FullRanking(),
            false);

    @TempDir
    private Path folder;

    @Test
    void aFullDiskKeepsWhatWasWrittenAndTheImportGoesOnOnceThereIsRoom() throws Exception {
        Path images = TestImages.archive(folder.resolve("images"), 60, "jpg", 1);
        try (SmallDisk disk = SmallDisk.on(folder.resolve("disk"), 8192)) {
            int kept;
            Path filler;
            Path file = disk.folder().resolve("c.hsa");
            try (Archive archive = Workspace.openOrCreate(file)) {
                filler = disk.fill(300_000);
                assertThatThrownBy(() -> new ImportTiles(archive, 8).run(images, DatasetLayout.FOLDERS, Progress.NONE))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessage(
                                "The disk is full: the archive " + file + " cannot be written. What was kept before is"
                                        + " safe. Make room and do it again; it goes on where it stopped.");
                kept = archive.catalogue().size();
                assertThat(kept).isBetween(1, 179);
            }
            Files.delete(filler);
            assertThat(RepairArchive.damage(file, Progress.NONE)).isEmpty();
            try (Archive archive = Workspace.open(file)) {
                ImportTiles.Report report = new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
                assertThat(report.unchanged()).isGreaterThanOrEqualTo(kept);
                assertThat(report.tilesInArchive()).isEqualTo(180);
            }
        }
    }

    @Test
    void anExportToAFullDiskLeavesNothingAndWhatWasThereBefore() throws Exception {
        try (Archive archive = archive();
                SmallDisk disk = SmallDisk.on(folder.resolve("disk"), 512)) {
            QueryAnswer answer = new SearchArchive(archive).answer(QUERY, Progress.NONE);
            Path to = disk.folder().resolve("gallery.html");
            Files.writeString(to, "before");
            disk.fill(2000);
            assertThatThrownBy(() -> new ExportGallery(archive).run(answer, to, Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "The disk is full: " + to + " could not be written. Nothing is left of it, and a file that"
                                    + " had this name before is as it was. Make room and export again.");
            assertThat(to).hasContent("before");
            assertThat(disk.folder()).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void anArchiveInAReadOnlyFolderIsSearchedAndSaysWhyItCannotBeChanged() throws Exception {
        try (Archive archive = archive()) {
            new SearchArchive(archive).answer(QUERY, Progress.NONE);
        }
        try (SmallDisk disk = SmallDisk.on(folder.resolve("disk of ü"), 4096)) {
            Path file = Files.copy(folder.resolve("a.hsa"), disk.folder().resolve("a b%20#?.hsa"));
            disk.readOnly();
            String message = "The archive " + file + " can only be read where it lies. Browsing and searching go on; to"
                    + " import, describe, train or mark, copy it to a folder that you may write to and open the copy.";
            try (Archive archive = Workspace.open(file)) {
                assertThat(archive.notice()).contains(message);
                assertThat(new SearchArchive(archive)
                                .answer(QUERY, Progress.NONE)
                                .tiles())
                        .hasSize(5);
                assertThat(archive.thumbnail(new TileId(1))).isPresent();
                assertThatThrownBy(() -> new ImportTiles(archive)
                                .run(folder.resolve("images"), DatasetLayout.FOLDERS, Progress.NONE))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessage(message);
            }
            assertThat(RepairArchive.damage(file, Progress.NONE)).isEmpty();
        }
    }

    @Test
    void whatCannotBeMadeInAFolderIsNamedByTheNameThatTheUserGave() throws Exception {
        try (Archive archive = archive();
                SmallDisk disk = SmallDisk.on(folder.resolve("disk"), 512)) {
            QueryAnswer answer = new SearchArchive(archive).answer(QUERY, Progress.NONE);
            disk.readOnly();
            Path made = disk.folder().resolve("new.hsa");
            Path page = disk.folder().resolve("gallery.html");
            assertThatThrownBy(() -> Workspace.openOrCreate(made))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessage("The archive " + made + " cannot be made: nothing may be written to the folder "
                            + disk.folder() + ". Choose another folder.");
            assertThatThrownBy(() -> new ExportGallery(archive).run(answer, page, Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(page + " cannot be written: ")
                    .hasMessageNotContaining(".part");
            Path repaired = disk.folder().resolve("b.hsa");
            assertThatThrownBy(() -> RepairArchive.run(folder.resolve("a.hsa"), repaired, Progress.NONE))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessage("The archive " + repaired + " cannot be made: nothing may be written to the folder "
                            + disk.folder() + ". Choose another folder.");
        }
    }

    @Test
    void descriptionWithoutAnyOriginalSaysWhatToDoWhateverTheDescriptorLearns() throws Exception {
        try (Archive archive = archive()) {
            Files.move(folder.resolve("images"), folder.resolve("elsewhere"));
            for (String descriptor : List.of("sift-words", "scene-net")) {
                assertThatThrownBy(() -> new DescribeTiles(archive).run(descriptor, false, Progress.NONE))
                        .as(descriptor)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("None of ")
                        .hasMessageContaining("File > Locate folder…");
            }
            assertThat(ArchiveInfo.of(archive).rootFound()).isFalse();
        }
    }

    @Test
    void anArchiveMayBeOpenTwiceAndEitherMayWrite() throws Exception {
        try (Archive one = archive();
                Archive other = Workspace.open(one.file())) {
            one.store().putFact("x", "1");
            other.store().putFact("y", "2");
            assertThat(one.store().fact("y")).contains("2");
            assertThat(other.catalogue().size()).isEqualTo(one.catalogue().size());
        }
    }

    @Test
    @Tag("long")
    void whoeverWaitsTooLongForAnotherProgramIsToldSo() throws Exception {
        try (Archive archive = archive();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + archive.file());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(archive.catalogue().size()).isEqualTo(36);
            assertThatThrownBy(() -> archive.store().putFact("x", "y"))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessage("Another program is writing to the archive " + archive.file()
                            + ". What was kept before is" + " safe. Do it again when the other has finished.");
        }
    }

    @Test
    void searchGoesOnWhenOriginalsVanishAndLocateFolderBringsThemBack() throws Exception {
        try (Archive archive = archive()) {
            new SearchArchive(archive).answer(QUERY, Progress.NONE);
            Path moved = Files.move(folder.resolve("images"), folder.resolve("elsewhere"));
            Tile tile = archive.catalogue().tile(0);
            assertThat(new SearchArchive(archive).answer(QUERY, Progress.NONE).tiles())
                    .hasSize(5);
            assertThat(archive.thumbnail(tile.id())).isPresent();
            assertThatThrownBy(() -> archive.raster(tile))
                    .hasMessage("The original " + folder.resolve("images").resolve(tile.key())
                            + " is gone. If the folder was moved, choose Locate folder...");
            archive.locateRoot(moved);
            assertThat(archive.raster(tile).width()).isEqualTo(64);
        }
    }

    @Test
    void aTileThatNeedsMoreThanAllMemoryIsARowOfTheProblemList() throws Exception {
        Path images = TestImages.archive(folder.resolve("images"), 2, "jpg", 1);
        Path huge = images.resolve("blobs/huge.png");
        TestImages.write(new BufferedImage(3_600, 3_600, BufferedImage.TYPE_BYTE_GRAY), "png", huge);
        ChildProgram.Result result = ChildProgram.run(
                folder,
                "40m",
                2,
                60,
                "import",
                images.toString(),
                "--layout",
                "folders",
                "--archive",
                folder.resolve("a.hsa").toString());
        assertThat(result.exit()).as(result.output()).isZero();
        try (Archive archive = Workspace.open(folder.resolve("a.hsa"))) {
            assertThat(archive.catalogue().size())
                    .as(result.output() + archive.problems())
                    .isEqualTo(6);
            assertThat(archive.problems())
                    .as(result.output())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason())
                            .isEqualTo("Needs more memory than Java may use; start Hashscape with a larger -Xmx"));
        }
    }

    @Test
    void aClockThatGoesBackwardsNeitherHidesChangesNorTurnsTheOrderOfEvaluations() throws Exception {
        try (Archive archive = archive()) {
            Path images = folder.resolve("images");
            Path file = images.resolve("blobs/blobs_00.jpg");
            for (Instant now : List.of(Instant.parse("2040-01-01T00:00:00Z"), Instant.parse("1999-01-01T00:00:00Z"))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
                assertThat(new ImportTiles(archive)
                                .run(images, DatasetLayout.FOLDERS, Progress.NONE)
                                .updated())
                        .as("read again, whichever way its time went")
                        .isEqualTo(1);
                assertThat(new ImportTiles(archive)
                                .run(images, DatasetLayout.FOLDERS, Progress.NONE)
                                .updated())
                        .isZero();
            }
            EvaluationTable table = archive.store().evaluations();
            long first = table.create("{}", 1);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + archive.file());
                    Statement statement = other.createStatement()) {
                statement.execute("UPDATE evaluation SET started = '2040-01-01T00:00:00Z'");
            }
            long second = table.create("{}", 1);
            assertThat(table.all()).extracting(EvaluationTable.Evaluation::id).containsExactly(second, first);
        }
    }

    /** 36 tiles. */
    private Archive archive() throws IOException {
        Path images = TestImages.archive(folder.resolve("images"), 12, "jpg", 3);
        Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        return archive;
    }
}
