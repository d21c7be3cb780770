package org.hashscape.workbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.workbench.settings.Settings.WindowBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final Settings OTHER = new Settings(
            Optional.of("/archives/ü \"quoted\".hsa"),
            List.of("/a.hsa", "/b.hsa"),
            "dark",
            150,
            Optional.of(new WindowBounds(-5, 7.5, 1280, 800, true)),
            "itq",
            "colour-texture",
            128,
            50,
            "table",
            2,
            true);

    @TempDir
    private Path folder;

    @Test
    void everythingComesBackAtTheNextStart() {
        try (SettingsFile file = new SettingsFile(file())) {
            file.set(OTHER);
        }
        try (SettingsFile file = new SettingsFile(file())) {
            assertThat(file.get()).isEqualTo(OTHER);
        }
    }

    @Test
    void savesByItselfSoonAfterAChange() throws InterruptedException {
        try (SettingsFile file = new SettingsFile(file())) {
            file.set(OTHER);
            for (int i = 0; i < 100 && !Files.exists(file()); i++) {
                Thread.sleep(100);
            }
            assertThat(file()).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"window\": 7, \"bits\": \"many\", \"recentArchives\": {}}",
                "\u0000\u0001"
            })
    void damagedFileStartsWithTheDefaults(String content) throws IOException {
        Files.writeString(file(), content);
        try (SettingsFile file = new SettingsFile(file())) {
            assertThat(file.get()).isEqualTo(Settings.DEFAULT);
        }
    }

    @Test
    void firstStartUsesTheDefaultsAndWritesNothing() {
        try (SettingsFile file = new SettingsFile(file())) {
            assertThat(file.get()).isEqualTo(Settings.DEFAULT);
        }
        assertThat(file()).doesNotExist();
    }

    private Path file() {
        return folder.resolve("settings.json");
    }
}
