package io.millrace.http;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
    private @Nullable HeldBody held;
    private @Nullable Holding holding;
    private Optional<String> contentType = Optional.empty();
    private Map<String, String> moreLines = Map.of();
    private boolean stackTraces;
    private boolean unflushed;
    private Optional<Counts> counts = Optional.empty();
    /** The query that ends when the client does; several follow each other in one request. */
    private volatile @Nullable RunningQuery watched;

    private boolean watches = true;

    /** How the body is coded for HTTP. */
    record Coding(ContentCoding coding, int level) {}

    private record Holding(HeldBody.Amount amount, Vfs files, Path directory) {}

    private record Introduction(String queryId, String zone, ExceptionFrame frame) {}

    Reply(HttpExchange exchange, String displayName, String version) {
        this.exchange = exchange;
        this.response = exchange.response();
        this.displayName = displayName;
        this.version = version;
        this.outlet = new Outlet(response.body());
    }

    /** From now on the reply is that of a query: it says which, and errors say the server's version. {@code watched}: a SELECT ends when its client disconnects. */
    void introduce(String queryId, String zone, boolean watched) {
        watches = watched;
        introduction = Optional.of(new Introduction(queryId, zone, ExceptionFrame.random()));
        lines();
    }

    /** The id of the query that was introduced. */
    String queryId() {
        return introduction.orElseThrow().queryId();
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

    /** Holds the reply back before anything of it is sent. */
    void hold(HeldBody.Amount amount, Vfs files, Path directory) {
        holding = amount.isNothing() ? null : new Holding(amount, files, directory);
    }

    /** Header lines that the administrator or the client adds, and a type of content instead of the format's. */
    void add(Map<String, String> more, Optional<String> type) {
        moreLines = more;
        contentType = type;
        lines();
    }

    /** From now on errors say where in the server they came from. */
    void showStackTraces() {
        stackTraces = true;
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
        moreLines.forEach(response::header);
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
                    if (failed.inResult()) {
                        failInResult(failed.error());
                        return;
                    }
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
        if (watches && text.isReceived()) {
            boolean first = watched == null;
            watched = query;
            if (first) {
                exchange.onPeerGone(() -> Thread.ofVirtual().name("client gone").start(this::cancelLater));
            }
        }
    }

    private void cancelLater() {
        long end = System.nanoTime() + GONE_NANOS;
        for (long left = GONE_NANOS; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        RunningQuery query = watched;
        if (query != null) {
            query.cancel(CancelReason.CLIENT_GONE);
        }
    }

    private void start(ResultEvent.Started started, RunningQuery query, RequestText text) {
        // A second query of the same request finds the head sent, perhaps.
        if (isHeadOpen()) {
            response.header(
                    "Content-Type",
                    contentType
                            .or(() -> started.format().map(ResultEvent.FormatInfo::contentType))
                            .orElse(TEXT));
            started.format().ifPresent(format -> response.header("X-ClickHouse-Format", format.name()));
        }
        // Only what gives a result is for the client alone; an INSERT goes on without it.
        if (started.format().isPresent()) {
            watch(query, text);
        }
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
            held = null;
        } else {
            response.end();
        }
    }

    private boolean isHeadOpen() {
        return response.state() == State.NOTHING_SENT || response.state() == State.HEAD_OPEN;
    }

    private OutputStream body() throws IOException {
        if (body == null) {
            if (holding == null) {
                body = coded();
            } else {
                held = new HeldBody(this::coded, holding.amount(), holding.files(), holding.directory());
                body = held;
            }
        }
        return body;
    }

    /** The way through the codings to the client. */
    private OutputStream coded() throws IOException {
        OutputStream chain = outlet;
        if (coding.isPresent()) {
            response.header("Content-Encoding", coding.get().coding().httpName());
            chain = coding.get().coding().encode(chain, coding.get().level());
        }
        return framed ? new CompressedOutputStream(chain, Codecs.LZ4) : chain;
    }

    // ---- failure

    /** Says what went wrong: with a status if nothing of the body was sent yet, otherwise in a frame before a broken end. */
    void fail(DbException error) throws IOException {
        String text = ErrorText.of(error, version, introduction.isPresent(), stackTraces);
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

    /** The format has told the error, and its end is there; where it is not too late, the head tells it, too. */
    private void failInResult(DbException error) {
        if (isHeadOpen()) {
            if (response.state() == State.NOTHING_SENT) {
                response.status(StatusOfError.of(error));
            }
            response.header(
                    "X-ClickHouse-Exception-Code", Integer.toString(error.code().number()));
            counts.ifPresent(this::summarize);
        }
    }

    private void failInHead(DbException error, String text) throws IOException {
        abandonBody();
        holding = null;
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

    /** Forgets what encoders hold and gives back their memory. */
    private void abandonBody() throws IOException {
        OutputStream abandoned = body;
        HeldBody back = held;
        body = null;
        held = null;
        outlet.open = false;
        if (back != null) {
            back.discard();
        } else if (abandoned != null) {
            abandoned.close();
        }
        outlet.open = true;
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
