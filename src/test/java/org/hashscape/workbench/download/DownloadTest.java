package org.hashscape.workbench.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final int LENGTH = 600_000;

    @TempDir
    private Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private volatile byte[] content = content(1);
    private volatile String tag = "\"one\"";

    /** Bytes after which the connection is cut, once for each number; then no more. */
    private final List<Integer> cuts = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/net.tgz", this::answer);
        server.createContext("/moved", exchange -> redirect(exchange, "/net.tgz"));
        server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        server.createContext("/away", exchange -> redirect(exchange, "http://example.org/net.tgz"));
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            }
        });
        server.createContext("/silent", exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(content, 0, 1000);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException over) {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsTheWholeFile() throws IOException {
        Download.Got got = fetch("/net.tgz", Optional.of(sha256(content)));
        assertThat(got.file()).hasBinaryContent(content);
        assertThat(got.sha256()).isEqualTo(sha256(content));
        assertThat(children()).containsExactly("net.tgz");
    }

    @Test
    void goesOnByItselfWhereTheConnectionBreaks() throws IOException {
        cuts.addAll(List.of(200_000, 150_000));
        assertThat(fetch("/net.tgz", Optional.empty()).file()).hasBinaryContent(content);
        assertThat(ranges).first().isEqualTo("");
        assertThat(ranges)
                .as("the rest was asked for, not the whole")
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("bytes=");
    }

    @Test
    void goesOnLaterWhereItWasCancelled() throws IOException {
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> download(Duration.ofSeconds(20))
                        .run(wanted("/silent", Optional.empty()), target(), new CancelledOnceItComes()));
        assertThat(children()).contains("net.tgz.part");
        assertThat(fetch("/net.tgz", Optional.empty()).file()).hasBinaryContent(content);
        assertThat(ranges).containsExactly("bytes=1000-");
        assertThat(children()).containsExactly("net.tgz");
    }

    @Test
    void startsAnewWhereTheFileHasChangedMeanwhile() throws IOException {
        byte[] old = content(7);
        Files.write(folder.resolve("net.tgz.part"), Arrays.copyOf(old, 5000));
        Files.writeString(folder.resolve("net.tgz.part.version"), "\"before\"");
        assertThat(fetch("/net.tgz", Optional.of(sha256(content))).file()).hasBinaryContent(content);
    }

    @Test
    void doesNotTrustAPartOfUnknownVersion() throws IOException {
        Files.write(folder.resolve("net.tgz.part"), new byte[5000]);
        assertThat(fetch("/net.tgz", Optional.empty()).file()).hasBinaryContent(content);
        assertThat(ranges).containsExactly("");
    }

    @Test
    void refusesAnotherLengthBeforeItComes() throws IOException {
        content = Arrays.copyOf(content, LENGTH + 5);
        refuses("/net.tgz", "600005 bytes, expected are 600000");
        content = Arrays.copyOf(content, LENGTH - 5);
        refuses("/net.tgz", "599995 bytes, expected are 600000");
    }

    @Test
    void refusesAnotherDigestAndSaysBoth() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> fetch("/net.tgz", Optional.of("ab".repeat(32))))
                .withMessageContaining(sha256(content))
                .withMessageContaining("ab".repeat(32));
        assertThat(children()).isEmpty();
    }

    @Test
    void stopsABodyThatHasNoEnd() throws IOException {
        refuses("/endless", "more than the 600000 bytes expected");
    }

    @Test
    void saysWhatTheServerAnswers() throws IOException {
        refuses("/nothing", "answers 404 (not there)");
    }

    @Test
    void followsRedirectsButNotInCirclesAndNotOutOfEncryption() throws IOException {
        assertThat(fetch("/moved", Optional.empty()).file()).hasBinaryContent(content);
        Files.delete(target());
        refuses("/circle", "in circles");
        refuses("/away", "not an encrypted");
        assertThatIOException()
                .isThrownBy(() -> new Download().run(wanted("/net.tgz", Optional.empty()), target(), Progress.NONE))
                .withMessageContaining("not an encrypted");
    }

    @Test
    void givesUpWhereNothingComesAndKeepsThePart() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> download(Duration.ofMillis(300))
                        .run(wanted("/silent", Optional.empty()), target(), Progress.NONE))
                .withMessageContaining("broke off")
                .withMessageContaining("Downloading again goes on there");
    }

    @Test
    void cancelsWithinASecond() {
        CancelledOnceItComes progress = new CancelledOnceItComes();
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() ->
                        download(Duration.ofSeconds(20)).run(wanted("/silent", Optional.empty()), target(), progress));
        assertThat(Duration.ofNanos(System.nanoTime() - progress.wishedNanos)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void isDoneOnceAtATime() throws IOException {
        try (PartFile other = PartFile.of(target())) {
            assertThat(other.length()).isZero();
            assertThatIOException()
                    .isThrownBy(() -> fetch("/net.tgz", Optional.empty()))
                    .withMessageContaining("Another download");
        }
        assertThat(fetch("/net.tgz", Optional.empty()).file()).hasBinaryContent(content);
    }

    @Test
    void remembersDigestsByAddress() throws IOException {
        KnownDigests digests = new KnownDigests(folder.resolve("digests.properties"));
        CatalogueNetwork network = NetworkCatalogue.networks().get(0);
        assertThat(digests.of(network)).isEmpty();
        digests.remember(network, "ab".repeat(32));
        assertThat(new KnownDigests(folder.resolve("digests.properties")).of(network))
                .contains("ab".repeat(32));
    }

    @Test
    void theCatalogueSaysWhatItFetches() {
        assertThat(NetworkCatalogue.networks()).allSatisfy(network -> {
            assertThat(network.address().getScheme()).isEqualTo("https");
            assertThat(network.sha256().orElseThrow()).matches("[0-9a-f]{64}");
            assertThat(network.licence()).isEqualTo("Apache-2.0");
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] whole = content;
        String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                .orElse("");
        ranges.add(range);
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = range.isEmpty() || !same ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().set("ETag", tag);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, whole.length - from);
        int length = cuts.isEmpty() ? whole.length - from : cuts.remove(0);
        exchange.getResponseBody().write(whole, from, length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void refuses(String path, String message) throws IOException {
        assertThatIOException().isThrownBy(() -> fetch(path, Optional.empty())).withMessageContaining(message);
        assertThat(children()).isEmpty();
    }

    private Download.Got fetch(String path, Optional<String> sha256) throws IOException {
        return download(Duration.ofSeconds(20)).run(wanted(path, sha256), target(), Progress.NONE);
    }

    private static Download download(Duration stalled) {
        return Download.alsoFromLoopback(stalled);
    }

    private Download.Wanted wanted(String path, Optional<String> sha256) {
        return new Download.Wanted(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), LENGTH, sha256);
    }

    private Path target() {
        return folder.resolve("net.tgz");
    }

    /** Somebody presses Cancel as soon as the first bytes are there. */
    private static final class CancelledOnceItComes implements Progress {

        private long wishedNanos;

        @Override
        public void report(double fraction, String sentence) {
            if (fraction > 0 && wishedNanos == 0) {
                wishedNanos = System.nanoTime();
            }
        }

        @Override
        public void checkCancelled() {
            if (wishedNanos > 0) {
                throw new CancelledException();
            }
        }
    }

    private List<String> children() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] content(int seed) {
        byte[] bytes = new byte[LENGTH];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
