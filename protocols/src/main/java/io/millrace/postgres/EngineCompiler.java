package io.millrace.postgres;

import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.engine.Engine;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a statement of the engine means in a client's session: its parameters and columns, and what is run for it. */
final class EngineCompiler {
    /** What behind EXPLAIN asks for one of the engine's own forms. */
    private static final Set<String> EXPLAIN_FORMS =
            Set.of("PLAN", "AST", "SYNTAX", "PIPELINE", "ESTIMATE", "QUERY", "CURRENT", "TABLE");

    private final Client client;

    EngineCompiler(Client client) {
        this.client = client;
    }

    /**
     * @param original as the client has written it
     * @param foreign in the engine's words, from which the statement was read
     */
    Command compile(ParsedStatement written, String original, Rewritten foreign, List<Optional<WireType>> chosen) {
        TargetTables targets = new TargetTables(client);
        Statement read = new TargetLiterals(targets, client.wireOptions()).read(written.statement());
        Optional<Statement.SelectStatement> returning =
                foreign.returning().map(list -> new Returning(targets, client.dialect()).query(list, read));
        ParameterUses own = new ParameterUses(chosen);
        own.statement(read);
        returning.ifPresent(own::statement);
        List<Optional<WireType>> declared = own.types();
        UntypedLiterals untyped = new UntypedLiterals(declared.size());
        Statement mapped = translation().statement(read);
        // what is kept in a definition has no parameters
        Statement translated = mapped instanceof CreateStatement ? mapped : untyped.statement(mapped);
        Optional<RowChange> change = RowChange.of(translated);
        ParsedStatement parsed = with(written, change.map(RowChange::mutation).orElse(translated));
        ParsedStatement typing = with(written, change.map(RowChange::typing).orElse(translated));
        List<Optional<DataType>> types =
                declared.stream().map(d -> d.map(ParameterTypes::ours)).toList();
        Engine.Prepared prepared = prepare(typing, types);
        List<Command.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            Optional<DataType> found =
                    i < prepared.parameters().size() ? prepared.parameters().get(i) : Optional.empty();
            parameters.add(parameter(i, declared.get(i), found));
        }
        Header header = prepared.header();
        boolean rows = change.isEmpty() && header.width() > 0;
        Optional<List<ResultColumn>> columns =
                rows ? Optional.of(columns(header, written.statement(), translated, original)) : Optional.empty();
        Optional<Statement> returned =
                returning.map(r -> untyped.statement(translation().statement(r)));
        if (returned.isPresent()) {
            Header given = prepare(with(written, returned.get()), prepared.parameters())
                    .header();
            columns = Optional.of(ResultShape.of(given, returning.get(), returned.get()));
        }
        return new Command.OfEngine(
                parsed,
                foreign.text(),
                CommandTags.of(parsed, original, client.dialect(), rows),
                returned.isPresent() ? Optional.empty() : change.map(c -> with(written, c.counting())),
                new Command.Effects(returned.map(r -> with(written, r)), foreign.notices()),
                parameters,
                literals(untyped.texts(), prepared.parameters(), declared.size()),
                columns);
    }

    private Translation translation() {
        return new Translation(client.variables(), client.wireOptions());
    }

    private Engine.Prepared prepare(ParsedStatement statement, List<Optional<DataType>> types) {
        return client.engine().prepare(client.session(), client.request(new byte[0], 0), statement, types);
    }

    private List<ResultColumn> columns(Header header, Statement written, Statement translated, String original) {
        List<ResultColumn> columns = ResultShape.of(header, written, translated);
        Words words = new Words(original, client.dialect());
        boolean plan = written instanceof Statement.Explain && !EXPLAIN_FORMS.contains(words.wordAt(1));
        return plan && columns.size() == 1
                ? List.of(new ResultColumn(
                        "QUERY PLAN",
                        columns.getFirst().type(),
                        columns.getFirst().wire()))
                : columns;
    }

    private List<ParameterValue> literals(List<String> texts, List<Optional<DataType>> types, int from) {
        List<ParameterValue> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            DataType type = from + i < types.size() ? types.get(from + i).orElse(Types.STRING) : Types.STRING;
            byte[] text = Compiler.bytes(texts.get(i));
            Command.Parameter parameter = new Command.Parameter(WireType.of(type), Optional.of(type));
            values.add(ParameterValue.read(parameter, 0, text, 0, text.length, client.wireOptions()));
        }
        return values;
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
}
