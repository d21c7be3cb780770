package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.testing.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes, bands and contrast on the command line. */
class RasterCommandsTest {

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = HashscapeCommand.run(new PrintWriter(out), new PrintWriter(err), texts.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    @Test
    void aSceneIsCutShownInOtherBandsAndDescribedByInfo() throws IOException {
        Path scene = new TestTiff(130, 64, 4)
                .samples(16, 1)
                .tiled(32)
                .placed(32633, 500_000, 5_400_000, 10)
                .write(folder.resolve("LC08_L2SP_193023_20200512_20200820_02_T1.tif"), (x, y, band) -> 100 * band + x);
        Path archive = folder.resolve("a.hsa");

        Ran imported = run("import", scene, "--archive", archive, "--tile", 64, "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("\"layout\" : \"scene\"", "\"tiles\" : 3");

        Ran rendered = run("render", archive, "--bands", "4,3,2", "--range", "0..1000");
        assertThat(rendered.out()).contains("bands 4,3,2; range 0..1000; 3 thumbnails rendered");
        assertThat(run("render", archive).out()).contains("0 thumbnails rendered");
        assertThat(run("info", archive).out())
                .contains("Shown as bands 4,3,2; range 0..1000", "EPSG:32633: 3 tiles", "Taken 2020-05-12");
    }

    @Test
    void wrongOptionsAreWrongUsage() throws IOException {
        Files.createDirectory(folder.resolve("images"));
        Path archive = folder.resolve("a.hsa");
        run("import", folder.resolve("images"), "--archive", archive);
        assertThat(run("render", archive, "--preset", "mars").err()).contains("sentinel-2", "landsat");
        assertThat(run("render", archive, "--bands", "1,2").exit()).isEqualTo(2);
        assertThat(run("render", archive, "--range", "5").err()).contains("0..2750");
        assertThat(run("render", archive, "--range", "0..1", "--percentile", "2..98")
                        .exit())
                .isEqualTo(2);
        assertThat(run("import", folder, "--archive", archive, "--layout", "nonsense")
                        .err())
                .contains("bigearthnet");
        assertThat(run("import", folder.resolve("gone.tif"), "--archive", archive)
                        .err())
                .contains("no such folder");
    }
}
