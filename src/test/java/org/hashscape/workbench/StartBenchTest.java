package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The command itself is run under a real display by {@code .ci/smoke}. */
class StartBenchTest {

    @Test
    void eachPartLastsFromThePartBeforeIt() throws IOException {
        String output = "a warning\n@java 1200\n@toolkit 1500\nanother\n@usable 2700\n";

        assertThat(StartBench.parts(output, 1000))
                .containsExactly(entry("java", 200.0), entry("toolkit", 300.0), entry("usable", 1200.0));
    }

    @Test
    void aWindowThatDidNotComeUpIsNoFigureButAnErrorThatSaysWhy() {
        assertThatThrownBy(() -> StartBench.parts("@java 1200\nno display", 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("needs a display");
    }
}
