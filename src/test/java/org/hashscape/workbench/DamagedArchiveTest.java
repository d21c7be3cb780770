package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.ArchiveException;
import org.hashscape.archive.store.DamagedArchiveException;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that lost or changed bytes on the disk. */
class DamagedArchiveTest {

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
                            + " bytes. It is left as it is. To save what is sound and read the rest from the originals"
                            + " again, choose Tools > Repair archive… or run: hashscape repair " + file);
            assertThat(archive.catalogue().size()).isEqualTo(36);
            assertThatThrownBy(() -> archive.store().putFact("a", "b"))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("hashscape repair " + file);
        }
        assertThat(RepairArchive.damage(file, Progress.NONE)).first().asString().startsWith("it has ");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 70, 80, 90, 99})
    void anArchiveThatIsCutOffAnywhereShowsWhatIsSoundAndIsLeftAsItIs(int percent) throws IOException {
        Path file = copy("cut.hsa");
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(archive.length() * percent / 100);
        }
        byte[] damaged = Files.readAllBytes(file);
        int shown;
        try (Archive archive = Workspace.open(file)) {
            assertThat(archive.damage()).isPresent();
            assertThat(archive.notice()).isEqualTo(archive.damage());
            before.requireNothingWrong(archive);
            shown = archive.catalogue().size();
            assertThat(shown).isPositive();
            assertThatThrownBy(() ->
                            new ImportTiles(archive).run(shared.resolve("images"), DatasetLayout.AUTO, Progress.NONE))
                    .hasMessageContaining("hashscape repair " + file);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        assertThat(folder).isDirectoryNotContaining("glob:**{-wal,-shm}");

        Path to = folder.resolve("b.hsa");
        RepairArchive.Report report = RepairArchive.run(file, to, Progress.NONE);
        RepairArchive.Saved tiles = report.saved().stream()
                .filter(kind -> kind.kind().equals("tiles"))
                .findFirst()
                .orElseThrow();
        assertThat(tiles.kept()).isEqualTo(shown);
        if (!tiles.whole()) {
            assertThat(tiles.lost()).as("as the archive knows how many it had").isEqualTo(36 - shown);
        }
        try (Archive archive = Workspace.open(to)) {
            assertThat(archive.catalogue().size()).isEqualTo(36);
        }
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

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
