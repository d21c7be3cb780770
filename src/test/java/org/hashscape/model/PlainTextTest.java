package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(PlainText.of("forest/Größe 1 東京.jpg")).isEqualTo("forest/Größe 1 東京.jpg");
    }

    @Test
    void whatWouldBreakALineOrCommandATerminalIsWrittenOut() {
        assertThat(PlainText.of("a\nb\tc\r.png")).isEqualTo("a\\nb\\tc\\r.png");
        assertThat(PlainText.of("\u001b[2Jx")).isEqualTo("\\x1b[2Jx");
        assertThat(PlainText.of("a\u202egpj.exe")).isEqualTo("a\\u202egpj.exe");
    }
}
