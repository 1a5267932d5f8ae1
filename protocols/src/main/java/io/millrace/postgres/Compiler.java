package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.engine.Engine;
import io.millrace.engine.query.QuerySettings;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.CatalogQuery;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        String rewritten = ForeignStatements.rewrite(text, dialect);
        boolean insert = new Words(rewritten, dialect).word().equals("INSERT");
        long most = client.session().settings().get(QuerySettings.MAX_QUERY_SIZE);
        if (!insert && rewritten.length() > most) {
            throw new DbException(
                    ErrorCode.SYNTAX_ERROR, "The statement is longer than max_query_size (" + most + " bytes)");
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
        boolean withoutEngine = !rewritten.equals(text);
        if (withoutEngine && parsed.statement() instanceof CreateStatement.CreateTable table) {
            parsed = new ParsedStatement(NullableColumns.of(table), parsed.output(), parsed.end());
        }
        return ofEngine(parsed, text, rewritten, declared);
    }

    private ParsedStatement parse(String text, Dialect dialect) {
        return Parser.parse(text, ParserOptions.DEFAULT.withDialect(dialect));
    }

    private Command ofEngine(ParsedStatement written, String original, String text, List<Optional<WireType>> declared) {
        Statement read = new TargetLiterals(client).read(written.statement());
        ParameterCount own = new ParameterCount(declared.size());
        own.statement(read);
        MomentLiterals moments = new MomentLiterals(own.count());
        Statement translated = moments.statement(
                new Translation(client.variables(), client.wireOptions()).statement(read));
        Optional<RowChange> change = RowChange.of(translated);
        ParsedStatement parsed = with(written, change.map(RowChange::mutation).orElse(translated));
        ParsedStatement typing = with(written, change.map(RowChange::typing).orElse(translated));
        List<Optional<DataType>> types =
                declared.stream().map(d -> d.map(ParameterTypes::ours)).toList();
        Engine.Prepared prepared =
                client.engine().prepare(client.session(), client.request(new byte[0], 0), typing, types);
        List<Command.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < own.count(); i++) {
            Optional<WireType> chosen = i < declared.size() ? declared.get(i) : Optional.empty();
            Optional<DataType> found =
                    i < prepared.parameters().size() ? prepared.parameters().get(i) : Optional.empty();
            parameters.add(parameter(i, chosen, found));
        }
        List<ParameterValue> literals = new ArrayList<>();
        for (int i = 0; i < moments.texts().size(); i++) {
            DataType type = prepared.parameters().get(own.count() + i).orElse(Types.STRING);
            byte[] moment = bytes(moments.texts().get(i));
            Command.Parameter parameter = new Command.Parameter(WireType.of(type), Optional.of(type));
            literals.add(ParameterValue.read(parameter, 0, moment, 0, moment.length, client.wireOptions()));
        }
        Header header = prepared.header();
        boolean rows = change.isEmpty() && header.width() > 0;
        Optional<List<ResultColumn>> columns =
                rows ? Optional.of(ResultShape.of(header, written.statement(), translated)) : Optional.empty();
        return new Command.OfEngine(
                parsed,
                text,
                CommandTags.of(parsed, original, client.dialect(), rows),
                change.map(c -> with(written, c.counting())),
                parameters,
                literals,
                columns);
    }

    /** Counts the parameters {@code $1}, {@code $2}, ... of a statement. */
    private static final class ParameterCount extends TreeMapper {
        private int count;

        ParameterCount(int declared) {
            count = declared;
        }

        @Override
        Expr parameter(Expr.QueryParameter parameter) {
            if (parameter.type().isEmpty()) {
                count = Math.max(count, Integer.parseInt(parameter.name()));
            }
            return parameter;
        }

        int count() {
            return count;
        }
    }

    private static ParsedStatement with(ParsedStatement written, Statement statement) {
        return new ParsedStatement(statement, written.output(), written.end());
    }

    private static Command.Parameter parameter(int index, Optional<WireType> chosen, Optional<DataType> found) {
        if (chosen.isPresent()) {
            boolean open =
                    chosen.get().type() == PgType.NUMERIC && !chosen.get().array();
            return new Command.Parameter(
                    chosen.get(), open ? Optional.empty() : Optional.of(ParameterTypes.ours(chosen.get())));
        }
        DataType type = found.orElseThrow(
                () -> new PgError("42P18", "could not determine data type of parameter $" + (index + 1)));
        return new Command.Parameter(WireType.of(type), Optional.of(type));
    }

    /** The bytes of a statement with data behind it, for the engine to read the data from. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
