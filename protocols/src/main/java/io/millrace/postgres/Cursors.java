package io.millrace.postgres;

import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.Portal.Bound;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Carries out the statements about cursors. */
final class Cursors {
    private final Client client;
    private final Replies replies;
    private final Executor executor;

    Cursors(Client client, Replies replies, Executor executor) {
        this.client = client;
        this.replies = replies;
        this.executor = executor;
    }

    void declare(SessionCommand.Declare declare, Portal outer) throws IOException {
        if (!declare.hold()) {
            client.transaction().need("DECLARE CURSOR");
        }
        Command query = executor.compiler()
                .query(
                        declare.query(),
                        outer.values().stream()
                                .map(v -> Optional.of(WireType.of(v.type())))
                                .toList());
        if (query.columns().isEmpty()) {
            throw new PgError(SqlState.SYNTAX, "a cursor needs a query that gives rows");
        }
        Portal cursor = new Portal(new Bound(query, outer.values()), declare);
        client.portals().add(declare.name(), cursor);
        try {
            executor.open(cursor);
        } catch (RuntimeException e) {
            client.portals().remove(declare.name());
            throw e;
        }
        replies.complete("DECLARE CURSOR");
    }

    /** {@code FETCH} and {@code MOVE}. */
    void fetch(SessionCommand.Fetch fetch, boolean describe) throws IOException {
        Portal cursor = client.portals().get(fetch.cursor(), "cursor");
        if (cursor.scroll().isEmpty() && !goesForward(fetch)) {
            throw new PgError("55000", "cursor can only scan forward")
                    .withHint("Declare it with SCROLL option to enable backward scan.");
        }
        Optional<MessageWriter> out = fetch.move() ? Optional.empty() : Optional.of(replies.writer());
        if (describe && !fetch.move()) {
            replies.rowDescription(cursor.command().columns().orElse(List.of()), cursor::format);
        }
        long count = 0;
        if (!cursor.isDone()) {
            executor.open(cursor);
            count = cursor.scroll().isPresent()
                    ? cursor.scroll().get().fetch(fetch.direction(), fetch.count(), out)
                    : forward(cursor, fetch, out);
        }
        replies.complete((fetch.move() ? "MOVE " : "FETCH ") + count);
    }

    private static boolean goesForward(SessionCommand.Fetch fetch) {
        return switch (fetch.direction()) {
            case FORWARD -> fetch.count().orElse(1) >= 0;
            case RELATIVE -> fetch.count().orElse(1) > 0;
            case BACKWARD, ABSOLUTE -> false;
        };
    }

    private static long forward(Portal cursor, SessionCommand.Fetch fetch, Optional<MessageWriter> out)
            throws IOException {
        long rows = fetch.count().orElse(Long.MAX_VALUE);
        if (fetch.direction() == SessionCommand.Direction.RELATIVE) {
            cursor.fetch(rows - 1, Optional.empty());
            rows = 1;
        }
        return cursor.isDone() ? 0 : cursor.fetch(rows, out).count();
    }

    void close(SessionCommand.Close close) throws IOException {
        if (close.cursor().isEmpty()) {
            client.portals().clear();
            replies.complete("CLOSE CURSOR ALL");
            return;
        }
        client.portals().get(close.cursor().get(), "cursor");
        client.portals().remove(close.cursor().get());
        replies.complete("CLOSE CURSOR");
    }
}
