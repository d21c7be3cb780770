package org.hashscape.workbench.download;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;

/**
 * Brings one file of known length from a server that nobody vouches for. It grows beside its place as {@code NAME.part}
 * and is moved there when it is whole and has its digest. What was cut off or cancelled goes on where it stopped, by
 * {@code Range} with {@code If-Range}: where the server's file has changed since, it starts anew. Connections are
 * encrypted; redirects are followed five times at most.
 */
public final class Download {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_ATTEMPTS = 4;

    /** Where a file is, and what it has to be. */
    public record Wanted(URI address, long bytes, Optional<String> sha256) {}

    /** A file that came whole. */
    public record Got(Path file, String sha256) {}

    private final Predicate<URI> allowed;
    private final Duration stalled;

    /** Only by HTTPS; gives up when nothing comes for half a minute. */
    public Download() {
        this(uri -> "https".equals(uri.getScheme()), Duration.ofSeconds(30));
    }

    Download(Predicate<URI> allowed, Duration stalled) {
        this.allowed = allowed;
        this.stalled = stalled;
    }

    /** Also without encryption from this machine itself, as tests need it. */
    public static Download alsoFromLoopback(Duration stalled) {
        return new Download(
                uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isLoopback(uri.getHost()),
                stalled);
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1")
                || host.equals(InetAddress.getLoopbackAddress().getHostAddress());
    }

    /**
     * @param target where the file shall be; its folder is made
     * @throws IOException where it does not come, is not what it has to be, or is being downloaded already; the message
     *     says which, and whether trying again goes on where it stopped
     */
    public Got run(Wanted wanted, Path target, Progress progress) throws IOException {
        try (PartFile part = PartFile.of(target)) {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
            for (int attempt = 1; part.length() < wanted.bytes(); attempt++) {
                progress.checkCancelled();
                long before = part.length();
                Optional<String> broken = fetch(client, wanted, part, progress);
                boolean hopeless = part.length() <= before || attempt == MOST_ATTEMPTS;
                if (part.length() < wanted.bytes() && hopeless) {
                    throw new IOException(String.format(
                            Locale.ENGLISH,
                            "The download from %s broke off after %.1f of %.1f MB%s. Downloading again goes on there.",
                            wanted.address().getHost(),
                            part.length() / 1e6,
                            wanted.bytes() / 1e6,
                            broken.map(reason -> " (" + reason + ")").orElse("")));
                }
            }
            return finish(wanted, part, target, progress);
        }
    }

    private static Got finish(Wanted wanted, PartFile part, Path target, Progress progress) throws IOException {
        if (part.length() > wanted.bytes()) {
            part.discard();
            throw new IOException(
                    "The download is refused: it is longer than the " + wanted.bytes() + " bytes expected");
        }
        progress.report(1, "Computing the digest");
        String digest = part.sha256(progress);
        if (wanted.sha256().isPresent() && !wanted.sha256().get().equals(digest)) {
            part.discard();
            throw new IOException("The download is refused: its SHA-256 is " + digest + ", expected is "
                    + wanted.sha256().get() + ". The file was damaged, or is not the one that was published before.");
        }
        part.moveTo(target);
        return new Got(target, digest);
    }

    /** One connection. @return why it broke off, where it did */
    private Optional<String> fetch(HttpClient client, Wanted wanted, PartFile part, Progress progress)
            throws IOException {
        URI address = wanted.address();
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            if (address.getHost() == null || !allowed.test(address)) {
                throw new IOException("The download is refused: " + address + " is not an encrypted (https) address");
            }
            PartWriter writer = new PartWriter(part, wanted.bytes());
            HttpRequest.Builder request = HttpRequest.newBuilder(address).GET().header("User-Agent", "Hashscape");
            part.validator()
                    .filter(known -> part.length() > 0)
                    .ifPresent(known -> request.header("Range", "bytes=" + part.length() + "-")
                            .header("If-Range", known));
            HttpResponse<Long> response;
            try {
                response = await(client.sendAsync(request.build(), writer), writer, wanted, progress);
            } catch (IOException broken) {
                if (writer.refusal().isPresent()) {
                    part.discard();
                    throw new IOException(writer.refusal().get(), broken);
                }
                return Optional.of(String.valueOf(broken.getMessage()));
            }
            int status = response.statusCode();
            if (status == 200 || status == 206) {
                return Optional.empty();
            }
            if (status == 416) { // the part is no part of the server's file any more
                part.restart(Optional.empty());
                return Optional.of("the file has changed");
            }
            address = redirected(address, status, response.headers());
        }
        throw new IOException("The download is refused: " + wanted.address() + " leads in circles");
    }

    private static URI redirected(URI from, int status, HttpHeaders headers) throws IOException {
        Optional<String> location = headers.firstValue("Location");
        if (status / 100 != 3 || location.isEmpty()) {
            throw new IOException("The server " + from.getHost() + " answers " + status
                    + (status == 404 || status == 410 ? " (not there)" : "") + " to " + from);
        }
        try {
            return from.resolve(location.get());
        } catch (IllegalArgumentException notAnAddress) {
            throw new IOException("The server " + from.getHost() + " redirects to nowhere", notAnAddress);
        }
    }

    /** Waits for the end of the body, looking several times a second whether it is still wanted and still comes. */
    private HttpResponse<Long> await(
            CompletableFuture<HttpResponse<Long>> answer, PartWriter writer, Wanted wanted, Progress progress)
            throws IOException {
        long start = System.nanoTime();
        long first = writer.length();
        long seen = -1;
        long moved = start;
        try {
            while (true) {
                try {
                    return answer.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    progress.checkCancelled();
                }
                long now = System.nanoTime();
                long length = writer.length();
                if (length != seen) {
                    seen = length;
                    moved = now;
                } else if (now - moved > stalled.toNanos()) {
                    throw new IOException("nothing came for " + stalled.toSeconds() + " seconds");
                }
                double rate = Math.max(0, length - first) / ((now - start) / 1e9);
                progress.report((double) length / wanted.bytes(), sentence(wanted, length, rate));
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (CancellationException ended) {
            throw new IOException("the connection was closed", ended);
        } finally {
            writer.stop();
            answer.cancel(true);
        }
    }

    private static String sentence(Wanted wanted, long length, double rate) {
        String left = rate > 0 ? String.format(Locale.ENGLISH, ", %.0f s left", (wanted.bytes() - length) / rate) : "";
        return String.format(
                Locale.ENGLISH,
                "Downloading from %s: %.1f of %.1f MB%s",
                wanted.address().getHost(),
                length / 1e6,
                wanted.bytes() / 1e6,
                left);
    }
}
