package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.hashscape.model.Progress;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.workbench.RepairArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of an archive that lost or changed bytes on the disk, and how the menu mends it. */
class DamagedArchiveWindowTest {

    private static final byte[] JPEG_TABLES = {(byte) 0xff, (byte) 0xdb, 0, 0x43};

    @TempDir
    static Path folder;

    private static Path whole;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        whole = TestArchive.make(folder, 20);
    }

    @BeforeEach
    void open() {
        window = new TestWindow(TestWindow.quick());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void changedBytesAreFoundByTheCheckAndRepairedFromTheOriginals() throws IOException {
        Path file = Files.copy(whole, folder.resolve("changed.hsa"));
        changeAThumbnail(file);
        byte[] damaged = Files.readAllBytes(file);
        show(file);
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("60 tiles");

        choose("Check archive…");
        untilNotice("is damaged");
        assertThat(notice())
                .isEqualTo("The archive " + file + " is damaged: 1 of 60 thumbnails do not match their checksums."
                        + " It is left as it is. Choose Tools > Repair archive… to save what is sound.");

        Path repaired = repair(file);
        assertThat(repaired).hasFileName("changed-repaired.hsa");
        assertThat(notice()).isEqualTo("Repaired as " + repaired + "; 1 thing was read from the originals again.");
        assertThat(Files.readAllBytes(file)).as("the damaged file").isEqualTo(damaged);
        assertThat(RepairArchive.damage(repaired, Progress.NONE)).isEmpty();
        choose("Check archive…");
        untilNotice("No damage was found in " + repaired);
        answers("checks/checks001.png");
    }

    @Test
    void anArchiveThatIsCutOffSaysSoShowsItsTilesAndIsRepaired() throws IOException {
        Path file = Files.copy(whole, folder.resolve("cut.hsa"));
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.setLength(archive.length() * 9 / 10);
        }
        show(file);
        untilNotice("is damaged: it has ");
        assertThat(notice()).contains(file.toString(), "It is left as it is", "choose Tools > Repair archive…");
        assertThat(onScreen(() -> window.view.lookup(".notice").getStyleClass()))
                .contains("problem");
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("60 tiles");

        Path repaired = repair(file);
        assertThat(notice()).startsWith("Repaired as " + repaired + "; ");
        assertThat(RepairArchive.damage(repaired, Progress.NONE)).isEmpty();
        answers("spots/spots003.png");
    }

    @Test
    void anArchiveOfWhichNothingCanBeReadIsRefusedAndTheOpenOneStays() throws IOException {
        show(whole);
        Path file = Files.copy(whole, folder.resolve("gone.hsa"));
        try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
            archive.write(new byte[8192]);
        }
        onScreen(() -> {
            window.model.shelf().open(file);
            return true;
        });
        untilNotice("gone.hsa");
        assertThat(notice()).doesNotContain("Exception");
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("60 tiles");
    }

    private void show(Path file) {
        onScreen(() -> {
            window.model.shelf().open(file);
            return true;
        });
        window.until(
                "the archive",
                () -> window.model.archiveModel().showingProperty().get() == Showing.TILES && window.view.isComplete());
    }

    /** Through the menu, with the file that the system's dialog would ask for. */
    private Path repair(Path damaged) {
        onScreen(() -> {
            window.view.setRepairChoice(owner -> Optional.of(damaged));
            return true;
        });
        choose("Repair archive…");
        untilNotice("Repaired as ");
        window.until(
                "the repaired archive",
                () -> !window.model
                                .shelf()
                                .archiveProperty()
                                .get()
                                .orElseThrow()
                                .archive()
                                .file()
                                .equals(damaged)
                        && window.view.isComplete());
        assertThat(window.model.archiveModel().countProperty().get()).isEqualTo("60 tiles");
        return onScreen(() -> window.model
                .shelf()
                .archiveProperty()
                .get()
                .orElseThrow()
                .archive()
                .file());
    }

    private void answers(String key) {
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().stream()
                            .filter(tile -> tile.key().equals(key))
                            .findFirst()
                            .orElseThrow());
            return true;
        });
        window.untilAnswered(key);
    }

    private void choose(String item) {
        MenuBar bar = (MenuBar) window.view.lookup(".menu-bar");
        MenuItem found = bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow();
        onScreen(() -> {
            assertThat(found.isDisable()).isFalse();
            window.model.dismissNotice();
            found.fire();
            return true;
        });
    }

    private void untilNotice(String words) {
        window.until(
                "a notice that says: " + words,
                () -> window.view.lookup(".notice").isVisible() && notice().contains(words));
    }

    private String notice() {
        return ((Label) window.view.lookup("#notice")).getText();
    }

    /** Turns a bit within the tables of the last JPEG file that lies in the archive in one piece. */
    private static void changeAThumbnail(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int place = text.lastIndexOf(new String(JPEG_TABLES, StandardCharsets.ISO_8859_1));
        assertThat(place).as("place of a thumbnail").isPositive();
        bytes[place + 8] ^= 0x10;
        Files.write(file, bytes);
    }
}
