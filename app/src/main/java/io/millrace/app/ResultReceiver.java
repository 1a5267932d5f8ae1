package io.millrace.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of one response as it comes: a result goes to where it shall be written, an error is kept. The JDK's
 * own stream of a body loses the last bytes when the body breaks off, and these tell why it did. For one response.
 */
final class ResultReceiver implements BodyHandler<Optional<String>>, BodySubscriber<Optional<String>> {
    private final OutputStream out;
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
    private Optional<ResultTail> tail = Optional.empty();
    private Flow.@Nullable Subscription subscription;

    ResultReceiver(OutputStream out) {
        this.out = out;
    }

    @Override
    public BodySubscriber<Optional<String>> apply(ResponseInfo info) {
        if (info.statusCode() == 200
                && info.headers().firstValue("X-ClickHouse-Exception-Code").isEmpty()) {
            tail = Optional.of(new ResultTail(
                    out, info.headers().firstValue("X-ClickHouse-Exception-Tag").orElse("")));
        }
        return this;
    }

    /** The server's error, or nothing after a whole result. Fails when the result cannot be written. */
    @Override
    public CompletionStage<Optional<String>> getBody() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        OutputStream target = tail.isPresent() ? tail.get() : error;
        try {
            for (ByteBuffer piece : pieces) {
                byte[] bytes = new byte[piece.remaining()];
                piece.get(bytes);
                target.write(bytes);
            }
        } catch (IOException cannotWrite) {
            ended.completeExceptionally(cannotWrite);
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable broken) {
        Optional<String> told = tail.flatMap(ResultTail::exception);
        end(Optional.of(told.orElse(
                "Code: 210. DB::NetException: The server broke off: " + broken.getMessage() + ". (NETWORK_ERROR)")));
    }

    @Override
    public void onComplete() {
        end(
                tail.isPresent()
                        ? Optional.empty()
                        : Optional.of(error.toString(StandardCharsets.UTF_8).strip()));
    }

    private void end(Optional<String> failure) {
        try {
            if (tail.isPresent()) {
                tail.get().finish();
            }
            ended.complete(failure);
        } catch (IOException cannotWrite) {
            ended.completeExceptionally(cannotWrite);
        }
    }
}
