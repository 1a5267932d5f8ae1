package io.millrace.postgres;

import io.millrace.data.type.DataType;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.CatalogQuery;
import io.millrace.sql.ast.ParsedStatement;
import java.util.List;
import java.util.Optional;

/** A statement that is understood: what parameters it takes, what columns it gives, how it is carried out. Immutable. */
sealed interface Command {
    /** The parameters' types, first that of {@code $1}. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** The columns of its result; empty for a statement without rows. */
    default Optional<List<ResultColumn>> columns() {
        return Optional.empty();
    }

    /**
     * One parameter.
     *
     * @param wire what clients are told
     * @param type what its values become; empty for numbers whose digits decide
     */
    record Parameter(WireType wire, Optional<DataType> type) {}

    /** Nothing but blanks and comments. */
    record Empty() implements Command {}

    /** Something about the session. */
    record OfSession(SessionCommand session, Optional<List<ResultColumn>> columns, List<Parameter> parameters)
            implements Command {
        OfSession(SessionCommand session, Optional<List<ResultColumn>> columns) {
            this(session, columns, List.of());
        }
    }

    /** COPY in one direction or the other. */
    record Copying(CopyStatement copy) implements Command {}

    /**
     * What a statement does beside its change.
     *
     * @param returning the query for the rows that RETURNING asks for, run before the change
     * @param notices what was accepted and has no effect
     */
    record Effects(Optional<ParsedStatement> returning, List<String> notices) {}

    /**
     * A statement of the engine.
     *
     * @param text as the client has written it
     * @param tag how CommandComplete calls it, without counts
     * @param counting asks how many rows it will change
     * @param literals values of further parameters, which stand for literals of the statement
     */
    record OfEngine(
            ParsedStatement parsed,
            String text,
            String tag,
            Optional<ParsedStatement> counting,
            Effects effects,
            List<Parameter> parameters,
            List<ParameterValue> literals,
            Optional<List<ResultColumn>> columns)
            implements Command {}

    /** A question to the catalog. */
    record OfCatalog(CatalogQuery query, List<Parameter> parameters, Optional<List<ResultColumn>> columns)
            implements Command {}
}
