package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hashscape.ui.query.Parameters;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.settings.Settings;
import org.hashscape.workbench.settings.Settings.WindowBounds;
import org.junit.jupiter.api.Test;

class WindowSettingsTest {

    private final WindowSettings settings = WindowSettings.forgetful(Settings.DEFAULT);

    @Test
    void eachChangeLeavesTheOthersAlone() {
        Parameters chosen = new Parameters("itq", "colour-texture", 64, 50, new Lookup.Table(2), false);
        WindowBounds bounds = new WindowBounds(1, 2, 1280, 800, false);
        settings.opened(Path.of("/a.hsa"));
        settings.setParameters(chosen);
        settings.setTheme("dark");
        settings.setTextPercent(150);
        settings.setBounds(bounds);
        settings.opened(Path.of("/b.hsa"));

        assertThat(settings.parameters()).isEqualTo(chosen);
        assertThat(settings.theme()).isEqualTo("dark");
        assertThat(settings.textPercent()).isEqualTo(150);
        assertThat(settings.bounds()).contains(bounds);
        assertThat(settings.lastArchive()).contains(Path.of("/b.hsa"));
        assertThat(settings.recentArchives()).containsExactly(Path.of("/b.hsa"), Path.of("/a.hsa"));
    }

    @Test
    void keepsTenRecentArchivesWithTheNewestFirstAndNoneTwice() {
        for (int archive = 0; archive < 15; archive++) {
            settings.opened(Path.of("/" + archive + ".hsa"));
        }
        settings.opened(Path.of("/9.hsa"));
        assertThat(settings.recentArchives())
                .hasSize(10)
                .startsWith(Path.of("/9.hsa"), Path.of("/14.hsa"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnreasonableTextSizeIsBroughtBack() {
        settings.setTextPercent(5000);
        assertThat(settings.textPercent()).isEqualTo(300);
    }
}
