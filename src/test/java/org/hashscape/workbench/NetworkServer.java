package org.hashscape.workbench;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.TinyGraphs;
import org.hashscape.workbench.download.CatalogueNetwork;
import org.hashscape.workbench.download.Download;

/** A server on this machine that offers one network, {@value #ID}. */
public final class NetworkServer implements AutoCloseable {

    /** Its name in the catalogue. */
    public static final String ID = "tiny";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile byte[] served = zip(TinyGraphs.KERNEL);

    public NetworkServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tiny.zip", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        server.start();
    }

    /** How often it was asked. */
    public AtomicInteger requests() {
        return requests;
    }

    /** From now on it gives a network of the same length with these weights. */
    void serve(float[] kernel) {
        served = zip(kernel);
    }

    /** The networks of a user's folder, with a catalogue of this server's network alone. */
    public Backbones backbones(Path userFolder, Optional<String> sha256) {
        CatalogueNetwork tiny = new CatalogueNetwork(
                ID,
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
                new BackboneFolder(userFolder.resolve("backbones")),
                List.of(tiny),
                userFolder.resolve("downloads"),
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

    @Override
    public void close() {
        server.stop(0);
    }
}
