package io.millrace.postgres;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Patience;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.pipeline.run.Reservation;
import io.millrace.postgres.CopyStatement.Format;
import io.millrace.sql.ast.TableName;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries out COPY: the data goes through the same connection, between two commands. */
final class Copying {
    private static final Duration CANCEL_CHECK = Duration.ofMillis(200);

    private final Client client;
    private final Connection connection;
    private final MessageReader in;
    private final Rules rules;
    private final Replies replies;

    /**
     * How messages with data are read.
     *
     * @param stalled how long one may lack bytes without any arriving
     */
    record Rules(MessageReader.Limits limits, Duration stalled) {}

    Copying(Client client, Connection connection, MessageReader in, Rules rules, Replies replies) {
        this.client = client;
        this.connection = connection;
        this.in = in;
        this.rules = rules;
        this.replies = replies;
    }

    void run(CopyStatement copy, Compiler compiler, Executor executor) throws IOException {
        if (copy.in()) {
            in(copy);
        } else {
            out(copy, compiler, executor);
        }
    }

    // ---- TO STDOUT

    private void out(CopyStatement copy, Compiler compiler, Executor executor) throws IOException {
        String text = copy.query().orElseGet(() -> select(copy));
        Command query = compiler.query(text, List.of());
        List<ResultColumn> columns = query.columns()
                .orElseThrow(() -> new PgError(SqlState.NOT_SUPPORTED, "COPY takes a query that gives rows"));
        try (RowSource rows = executor.source(query, List.of())) {
            CopyOut copyOut = new CopyOut(copy.options(), columns, client, replies.writer());
            replies.copyResponse('H', copy.options().format() == Format.BINARY, columns.size());
            long count = copyOut.send(rows);
            replies.writer().empty('c');
            replies.complete("COPY " + count);
        }
    }

    private static String select(CopyStatement copy) {
        String columns = copy.columns().isEmpty()
                ? "*"
                : copy.columns().stream().map(Copying::quoted).collect(Collectors.joining(", "));
        TableName table = copy.table().orElseThrow();
        return "SELECT " + columns + " FROM "
                + table.database().map(d -> quoted(d) + ".").orElse("")
                + quoted(table.table());
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    // ---- FROM STDIN

    private void in(CopyStatement copy) throws IOException {
        BlockQueue queue = new BlockQueue(client.memory());
        TableName table = copy.table().orElseThrow();
        RunningQuery insert = client.engine()
                .startInsert(
                        client.session(),
                        client.request(new byte[0], 0),
                        "COPY " + table + " FROM STDIN",
                        table,
                        copy.columns(),
                        queue);
        client.runs(Optional.of(insert));
        boolean fine = false;
        try {
            Header header = header(insert);
            CopyRows rows = new CopyRows(
                    copy.options(), table.toString(), header, client.wireOptions(), new Reservation(insert.memory()));
            replies.copyResponse('G', copy.options().format() == Format.BINARY, header.width());
            replies.writer().flush();
            receive(rows, queue, insert);
            queue.end();
            finish(insert);
            fine = true;
            client.transaction().changed();
            replies.complete("COPY " + rows.count());
        } finally {
            if (!fine) {
                queue.abort();
            }
            insert.close();
            client.runs(Optional.empty());
        }
    }

    private static Header header(RunningQuery insert) {
        return switch (insert.next()) {
            case ResultEvent.Started started -> started.header();
            case ResultEvent.Failed failed -> throw failed.error();
            default -> throw new IllegalStateException("an INSERT begins with its columns");
        };
    }

    private static void finish(RunningQuery insert) {
        while (true) {
            switch (insert.next()) {
                case ResultEvent.Failed failed -> throw failed.error();
                case ResultEvent.Finished f -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void receive(CopyRows rows, BlockQueue queue, RunningQuery insert) throws IOException {
        while (true) {
            int type = nextMessage();
            switch (type) {
                case 'd' -> {
                    rows.add(in.bytes(), in.position(), in.remaining());
                    pass(rows, queue, insert, false);
                }
                case 'c' -> {
                    rows.finish();
                    pass(rows, queue, insert, true);
                    return;
                }
                case 'f' -> throw new PgError(SqlState.CANCELED, "COPY from stdin failed: " + in.string());
                // sent behind an Execute by clients that do not know yet that data is wanted
                case 'H', 'S' -> {}
                case -1, 'X' -> throw new IOException("the client left during COPY");
                default -> throw lost(type);
            }
        }
    }

    private PgError lost(int type) throws IOException {
        replies.error(new PgError(
                SqlState.PROTOCOL_VIOLATION,
                "unexpected message type 0x" + Integer.toHexString(type) + " during COPY from stdin"));
        return PgError.fatal(
                SqlState.PROTOCOL_VIOLATION, "terminating connection because protocol synchronization was lost");
    }

    /** The next message; a cancel request is noticed while the client sends nothing. */
    private int nextMessage() throws IOException {
        while (connection.input().available() == 0) {
            if (client.isCancelled()) {
                throw new PgError(SqlState.CANCELED, "canceling statement due to user request");
            }
            connection.input().patience(Patience.until(CANCEL_CHECK));
            try {
                if (connection.input().peek(1).length == 0) {
                    return -1;
                }
            } catch (SocketTimeoutException nothingYet) {
                // look again whether the client has cancelled
            }
        }
        connection.input().patience(Patience.each(rules.stalled()));
        int type = in.next(rules.limits());
        in.body();
        return type;
    }

    private void pass(CopyRows rows, BlockQueue queue, RunningQuery insert, boolean all) {
        Optional<Block> block = rows.take(all);
        if (block.isEmpty()) {
            return;
        }
        while (!queue.offer(block.get())) {
            if (insert.next(Duration.ZERO) instanceof ResultEvent.Failed failed) {
                throw failed.error();
            }
        }
    }
}
