package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashscape.feature.backbone.TinyGraphs;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this machine. */
class BackbonesTest {

    @TempDir
    private Path folder;

    private NetworkServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new NetworkServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesOnlyWhenToldTo() throws IOException {
        Backbones backbones = backbones(Optional.empty());
        assertThat(backbones.catalogue()).hasSize(1);
        assertThat(backbones.list()).isEmpty();
        assertThat(backbones.knownDigest(backbones.catalogue().get(0))).isEmpty();
        assertThat(server.requests()).hasValue(0);

        Backbones.Entry entry = backbones.download("tiny", 1, Progress.NONE);
        assertThat(server.requests()).hasValue(1);
        assertThat(entry.dimension()).isEqualTo(TinyGraphs.FEATURES);
        assertThat(backbones.list()).containsExactly(entry);
        assertThat(backbones.knownDigest(backbones.catalogue().get(0))).isPresent();
        assertThat(children("downloads"))
                .as("what was downloaded is imported, not kept")
                .containsExactly("digests.properties");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backbones.download("tiny", 1, Progress.NONE))
                .withMessageContaining("already");
        assertThat(server.requests()).hasValue(1);
    }

    @Test
    void refusesALaterDownloadWithAnotherContent() throws IOException {
        Backbones backbones = backbones(Optional.empty());
        backbones.download("tiny", 1, Progress.NONE);
        backbones.remove("tiny");
        float[] other = TinyGraphs.KERNEL.clone();
        other[0] = 7;
        server.serve(other);
        assertThatIOException()
                .isThrownBy(() -> backbones.download("tiny", 1, Progress.NONE))
                .withMessageContaining("SHA-256");
        assertThat(backbones.list()).isEmpty();
        assertThat(children("downloads")).containsExactly("digests.properties");
    }

    @Test
    void aPublishedDigestDecidesFromTheFirst() throws IOException {
        Backbones backbones = backbones(Optional.of("cd".repeat(32)));
        assertThatIOException()
                .isThrownBy(() -> backbones.download("tiny", 1, Progress.NONE))
                .withMessageContaining("cd".repeat(32));
        assertThat(backbones.list()).isEmpty();
    }

    @Test
    void namesTheCatalogueWhereItHasNoSuchNetwork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backbones(Optional.empty()).download("huge", 1, Progress.NONE))
                .withMessageContaining("tiny");
    }

    private Backbones backbones(Optional<String> sha256) {
        return server.backbones(folder, sha256);
    }

    private List<String> children(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
