package io.millrace.app;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.engine.access.User;
import io.millrace.engine.query.QueryProgress;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.session.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Runs statements in an engine of this process, in one session. */
final class EngineBackend implements Backend {
    private final Wiring.Running running;
    private final Session session;
    private final Runnable afterwards;
    private volatile Optional<RunningQuery> current = Optional.empty();

    /**
     * @param afterwards what is left to do when the engine is closed
     */
    EngineBackend(Wiring.Running running, User user, Runnable afterwards) {
        this.running = running;
        this.session = running.engine().newSession(user);
        this.afterwards = afterwards;
    }

    @Override
    public Counts run(Request request, OutputStream out) throws IOException {
        try (RunningQuery query = running.engine().start(session, query(request, QueryRequest.Output.FORMATTED))) {
            current = Optional.of(query);
            while (true) {
                switch (query.next()) {
                    case ResultEvent.Bytes bytes -> out.write(bytes.bytes());
                    case ResultEvent.Failed failed -> throw failed.error();
                    case ResultEvent.Finished finished -> {
                        return counts(finished.counts());
                    }
                    case ResultEvent.Started started -> {}
                    case ResultEvent.Progress progress -> {}
                    case ResultEvent.Rows rows -> throw DbException.bug("Rows for a program that asked for bytes");
                    case ResultEvent.TotalRow row -> throw DbException.bug("Totals for a program that asked for bytes");
                }
            }
        } catch (DbException e) {
            throw StatementError.of(e);
        } finally {
            current = Optional.empty();
        }
    }

    private static QueryRequest query(Request request, QueryRequest.Output output) {
        byte[] text = request.text();
        ByteSource source;
        if (request.data().isPresent()) {
            byte[] head = Arrays.copyOf(text, text.length + 1);
            head[text.length] = '\n';
            source = ByteSource.of(head, 0, head.length, request.data().get());
        } else {
            source = ByteSource.of(text);
        }
        return new QueryRequest(
                Optional.empty(),
                source,
                request.settings(),
                request.parameters(),
                request.database(),
                Optional.of(request.format()),
                output,
                0,
                ClientFacts.LOCAL);
    }

    private static Counts counts(QueryProgress.Counts counts) {
        return new Counts(
                Math.max(counts.readRows(), counts.writtenRows()),
                Math.max(counts.readBytes(), counts.writtenBytes()),
                counts.totalRowsToRead(),
                counts.resultRows(),
                counts.memoryBytes());
    }

    @Override
    public Optional<Counts> progress() {
        return current.map(query -> {
            Counts counts = counts(query.progress().counts());
            return new Counts(
                    counts.rows(),
                    counts.bytes(),
                    counts.totalRows(),
                    counts.resultRows(),
                    query.memory().usedBytes());
        });
    }

    @Override
    public void cancel() {
        current.ifPresent(query -> query.cancel(CancelReason.KILLED));
    }

    @Override
    public void close() {
        running.shutdown(Duration.ZERO);
        afterwards.run();
    }
}
