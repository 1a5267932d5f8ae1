package io.millrace.http;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.frame.CompressedOutputStream;
import io.millrace.engine.query.QueryProgress.Counts;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpResponse;
import io.millrace.net.http.HttpResponse.State;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one query: turns events into head and body, and errors into whatever can still be said. What fits into
 * the response's buffer is sent at once with the head, so an error before that has a status of its own. Owned by the
 * connection's thread.
 */
final class Reply implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    /** How often the query is looked after while it gives no events. */
    private static final Duration TICK = Duration.ofMillis(50);
    /**
     * A client that sends its request and then ends its side of the connection looks the same as one that left; it gets
     * so long for its answer.
     */
    private static final long GONE_NANOS = Duration.ofMillis(150).toNanos();

    private static final String EXPOSED = "X-ClickHouse-Query-Id,X-ClickHouse-Summary,X-ClickHouse-Server-Display-Name,"
            + "X-ClickHouse-Format,X-ClickHouse-Timezone,X-ClickHouse-Exception-Code,X-ClickHouse-Exception-Tag";
    private static final String TEXT = "text/plain; charset=UTF-8";

    private final HttpExchange exchange;
    private final HttpResponse response;
    private final String displayName;
    private final String version;
    private final Outlet outlet;

    private Optional<Introduction> introduction = Optional.empty();
    private Optional<Coding> coding = Optional.empty();
    private Optional<ProgressLines> progress = Optional.empty();
    private boolean framed;
    private boolean anyOrigin;
    private @Nullable OutputStream body;
    private boolean unflushed;
    private Optional<Counts> counts = Optional.empty();
    private boolean watching;

    /** How the body is coded for HTTP. */
    record Coding(ContentCoding coding, int level) {}

    private record Introduction(String queryId, String zone, ExceptionFrame frame) {}

    Reply(HttpExchange exchange, String displayName, String version) {
        this.exchange = exchange;
        this.response = exchange.response();
        this.displayName = displayName;
        this.version = version;
        this.outlet = new Outlet(response.body());
    }

    /** From now on the reply is that of a query: it says which, and errors say the server's version. */
    void introduce(String queryId, String zone) {
        introduction = Optional.of(new Introduction(queryId, zone, ExceptionFrame.random()));
        lines();
    }

    void allowAnyOrigin() {
        anyOrigin = true;
        lines();
    }

    /** From now on everything that is sent is coded, errors too. */
    void encode(Optional<Coding> chosen, boolean inFrames) {
        coding = chosen;
        framed = inFrames;
    }

    void showProgress(Duration interval) {
        progress = Optional.of(new ProgressLines(response, interval));
    }

    /** Header lines that every reply of a query has. */
    private void lines() {
        response.header("Access-Control-Expose-Headers", EXPOSED);
        response.header("X-ClickHouse-Server-Display-Name", displayName);
        if (anyOrigin && exchange.request().headers().contains("Origin")) {
            response.header("Access-Control-Allow-Origin", "*");
        }
        introduction.ifPresent(query -> {
            response.header("X-ClickHouse-Query-Id", query.queryId());
            response.header("X-ClickHouse-Timezone", query.zone());
            response.header("X-ClickHouse-Exception-Tag", query.frame().tag());
        });
    }

    // ---- success

    /**
     * Sends a query's result, but for its very end.
     *
     * @throws DbException when the query fails
     * @throws IOException when the client is lost
     */
    void stream(RunningQuery query, RequestText text) throws IOException {
        while (true) {
            switch (query.next(TICK)) {
                case ResultEvent.Started started -> start(started, query, text);
                case ResultEvent.Bytes bytes -> write(bytes.bytes(), query);
                case ResultEvent.Progress idle -> idle(idle.counts(), text);
                case ResultEvent.Rows rows -> throw DbException.bug("Rows for a door that asked for bytes");
                case ResultEvent.TotalRow totals -> throw DbException.bug("Totals for a door that asked for bytes");
                case ResultEvent.Failed failed -> {
                    counts = Optional.of(query.progress().counts());
                    throw failed.error();
                }
                case ResultEvent.Finished finished -> {
                    summarize(finished.counts());
                    return;
                }
            }
        }
    }

    /** From here on a query ends when its client does; before it is planned, since subqueries and constants are computed then. */
    void watch(RunningQuery query, RequestText text) {
        if (text.isReceived()) {
            watch(query);
        }
    }

    private void watch(RunningQuery query) {
        if (!watching) {
            watching = true;
            exchange.onPeerGone(() -> Thread.ofVirtual().name("client gone").start(() -> cancelLater(query)));
        }
    }

    private static void cancelLater(RunningQuery query) {
        long end = System.nanoTime() + GONE_NANOS;
        for (long left = GONE_NANOS; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        query.cancel(CancelReason.CLIENT_GONE);
    }

    private void start(ResultEvent.Started started, RunningQuery query, RequestText text) {
        response.header(
                "Content-Type",
                started.format().map(ResultEvent.FormatInfo::contentType).orElse(TEXT));
        started.format().ifPresent(format -> {
            response.header("X-ClickHouse-Format", format.name());
            // Only what gives a result is for the client alone; an INSERT goes on without it.
            if (text.isReceived()) {
                watch(query);
            }
        });
        summarize(query.progress().counts());
    }

    private void write(byte[] bytes, RunningQuery query) throws IOException {
        if (bytes.length > 0) {
            summarize(query.progress().counts());
            body().write(bytes);
            unflushed = true;
        }
    }

    private void idle(Counts now, RequestText text) throws IOException {
        if (unflushed) {
            body().flush();
            unflushed = false;
        } else if (progress.isPresent() && isHeadOpen() && text.isReceived()) {
            progress.get().show(now);
        }
    }

    private void summarize(Counts now) {
        counts = Optional.of(now);
        if (isHeadOpen()) {
            response.headerFirst("X-ClickHouse-Summary", SummaryText.summary(now));
        }
    }

    /** Ends the reply properly. */
    void end() throws IOException {
        if (body != null) {
            body.close();
            body = null;
        } else {
            response.end();
        }
    }

    private boolean isHeadOpen() {
        return response.state() == State.NOTHING_SENT || response.state() == State.HEAD_OPEN;
    }

    private OutputStream body() throws IOException {
        if (body == null) {
            OutputStream chain = outlet;
            if (coding.isPresent()) {
                response.header("Content-Encoding", coding.get().coding().httpName());
                chain = coding.get().coding().encode(chain, coding.get().level());
            }
            body = framed ? new CompressedOutputStream(chain, Codecs.LZ4) : chain;
        }
        return body;
    }

    // ---- failure

    /** Says what went wrong: with a status if nothing of the body was sent yet, otherwise in a frame before a broken end. */
    void fail(DbException error) throws IOException {
        String text = introduction.isPresent() ? error.display(version) : withoutVersion(error);
        if (error.code() == ErrorCode.LOGICAL_ERROR) {
            LOG.error("Query {} failed", introduction.map(Introduction::queryId).orElse(""), error);
        } else {
            LOG.debug(
                    "Query {} failed: {}",
                    introduction.map(Introduction::queryId).orElse(""),
                    text);
        }
        if (isHeadOpen()) {
            failInHead(error, text);
        } else if (response.state() == State.BODY_OPEN) {
            failInBody(text);
        }
    }

    private void failInHead(DbException error, String text) throws IOException {
        abandonBody();
        response.reset();
        lines();
        int status = StatusOfError.of(error);
        if (response.state() == State.NOTHING_SENT) {
            response.status(status);
        }
        if (status == 401) {
            response.header("WWW-Authenticate", "Basic realm=\"ClickHouse server HTTP API\"");
        }
        counts.ifPresent(this::summarize);
        response.header(
                "X-ClickHouse-Exception-Code", Integer.toString(error.code().number()));
        response.header("Content-Type", TEXT);
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        if (coding.isEmpty() && !framed) {
            response.send(bytes);
        } else {
            body().write(bytes);
            end();
        }
    }

    private void failInBody(String text) throws IOException {
        body().flush();
        body().write(introduction.orElseThrow().frame().around(text));
        body().flush();
        abandonBody();
        response.breakBody();
    }

    private static String withoutVersion(DbException error) {
        String text = error.display("");
        return text.substring(0, text.lastIndexOf(" (version"));
    }

    /** Forgets what encoders hold and gives back their memory. */
    private void abandonBody() throws IOException {
        OutputStream abandoned = body;
        body = null;
        if (abandoned != null) {
            outlet.open = false;
            abandoned.close();
            outlet.open = true;
        }
    }

    @Override
    public void close() throws IOException {
        abandonBody();
    }

    /** Where encoders write; what they say while they are abandoned goes nowhere. */
    private static final class Outlet extends FilterOutputStream {
        private boolean open = true;

        Outlet(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            if (open) {
                out.write(value);
            }
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (open) {
                out.write(source, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (open) {
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (open) {
                out.close();
            }
        }
    }
}
