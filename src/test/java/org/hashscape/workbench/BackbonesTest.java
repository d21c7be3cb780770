package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.TinyGraphs;
import org.hashscape.model.Progress;
import org.hashscape.workbench.download.CatalogueNetwork;
import org.hashscape.workbench.download.Download;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this machine. */
class BackbonesTest {

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private volatile byte[] served = zip(TinyGraphs.KERNEL);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tiny.zip", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesOnlyWhenToldTo() throws IOException {
        Backbones backbones = backbones(Optional.empty());
        assertThat(backbones.catalogue()).hasSize(1);
        assertThat(backbones.list()).isEmpty();
        assertThat(backbones.knownDigest(backbones.catalogue().get(0))).isEmpty();
        assertThat(requests).hasValue(0);

        Backbones.Entry entry = backbones.download("tiny", 1, Progress.NONE);
        assertThat(requests).hasValue(1);
        assertThat(entry.dimension()).isEqualTo(TinyGraphs.FEATURES);
        assertThat(backbones.list()).containsExactly(entry);
        assertThat(backbones.knownDigest(backbones.catalogue().get(0))).isPresent();
        assertThat(children("downloads"))
                .as("what was downloaded is imported, not kept")
                .containsExactly("digests.properties");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backbones.download("tiny", 1, Progress.NONE))
                .withMessageContaining("already");
        assertThat(requests).hasValue(1);
    }

    @Test
    void refusesALaterDownloadWithAnotherContent() throws IOException {
        Backbones backbones = backbones(Optional.empty());
        backbones.download("tiny", 1, Progress.NONE);
        backbones.remove("tiny");
        float[] other = TinyGraphs.KERNEL.clone();
        other[0] = 7;
        served = zip(other);
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
        CatalogueNetwork tiny = new CatalogueNetwork(
                "tiny",
                "Tiny",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tiny.zip"),
                zip(TinyGraphs.KERNEL).length,
                sha256,
                "nobody",
                "Apache-2.0",
                URI.create("https://www.apache.org/licenses/LICENSE-2.0"),
                "input:0",
                "pool:0",
                32,
                "-1..1",
                TinyGraphs.FEATURES);
        return new Backbones(
                new BackboneFolder(folder.resolve("backbones")),
                List.of(tiny),
                folder.resolve("downloads"),
                Download.alsoFromLoopback(Duration.ofSeconds(20)));
    }

    /** Stored, not deflated: every kernel gives the same length. */
    private static byte[] zip(float[] kernel) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("tiny.pb"));
            zip.write(TinyGraphs.frozen(32, kernel).toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<String> children(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
