package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers that are there as a whole within the request's timeout. The client's own ends once the
 * headers have come: a body that stalls would be waited for without end.
 */
public final class Whole {
    /** Of a request that sets none. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Whole() {}

    /**
     * Sends it and reads the body, for as long as its timeout says; then the connection is cut.
     *
     * @param most bytes of the body that are read; what lies behind them is not waited for
     * @throws NoAnswer where no whole answer came in time
     */
    public static HttpResponse<byte[]> send(HttpClient client, HttpRequest request, int most)
            throws IOException, InterruptedException {
        Duration timeout = request.timeout().orElse(LONGEST);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new Body(most));
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer(
                    request.uri(),
                    new HttpTimeoutException(
                            "no whole answer within " + timeout.toMillis() + " ms"));
        } catch (ExecutionException e) {
            throw new NoAnswer(request.uri(), cause(e));
        } finally {
            answer.cancel(true); // nothing where it is there; else it ends the exchange
        }
    }

    private static IOException cause(ExecutionException e) {
        if (e.getCause() instanceof IOException failed) {
            return failed;
        }
        if (e.getCause() instanceof RuntimeException wrong) {
            throw wrong;
        }
        return new IOException(e.getCause());
    }

    /** Up to so many bytes. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final int most;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private @Nullable Subscription source;

        Body(int most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[Math.min(buffer.remaining(), most - read.size())];
                buffer.get(bytes);
                read.writeBytes(bytes);
            }
            Subscription rest = source;
            if (read.size() == most && rest != null) {
                rest.cancel();
                whole.complete(read.toByteArray());
            }
        }

        @Override
        public void onError(Throwable failed) {
            whole.completeExceptionally(failed);
        }

        @Override
        public void onComplete() {
            whole.complete(read.toByteArray());
        }
    }
}
