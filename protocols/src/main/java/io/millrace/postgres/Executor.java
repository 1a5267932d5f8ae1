package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.column.LongColumn;
import io.millrace.engine.query.RunningQuery;
import io.millrace.planner.analyze.PositionalParameters;
import io.millrace.postgres.Portal.Bound;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Carries out commands and sends their results. */
final class Executor {
    private static final int[] TEXT = {};

    private final Client client;
    private final Replies replies;
    private final Compiler compiler;
    private final Copying copying;
    private final SessionCommands sessionCommands;

    Executor(Client client, Replies replies, Copying copying) {
        this.client = client;
        this.replies = replies;
        this.compiler = new Compiler(client);
        this.copying = copying;
        this.sessionCommands = new SessionCommands(client, replies, this);
    }

    Compiler compiler() {
        return compiler;
    }

    /**
     * Runs a statement of a simple query to its end.
     */
    void simple(String text) throws IOException {
        Command command = compiler.compile(text, List.of());
        if (!command.parameters().isEmpty()) {
            throw new PgError("42P02", "there is no parameter $1");
        }
        try (Portal portal = new Portal(new Bound(command, List.of()), TEXT, false)) {
            run(portal, Long.MAX_VALUE, true);
        }
    }

    /**
     * Runs a portal, or goes on with it.
     *
     * @param most rows to send at most
     * @param describe whether the columns are described first, as simple queries do
     */
    void run(Portal portal, long most, boolean describe) throws IOException {
        Command command = portal.command();
        if (portal.isDone()) {
            again(command);
            return;
        }
        switch (command) {
            case Command.Empty e -> replies.writer().empty('I');
            case Command.OfSession session -> {
                sessionCommands.run(session, portal, describe);
                portal.finish();
            }
            case Command.Copying copy -> {
                copying.run(copy.copy(), compiler, this);
                portal.finish();
            }
            case Command.OfEngine query -> rows(portal, query.tag(), most, describe);
            case Command.OfCatalog query -> rows(portal, "SELECT", most, describe);
        }
    }

    private void again(Command command) throws IOException {
        if (command.columns().isEmpty()) {
            throw new PgError("55000", "portal \"\" cannot be run");
        }
        replies.complete("SELECT 0");
    }

    private void rows(Portal portal, String tag, long most, boolean describe) throws IOException {
        boolean first = !portal.isStarted();
        if (first && portal.command().columns().isPresent() && describe) {
            replies.rowDescription(portal.command().columns().get(), i -> 0);
        }
        if (first && portal.command() instanceof Command.OfEngine query) {
            for (String notice : query.effects().notices()) {
                replies.notice(notice);
            }
        }
        open(portal);
        Portal.Fetched fetched = portal.fetch(most, Optional.of(replies.writer()));
        if (portal.command().columns().isEmpty()) {
            client.transaction().changed();
            replies.complete(
                    switch (tag) {
                        case "INSERT" -> "INSERT 0 " + portal.written();
                        case "UPDATE", "DELETE" -> tag + " " + portal.written();
                        default -> tag;
                    });
        } else if (fetched.more()) {
            replies.writer().empty('s');
        } else {
            replies.complete(
                    switch (tag) {
                        case "EXPLAIN" -> tag;
                        case "INSERT" -> "INSERT 0 " + fetched.count();
                        default -> tag + " " + fetched.count();
                    });
        }
    }

    /** Starts a portal's statement if it has not been started. */
    void open(Portal portal) {
        if (!portal.isStarted()) {
            portal.start(source(portal.command(), portal.values()), client.wireOptions());
        }
    }

    /** The rows of a statement. */
    RowSource source(Command command, List<ParameterValue> values) {
        return switch (command) {
            case Command.OfEngine query
            when query.effects().returning().isPresent() ->
                returning(query, query.effects().returning().get(), values);
            case Command.OfEngine query -> {
                Optional<Long> changing = query.counting().map(q -> count(query, q, values));
                EngineRows rows = engine(query, query.parsed(), values);
                yield changing.<RowSource>map(n -> new Changed(rows, n)).orElse(rows);
            }
            case Command.OfCatalog query -> catalog(query, values);
            default -> throw new DbException(ErrorCode.NOT_IMPLEMENTED, "This statement gives no rows");
        };
    }

    /** The rows that RETURNING asks for, read before the change and given behind it. */
    private RowSource returning(Command.OfEngine query, ParsedStatement returning, List<ParameterValue> values) {
        List<Block> blocks = new ArrayList<>();
        try (EngineRows rows = engine(query, returning, values)) {
            for (Optional<Block> block = rows.next(); block.isPresent(); block = rows.next()) {
                blocks.add(block.get());
            }
        }
        try (EngineRows change = engine(query, query.parsed(), values)) {
            while (change.next().isPresent()) {}
        }
        client.transaction().changed();
        return RowSource.of(blocks);
    }

    private long count(Command.OfEngine query, ParsedStatement counting, List<ParameterValue> values) {
        try (EngineRows rows = engine(query, counting, values)) {
            long count = 0;
            for (Optional<Block> block = rows.next(); block.isPresent(); block = rows.next()) {
                count = ((LongColumn) block.get().column(0)).values()[0];
            }
            return count;
        }
    }

    /** A statement that changes rows which have been counted before. */
    private record Changed(EngineRows rows, long written) implements RowSource {
        @Override
        public Optional<Block> next() {
            return rows.next();
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    private EngineRows engine(Command.OfEngine query, ParsedStatement parsed, List<ParameterValue> values) {
        byte[] text = Compiler.bytes(query.text());
        boolean inline =
                parsed.statement() instanceof Statement.Insert insert && insert.source() instanceof Statement.FromData;
        int data = inline ? parsed.end() : text.length;
        RunningQuery running = client.engine()
                .start(
                        client.session(),
                        client.request(text, data),
                        parsed,
                        query.text(),
                        PositionalParameters.of(Stream.concat(values.stream(), query.literals().stream())
                                .map(ParameterValue::constant)
                                .toList()),
                        begun -> client.runs(Optional.of(begun)));
        return new EngineRows(running, client::runs);
    }

    private RowSource catalog(Command.OfCatalog query, List<ParameterValue> values) {
        List<Optional<String>> texts =
                values.stream().map(v -> v.text(client.wireOptions())).toList();
        Block block = query.query().run(texts, new Catalogs(client).context());
        return RowSource.of(List.of(block));
    }

    /** Rows made here, for SHOW and the like. */
    void answer(Portal portal, Block block, boolean describe, String tag) throws IOException {
        if (describe) {
            replies.rowDescription(portal.command().columns().orElse(List.of()), i -> 0);
        }
        portal.start(RowSource.of(List.of(block)), client.wireOptions());
        portal.fetch(Long.MAX_VALUE, Optional.of(replies.writer()));
        replies.complete(tag);
    }
}
