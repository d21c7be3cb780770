package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;

/** The command itself is run under a real display by {@code .ci/smoke}. */
class StartBenchTest {

    @Test
    void eachPartLastsFromThePartBeforeIt() {
        assertThat(StartBench.parts("java 1200\ntoolkit 1500\nusable 2700\n", 1000))
                .containsExactly(entry("java", 200.0), entry("toolkit", 300.0), entry("usable", 1200.0));
    }

    @Test
    void aWindowThatDoesNotComeUpIsNoFigureButAnErrorThatSaysWhy() {
        StartBench bench = new StartBench("no.such.Window", "no.such.Window", Path.of("none.hsa"));

        assertThatThrownBy(() -> bench.run(1, false, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("needs a display");
    }
}
