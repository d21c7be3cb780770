package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @Test
    void plainNamesStayAsTheyAre() {
        assertThat(ShellWord.of(Path.of("/data/Größe/a-1.hsa"))).isEqualTo("/data/Größe/a-1.hsa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b.hsa", "it's", "a$b", "a`id`", "a\"b c'd", "a;b", "a\nb", "~a", "(1).hsa", "", "*", "a\\b c'"
            })
    void aShellReadsThemAsOneWord(String word) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf %s " + ShellWord.of(word)).start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(read).isEqualTo(word);
    }

    @Test
    void aNameIsNoOption() {
        assertThat(ShellWord.of("-rf")).isEqualTo("'./-rf'");
    }
}
