package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.ArchiveException;
import org.hashscape.archive.store.ArchiveRescue.Bound;
import org.hashscape.archive.store.DamagedArchiveException;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.testing.ChildProgram;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that lost or changed bytes on the disk. */
class DamagedArchiveTest {

    private static final int PAGE = 4096;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path whole;
    private static ArchiveContents before;

    @BeforeAll
    static void makeAnArchive() throws IOException {
        whole = shared.resolve("whole.hsa");
        Path images = TestImages.archive(shared.resolve("images"), 12, "jpg", 3);
        try (Archive archive = Workspace.openOrCreate(whole)) {
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
            new TrainMethod(archive)
                    .run(new MethodSpec("itq", "colour-texture", 16, 1, Split.ALL), false, Progress.NONE);
            new Fingerprints(archive).all(Progress.NONE);
            archive.store().marks().giveLabel("mine", List.of(new TileId(5)));
            archive.touch();
            before = ArchiveContents.of(archive);
        }
    }

    @Test
    void aSoundArchiveIsSound() throws IOException {
        assertThat(RepairArchive.damage(whole, Progress.NONE)).isEmpty();
    }

    @Test
    void anArchiveThatIsCutOffOpensAsFarAsItGoesAndSaysWhatToDo() throws IOException {
        Path file = copy("cut.hsa");
        long bytes = Files.size(file);
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(bytes * 9 / 10);
        }
        try (Archive archive = Workspace.open(file)) {
            assertThat(archive.notice())
                    .contains("The archive " + file + " is damaged: it has " + bytes * 9 / 10 + " of " + bytes
                            + " bytes; all 36 tiles and " + thumbnails(archive)
                            + " thumbnails can be read. It is left as it is. To save what is sound and read the rest from the originals"
                            + " again, choose Tools > Repair archive… or run: hashscape repair " + file);
            assertThat(archive.catalogue().size()).isEqualTo(36);
            assertThatThrownBy(() -> archive.store().putFact("a", "b"))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("hashscape repair " + file);
        }
        assertThat(RepairArchive.damage(file, Progress.NONE)).first().asString().startsWith("it has ");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 50, 60, 70, 80, 90, 99})
    void anArchiveThatIsCutOffAnywhereShowsWhatIsSoundAndIsLeftAsItIs(int percent) throws IOException {
        Path file = copy("cut.hsa");
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(archive.length() * percent / 100);
        }
        byte[] damaged = Files.readAllBytes(file);
        int shown;
        int thumbnails;
        try (Archive archive = Workspace.open(file)) {
            assertThat(archive.damage()).isPresent();
            assertThat(archive.notice()).isEqualTo(archive.damage());
            before.requireNothingWrong(archive);
            shown = archive.catalogue().size();
            assertThat(shown).isPositive();
            thumbnails = thumbnails(archive);
            assertThat(archive.damage().orElseThrow())
                    .containsPattern("(all|\\d+ of( up to)?) 36 tiles and " + thumbnails + " thumbnails can be read");
            assertThatThrownBy(() ->
                            new ImportTiles(archive).run(shared.resolve("images"), DatasetLayout.AUTO, Progress.NONE))
                    .hasMessageContaining("hashscape repair " + file);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        assertThat(folder).isDirectoryNotContaining("glob:**{-wal,-shm}");

        Path to = folder.resolve("b.hsa");
        RepairArchive.Report report = RepairArchive.run(file, to, Progress.NONE);
        assertThat(kind("tiles", report).kept()).isEqualTo(shown);
        assertThat(kind("tiles", report).lost())
                .as("as the archive knows how many it had")
                .isEqualTo(36 - shown);
        assertThat(kind("thumbnails", report).kept()).as("each counted once").isEqualTo(thumbnails);
        assertThat(kind("thumbnails", report).lost()).as("each tile had one").isEqualTo(36 - thumbnails);
        try (Archive archive = Workspace.open(to)) {
            assertThat(archive.catalogue().size()).isEqualTo(36);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 20})
    void ofAFileWithLittleLeftEitherTilesAreShownOrItIsSaidThatThereAreNone(int percent) throws IOException {
        Path file = copy("cut.hsa");
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(archive.length() * percent / 100);
        }
        byte[] damaged = Files.readAllBytes(file);
        try (Archive archive = Workspace.open(file)) {
            before.requireNothingWrong(archive);
            assertThat(archive.catalogue().size()).isPositive();
        } catch (DamagedArchiveException refused) {
            assertThat(refused).hasMessageContaining("none of its tiles can be read");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void aPageThatIsLostTakesOnlyWhatItHeld() throws IOException {
        byte[] sound = Files.readAllBytes(whole);
        int pages = sound.length / PAGE;
        int shown = 0;
        for (int page = 1; page < pages; page++) { // the first one holds where all others are
            byte[] damaged = sound.clone();
            Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0);
            Path file = Files.write(folder.resolve("page.hsa"), damaged);
            try (Archive archive = Workspace.open(file)) {
                before.requireNothingWrong(archive);
                assertThat(archive.problems()).isEmpty();
                assertThat(archive.root()).as("page %s", page).isNotNull();
                shown += archive.catalogue().size() == 36 ? 1 : 0;
            } catch (DamagedArchiveException refused) {
                assertThat(refused).as("page %s", page).hasMessageContaining("none of its tiles can be read");
            }
            assertThat(Files.readAllBytes(file)).as("page %s", page).isEqualTo(damaged);
        }
        assertThat(shown)
                .as("pages of %s without which all tiles are shown", pages)
                .isGreaterThanOrEqualTo(pages - 4);
    }

    @Test
    void aValueThatIsMissingWhereOneHasToBeIsDamage() throws Exception {
        Path file = copy("null.hsa");
        execute(
                file,
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'model'");
        execute(file, "UPDATE model SET split = NULL");
        try (Archive archive = Workspace.open(file)) {
            assertThatThrownBy(() -> ArchiveInfo.of(archive))
                    .isInstanceOf(DamagedArchiveException.class)
                    .hasMessageContaining("a stored value cannot be read");
        }
    }

    @Test
    void aRepairThatIsStoppedLeavesNothingUnfinished() throws Exception {
        Path file = copy("cut.hsa");
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(archive.length() / 2);
        }
        Path to = folder.resolve("b.hsa");
        Path part = folder.resolve("b.hsa.part");
        assumeTrue(File.separatorChar == '/', "elsewhere a process cannot be asked to end");
        Process repair = ChildProgram.start(folder, "repair", file.toString(), "--to", to.toString());
        try {
            while (repair.isAlive() && !Files.exists(part)) {
                Thread.onSpinWait();
            }
            assertThat(part).exists();
            repair.destroy();
            assertThat(repair.waitFor()).isEqualTo(143);
        } finally {
            repair.destroyForcibly();
        }
        assertThat(to).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void whatARepairSavedIsSaidWithHowSureTheLossesAre() {
        assertThat(List.of(
                                saved("marks", 3, 1, Bound.EXACTLY, true),
                                saved("tiles", 3, 1200, Bound.AT_MOST, false),
                                saved("models", 0, 2, Bound.AT_LEAST, false),
                                saved("facts", 1, 0, Bound.AT_LEAST, false))
                        .stream()
                        .map(RepairArchive.Saved::words))
                .containsExactly(
                        "marks: 3 saved, 1 lost",
                        "tiles: 3 saved, up to 1,200 lost",
                        "models: 0 saved, at least 2 lost: not all can be read",
                        "facts: 1 saved, some lost: not all can be read, nor counted");
        List<RepairArchive.Saved> some = List.of(
                saved("regions", 0, 0, Bound.AT_LEAST, false),
                saved("marks", 1, 0, Bound.EXACTLY, true),
                saved("runs", 0, 0, Bound.AT_LEAST, false));
        assertThat(new RepairArchive.Report(whole, some, 0, 0, 0, List.of()).savedInWords())
                .containsExactly(
                        "marks: 1 saved, 0 lost",
                        "Not to be read, so nobody knows whether there were any: regions, runs");
    }

    private static RepairArchive.Saved saved(String kind, long kept, long lost, Bound bound, boolean all) {
        return new RepairArchive.Saved(kind, kept, lost, bound, all);
    }

    private static RepairArchive.Saved kind(String noun, RepairArchive.Report report) {
        return report.saved().stream()
                .filter(kind -> kind.kind().equals(noun))
                .findFirst()
                .orElseThrow();
    }

    private static int thumbnails(Archive archive) throws IOException {
        int there = 0;
        for (int id = 1; id <= 36; id++) {
            there += archive.thumbnail(new TileId(id)).isPresent() ? 1 : 0;
        }
        return there;
    }

    @Test
    void whatIsDescribedIsSearchedWhereTheRestOfTheFileIsLost() throws IOException {
        Path file = copy("cut.hsa");
        QueryRequest request = new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(1)),
                "exhaustive",
                "colour-texture",
                16,
                1,
                5,
                new QueryRequest.Lookup.FullRanking(),
                false);
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(archive.length() * 95 / 100);
        }
        try (Archive archive = Workspace.open(file)) {
            QueryAnswer answer = new SearchArchive(archive).answer(request, Progress.NONE);
            assertThat(answer.tiles()).hasSize(5);
            assertThat(answer.archiveSize() + answer.undescribed())
                    .isEqualTo(archive.catalogue().size() - 1);
        }
    }

    @Test
    void aFileOfWhichNothingIsLeftIsNeitherOpenedNorRepaired() throws IOException {
        Path file = copy("stump.hsa");
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(5000);
        }
        Path to = folder.resolve("b.hsa");
        assertThatThrownBy(() -> Workspace.open(file))
                .isInstanceOf(DamagedArchiveException.class)
                .hasMessageContaining("none of its tiles can be read");
        assertThatThrownBy(() -> RepairArchive.run(file, to, Progress.NONE))
                .hasMessageContaining("Nothing can be saved of " + file)
                .hasMessageContaining("Import the originals");
        assertThat(folder).isDirectoryNotContaining("glob:**b.hsa*");
    }

    @Test
    void aRepairBringsEverythingBackFromTheOriginalsAndLeavesTheDamagedFileAsItIs() throws Exception {
        Path file = copy("a.hsa");
        execute(file, "UPDATE thumbnail SET jpeg = x'00' WHERE tile_id = 3");
        execute(file, "UPDATE descriptor_block SET vectors = x'01' || substr(vectors, 2)");
        execute(file, "UPDATE code_block SET words = x'ff' || substr(words, 2)");
        execute(file, "DROP TRIGGER tile_block_stale_2");
        execute(file, "UPDATE tile SET width = 7 WHERE id = 9");
        assertThat(RepairArchive.damage(file, Progress.NONE))
                .containsExactly(
                        "1 of 36 tiles do not match their checksums",
                        "1 of 36 thumbnails do not match their checksums",
                        "1 of 1 blocks of vectors do not match their checksums",
                        "1 of 1 blocks of codes do not match their checksums");
        byte[] damaged = Files.readAllBytes(file);

        RepairArchive.Report report = RepairArchive.run(file, folder.resolve("b.hsa"), Progress.NONE);

        assertThat(report.notes()).isEmpty();
        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.described()).isEqualTo(36);
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        assertThat(RepairArchive.damage(report.archive(), Progress.NONE)).isEmpty();
        try (Archive archive = Workspace.open(report.archive())) {
            new TrainMethod(archive)
                    .run(new MethodSpec("itq", "colour-texture", 16, 1, Split.ALL), false, Progress.NONE);
            new Fingerprints(archive).all(Progress.NONE);
            assertThat(ArchiveContents.of(archive).withoutThumbnails()).isEqualTo(before.withoutThumbnails());
            assertThat(archive.thumbnail(new TileId(3))).isPresent();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void aRepairWithoutOriginalsSaysHowToCompleteIt() throws Exception {
        Path file = copy("a.hsa");
        execute(file, "UPDATE thumbnail SET jpeg = x'00' WHERE tile_id = 3");
        execute(file, "UPDATE fact SET value = '/nowhere' WHERE name = 'root'");
        execute(file, "DELETE FROM fact WHERE name = 'root-from-archive'");

        RepairArchive.Report report = RepairArchive.run(file, folder.resolve("b.hsa"), Progress.NONE);

        assertThat(report.notes())
                .containsExactly(
                        "The originals are not found in /nowhere. What is lost is read again once they are: open"
                                + " the archive, choose File > Locate folder…, and import the folder.");
        try (Archive archive = Workspace.open(report.archive())) {
            assertThat(archive.catalogue().size()).isEqualTo(36);
            assertThat(archive.thumbnail(new TileId(3))).isEmpty();
            archive.locateRoot(shared.resolve("images"));
            assertThat(new RenderTiles(archive).complete(Progress.NONE).rendered())
                    .isEqualTo(1);
        }
    }

    @Test
    void aDamagedVectorIsNamedWithWhatToDo() throws Exception {
        Path file = copy("a.hsa");
        execute(file, "UPDATE code_block SET words = x'ff' || substr(words, 2)");
        try (Archive archive = Workspace.open(file)) {
            assertThatThrownBy(() -> ArchiveContents.of(archive))
                    .isInstanceOf(DamagedArchiveException.class)
                    .hasMessage("The archive " + file + " is damaged: a stored block of vectors or codes does not match"
                            + " its checksum. It is left as it is. To save what is sound and read the rest from the"
                            + " originals again, choose Tools > Repair archive… or run: hashscape repair " + file);
        }
    }

    @Test
    void flippedBitsAndCutEndsNeverGoUnnoticed() throws IOException {
        damageAndLook(1, 40);
    }

    @Test
    @Tag("long")
    void flippedBitsAndCutEndsNeverGoUnnoticedInManyTries() throws IOException {
        damageAndLook(1000, Integer.getInteger("hashscape.flips", 1000));
    }

    private void damageAndLook(int firstSeed, int seeds) throws IOException {
        int refused = 0;
        int noticed = 0;
        int harmless = 0;
        int repaired = 0;
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
            Path file = copy("seed" + seed + ".hsa");
            damage(file, new Random(seed));
            boolean reported = isReported(file);
            try (Archive archive = Workspace.open(file)) {
                before.requireNothingWrong(archive);
                if (!reported) {
                    assertThat(ArchiveContents.of(archive))
                            .as("seed %s, of which no check said anything", seed)
                            .isEqualTo(before);
                }
                noticed += reported ? 1 : 0;
                harmless += reported ? 0 : 1;
            } catch (IOException message) {
                assertThat(message.getMessage()).as("seed %s", seed).contains(file.toString());
                refused++;
            }
            if (reported && seed % 4 == 0) {
                repaired += repairs(file) ? 1 : 0;
            }
            Files.deleteIfExists(file);
        }
        System.getLogger("test")
                .log(
                        System.Logger.Level.INFO,
                        "{0} seeds: {1} refused at opening, {2} reported, {3} harmless; {4} repaired",
                        seeds,
                        refused,
                        noticed,
                        harmless,
                        repaired);
    }

    /** Either nothing comes of it, with a message, or an archive that is sound and says nothing wrong. */
    private boolean repairs(Path file) throws IOException {
        Path to = file.resolveSibling(file.getFileName() + "-b.hsa");
        try {
            RepairArchive.run(file, to, Progress.NONE);
        } catch (IOException message) {
            assertThat(to).doesNotExist();
            return false;
        }
        assertThat(RepairArchive.damage(to, Progress.NONE)).isEmpty();
        try (Archive archive = Workspace.open(to)) {
            before.withoutThumbnails().requireNothingWrong(archive);
        }
        Files.delete(to);
        return true;
    }

    private static boolean isReported(Path file) {
        try {
            return !RepairArchive.damage(file, Progress.NONE).isEmpty();
        } catch (IOException message) {
            return true;
        }
    }

    private static void damage(Path file, Random random) throws IOException {
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            if (random.nextInt(5) == 0) {
                archive.setLength((long) (archive.length() * random.nextDouble()));
                return;
            }
            for (int flip = 0, flips = 1 + random.nextInt(8); flip < flips; flip++) {
                long at =
                        random.nextInt(4) == 0 ? random.nextInt(4096) : (long) (archive.length() * random.nextDouble());
                archive.seek(at);
                int value = archive.read();
                archive.seek(at);
                archive.write(value ^ 1 << random.nextInt(8));
            }
        }
    }

    private Path copy(String name) throws IOException {
        return Files.copy(whole, folder.resolve(name));
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
