package org.hashscape.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real processes and looks at what they load and whom they call. */
class TensorFlowIsLazyTest {

    @TempDir
    private Path temporary;

    private String archive;

    @BeforeEach
    void makeArchive() throws Exception {
        Path images = TestImages.archive(temporary.resolve("images"), 8, "jpg", 1);
        archive = temporary.resolve("a.hsa").toString();
        java(List.of(), "org.hashscape.Main", "import", images.toString(), "--archive", archive);
        Path backbone = Files.createDirectories(temporary.resolve("user/backbones/listed"));
        Files.writeString(
                backbone.resolve("backbone.json"),
                "{\"format\": 1, \"id\": \"listed\", \"input\": \"a:0\", \"output\": \"b:0\", \"size\": 32,"
                        + " \"range\": \"-1..1\", \"views\": 1, \"dimension\": 4, \"sha256\": \"" + "0".repeat(64)
                        + "\"}");
    }

    @Test
    void otherMethodsLoadNothingOfIt() throws Exception {
        for (String[] command : new String[][] {
            {"info", archive},
            {"backbone", "list"},
            {"query", archive, "--tile", "blobs/blobs_01.jpg", "--method", "kslsh", "--descriptor", "colour-texture"}
        }) {
            String loaded = java(List.of("-Xlog:class+load"), "org.hashscape.Main", command);
            assertThat(loaded).contains("org.hashscape.cli");
            assertThat(loaded.lines().filter(TensorFlowIsLazyTest::isOfTensorFlow))
                    .as(String.join(" ", command))
                    .isEmpty();
        }
    }

    private static boolean isOfTensorFlow(String line) {
        return line.contains(" ai.djl.")
                || line.contains(" org.tensorflow.")
                || line.contains(" org.bytedeco.")
                || line.contains(" org.hashscape.tensorflow.");
    }

    @Test
    void trainingAttemptsNoConnection() throws Exception {
        String said = java(
                List.of(),
                NoConnectionMain.class.getName(),
                "train",
                archive,
                "--method",
                "deep",
                "--descriptor",
                "colour-texture",
                "--bits",
                "8");
        assertThat(said).contains("trained on 24 tiles").contains("connections attempted: 0");
    }

    private String java(List<String> options, String main, String... rest) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dhashscape.user=" + temporary.resolve("user"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(rest));
        Path said = temporary.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = text(said);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
