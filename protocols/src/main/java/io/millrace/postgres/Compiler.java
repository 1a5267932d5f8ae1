package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.data.type.Types;
import io.millrace.engine.query.QuerySettings;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.CatalogQuery;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds out what a text means in a client's session: which way it goes, its parameters, its columns. */
final class Compiler {
    private static final ResultColumn SHOW_NAME = text("name");

    private final Client client;

    Compiler(Client client) {
        this.client = client;
    }

    private static ResultColumn text(String name) {
        return new ResultColumn(name, Types.STRING, WireType.TEXT);
    }

    /**
     * @param declared types of parameters that the client has chosen
     */
    Command compile(String text, List<Optional<WireType>> declared) {
        Dialect dialect = client.dialect();
        if (Script.statements(text, dialect).isEmpty()) {
            return new Command.Empty();
        }
        Optional<SessionCommand> session = SessionGrammar.read(text, dialect, client.variables());
        if (session.isPresent()) {
            checkFailed(session.get());
            return ofSession(session.get(), declared);
        }
        checkFailed(new SessionCommand.Nothing(""));
        Optional<CopyStatement> copy = CopyGrammar.read(text, dialect);
        return copy.isPresent() ? new Command.Copying(copy.get()) : query(text, declared);
    }

    /**
     * Checks that a statement can be read. PostgreSQL does so with all statements of a simple query before it runs any of them.
     *
     * @throws DbException for one that cannot be read
     */
    void checkSyntax(String text) {
        Dialect dialect = client.dialect();
        if (SessionGrammar.read(text, dialect, client.variables()).isEmpty()
                && CopyGrammar.read(text, dialect).isEmpty()) {
            parse(ForeignStatements.rewrite(text, dialect).text(), dialect);
        }
    }

    /** In a failed transaction only its end is understood. */
    private void checkFailed(SessionCommand command) {
        boolean ends = command instanceof SessionCommand.Commit
                || command instanceof SessionCommand.Rollback
                || command instanceof SessionCommand.RollbackTo;
        if (client.transaction().isFailed() && !ends) {
            throw new PgError(
                    SqlState.FAILED_TRANSACTION,
                    "current transaction is aborted, commands ignored until end of transaction block");
        }
    }

    private Command ofSession(SessionCommand command, List<Optional<WireType>> declared) {
        return switch (command) {
            case SessionCommand.Show show -> new Command.OfSession(show, Optional.of(List.of(shown(show.name()))));
            case SessionCommand.ShowAll all ->
                new Command.OfSession(all, Optional.of(List.of(SHOW_NAME, text("setting"), text("description"))));
            case SessionCommand.Fetch fetch
            when !fetch.move() -> {
                Optional<List<ResultColumn>> columns = client.portals()
                        .find(fetch.cursor())
                        .flatMap(p -> p.command().columns());
                yield new Command.OfSession(fetch, columns);
            }
            case SessionCommand.Execute execute ->
                new Command.OfSession(
                        execute, client.prepared().get(execute.name()).command().columns());
            case SessionCommand.Declare declare -> {
                Command query = query(declare.query(), declared);
                yield new Command.OfSession(declare, Optional.empty(), query.parameters());
            }
            default -> new Command.OfSession(command, Optional.empty());
        };
    }

    private ResultColumn shown(String name) {
        return text(client.variables().canonical(name).orElse(name));
    }

    /** A statement that the engine or the catalog answers. */
    Command query(String text, List<Optional<WireType>> declared) {
        Dialect dialect = client.dialect();
        Rewritten foreign = ForeignStatements.rewrite(text, dialect);
        String rewritten = foreign.text();
        boolean insert = new Words(rewritten, dialect).word().equals("INSERT");
        long most = client.session().settings().get(QuerySettings.MAX_QUERY_SIZE);
        if (!insert && rewritten.length() > most) {
            throw new PgError(SqlState.TOO_LONG, "the statement has more than max_query_size (" + most + ") bytes");
        }
        ParsedStatement parsed = parse(rewritten, dialect);
        if (parsed.statement() instanceof Statement.SelectStatement select
                && CatalogQuery.takes(select.query(), client.session()::temporaryTable)) {
            CatalogQuery query = CatalogQuery.bind(select.query(), new Catalogs(client).context(), declared);
            List<Command.Parameter> parameters = query.parameters().stream()
                    .map(wire -> new Command.Parameter(wire, Optional.of(ParameterTypes.ofCatalog(wire))))
                    .toList();
            List<ResultColumn> columns = query.columns().stream()
                    .map(c -> new ResultColumn(c.name(), c.data(), c.wire()))
                    .toList();
            return new Command.OfCatalog(query, parameters, Optional.of(columns));
        }
        if (foreign.withoutEngine() && parsed.statement() instanceof CreateStatement.CreateTable table) {
            parsed = new ParsedStatement(
                    NullableColumns.of(table, new Translation(client.variables(), client.wireOptions())),
                    parsed.output(),
                    parsed.end());
        }
        return new EngineCompiler(client).compile(parsed, text, foreign, declared);
    }

    private ParsedStatement parse(String text, Dialect dialect) {
        return Parser.parse(text, ParserOptions.DEFAULT.withDialect(dialect));
    }

    /** The bytes of a statement with data behind it, for the engine to read the data from. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
