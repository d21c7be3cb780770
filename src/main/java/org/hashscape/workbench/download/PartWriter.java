package org.hashscape.workbench.download;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes one response's body to a part: appended where the server sends the rest of the same version, from the start
 * where it sends the whole. What announces another length than expected, or becomes longer, is refused at once.
 */
final class PartWriter implements BodyHandler<Long> {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private final PartFile part;
    private final long expected;
    private volatile boolean stopped;
    private volatile @Nullable String refusal;

    PartWriter(PartFile part, long expected) {
        this.part = part;
        this.expected = expected;
    }

    long length() {
        return part.length();
    }

    /** Why the body is not wanted. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Nothing is written from now on. */
    void stop() {
        stopped = true;
    }

    @Override
    public BodySubscriber<Long> apply(HttpResponse.ResponseInfo info) {
        if (info.statusCode() != 200 && info.statusCode() != 206) {
            return HttpResponse.BodySubscribers.replacing(0L);
        }
        Sink sink = new Sink();
        try {
            begin(info);
        } catch (IOException unwanted) {
            refusal = unwanted.getMessage();
            sink.fail(unwanted);
        }
        return sink;
    }

    private void begin(HttpResponse.ResponseInfo info) throws IOException {
        HttpHeaders headers = info.headers();
        long already = 0;
        if (info.statusCode() == 206) {
            Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
            if (!range.matches() || Long.parseLong(range.group(1)) != part.length()) {
                throw new IOException("The download is refused: the server sends another part than the one asked for");
            }
            requireLength(Long.parseLong(range.group(3)));
            already = part.length();
        } else {
            part.restart(validator(headers));
        }
        Optional<String> announced = headers.firstValue("Content-Length").filter(text -> text.matches("\\d{1,18}"));
        if (announced.isPresent()) {
            requireLength(already + Long.parseLong(announced.get()));
        }
    }

    private void requireLength(long length) throws IOException {
        if (length != expected) {
            throw new IOException("The download is refused: the server offers " + length + " bytes, expected are "
                    + expected + ". The file is not the one that was published before.");
        }
    }

    /** A strong entity tag, or the date of the last change: what {@code If-Range} takes. */
    private static Optional<String> validator(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"));
    }

    private final class Sink implements BodySubscriber<Long> {

        private final CompletableFuture<Long> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<Long> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            if (whole.isDone()) {
                begun.cancel();
            } else {
                begun.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            Flow.Subscription from = subscription;
            if (from == null || stopped || whole.isDone()) {
                fail(new IOException("stopped"));
                return;
            }
            try {
                for (ByteBuffer buffer : buffers) {
                    if (part.length() + buffer.remaining() > expected) {
                        refusal = "The download is refused: more than the " + expected + " bytes expected come";
                        throw new IOException(refusal);
                    }
                    part.append(buffer);
                }
                from.request(1);
            } catch (IOException failure) {
                fail(failure);
            }
        }

        private void fail(IOException failure) {
            whole.completeExceptionally(failure);
            Flow.Subscription from = subscription;
            if (from != null) {
                from.cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(part.length());
        }
    }
}
