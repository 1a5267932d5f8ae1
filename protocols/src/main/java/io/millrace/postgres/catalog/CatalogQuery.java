package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.type.DataType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query about the catalog, bound: what parameters it takes, what columns it gives. */
public final class CatalogQuery {
    private final QueryPlan plan;
    private final List<WireType> parameters;
    private final List<Column> columns;

    /**
     * A column of the result.
     *
     * @param data how its values lie in the block
     * @param wire how clients see it
     */
    public record Column(String name, DataType data, WireType wire) {}

    private CatalogQuery(QueryPlan plan, List<WireType> parameters) {
        this.plan = plan;
        this.parameters = parameters;
        this.columns = QueryBinder.known(plan.columns()).stream()
                .map(f -> new Column(f.name(), Results.dataType(f.type()), f.type()))
                .toList();
    }

    /**
     * Whether a query is one for the catalog: it reads a relation of it, or reads nothing and calls only its functions.
     *
     * @param temporary the session's temporary tables, which come before the catalog's
     */
    public static boolean takes(Query query, Function<String, Optional<io.millrace.catalog.table.Table>> temporary) {
        Mentions mentions = Mentions.of(query);
        if (mentions.otherTables()) {
            return false;
        }
        return mentions.catalogTables()
                        && mentions.tables().stream()
                                .allMatch(t -> temporary.apply(t).isEmpty())
                || mentions.isOnlyFunctions();
    }

    /** The relation that a name means, if it is one of the catalog. */
    static Optional<Relation> relation(TableName name) {
        return name.database().isPresent()
                ? Relations.find(name.database().get(), name.table())
                : Relations.findUnqualified(name.table());
    }

    /**
     * Binds a query.
     *
     * @param declared types of parameters that the client has chosen
     */
    public static CatalogQuery bind(Query query, CatalogSession session, List<Optional<WireType>> declared) {
        Parameters parameters = new Parameters(declared);
        QueryPlan plan = new QueryBinder(parameters, Map.of()).bind(query, null);
        return new CatalogQuery(plan, parameters.types());
    }

    public List<Column> columns() {
        return columns;
    }

    /** The types of the parameters, first that of {@code $1}. */
    public List<WireType> parameters() {
        return parameters;
    }

    /**
     * Runs it.
     *
     * @param values of the parameters as texts; empty for NULL
     */
    public Block run(List<Optional<String>> values, CatalogSession session) {
        List<@Nullable Object> typed = new ArrayList<>();
        Execution execution = new Execution(session, typed);
        if (values.size() < parameters.size()) {
            throw new DbException(ErrorCode.UNKNOWN_QUERY_PARAMETER, "there is no parameter $" + (values.size() + 1));
        }
        for (int i = 0; i < parameters.size(); i++) {
            typed.add(Casts.cast(values.get(i).orElse(null), Binder.UNKNOWN, parameters.get(i), execution));
        }
        List<@Nullable Object[]> rows = plan.rows(new Frame(new Object[0], null, execution), Integer.MAX_VALUE);
        return Results.block(columns, rows, execution);
    }
}
