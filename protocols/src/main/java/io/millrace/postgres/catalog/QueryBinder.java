package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds whole queries; one for each level of WITH. */
final class QueryBinder {
    private final Parameters parameters;
    private final Map<String, QueryPlan> commonTables;

    QueryBinder(Parameters parameters, Map<String, QueryPlan> commonTables) {
        this.parameters = parameters;
        this.commonTables = commonTables;
    }

    Parameters parameters() {
        return parameters;
    }

    QueryPlan inner(Query query, @Nullable Scope outer) {
        return bind(query, outer);
    }

    QueryPlan bind(Query query, @Nullable Scope outer) {
        return switch (query) {
            case Query.Select select -> select(select, outer);
            case Query.Combined combined -> combined(combined, outer);
        };
    }

    private QueryPlan combined(Query.Combined combined, @Nullable Scope outer) {
        List<Query> queries = new ArrayList<>(combined.queries());
        if (queries.getFirst() instanceof Query.Select first && !first.with().isEmpty()) {
            // WITH in front of a UNION belongs to all of it
            QueryBinder inside = withTables(first, outer);
            queries.set(0, first.withoutNames());
            return inside.combined(new Query.Combined(combined.position(), combined.operator(), queries), outer);
        }
        List<QueryPlan> plans = queries.stream().map(q -> bind(q, outer)).toList();
        return new CombinedPlan(combined.operator(), plans);
    }

    private QueryPlan select(Query.Select select, @Nullable Scope outer) {
        if (!select.with().isEmpty()) {
            return withTables(select, outer).select(select.withoutNames(), outer);
        }
        Scope scope = new Scope(outer);
        Binder binder = new Binder(this, scope);
        Joins from = select.from().isPresent()
                ? new FromBinder(this, scope, binder).bind(select.from().get())
                : new Joins(List.of(), List.of(), 0);
        return SelectPlan.bind(select, scope, binder, from);
    }

    private QueryBinder withTables(Query.Select select, @Nullable Scope outer) {
        Map<String, QueryPlan> tables = new HashMap<>(commonTables);
        QueryBinder inside = new QueryBinder(parameters, tables);
        for (Query.With with : select.with()) {
            if (!(with instanceof Query.WithQuery table)) {
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "WITH takes queries here");
            }
            tables.put(table.name().toLowerCase(java.util.Locale.ROOT), inside.table(table, select.recursive(), outer));
        }
        return inside;
    }

    private QueryPlan table(Query.WithQuery table, boolean recursive, @Nullable Scope outer) {
        boolean refersToItself = recursive && table.query() instanceof Query.Combined;
        if (!refersToItself) {
            return renamed(bind(table.query(), outer), table.columns());
        }
        Query.Combined combined = (Query.Combined) table.query();
        QueryPlan first = renamed(bind(combined.queries().getFirst(), outer), table.columns());
        RecursivePlan.Working working = new RecursivePlan.Working(first.columns());
        Map<String, QueryPlan> tables = new HashMap<>(commonTables);
        tables.put(table.name().toLowerCase(java.util.Locale.ROOT), working);
        QueryBinder inside = new QueryBinder(parameters, tables);
        List<QueryPlan> steps = combined.queries().stream()
                .skip(1)
                .map(q -> inside.bind(q, outer))
                .toList();
        return new RecursivePlan(first, steps, working, combined.operator() == Query.Operator.UNION_ALL);
    }

    static QueryPlan renamed(QueryPlan plan, List<String> names) {
        if (names.isEmpty()) {
            return plan;
        }
        List<Scope.Field> fields = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            Scope.Field field = plan.columns().get(i);
            fields.add(new Scope.Field(i < names.size() ? names.get(i) : field.name(), field.type()));
        }
        return new RenamedPlan(plan, fields);
    }

    Optional<QueryPlan> commonTable(FromItem.Table table) {
        return table.name().database().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(commonTables.get(table.name().table().toLowerCase(java.util.Locale.ROOT)));
    }

    /** Types of no kind yet become text at the end. */
    static List<Scope.Field> known(List<Scope.Field> fields) {
        return fields.stream()
                .map(f -> f.type().type() == PgType.UNKNOWN
                        ? new Scope.Field(
                                f.name(), new WireType(PgType.TEXT, f.type().array(), -1))
                        : f)
                .toList();
    }

    /** The same rows under other names. */
    private record RenamedPlan(QueryPlan plan, List<Scope.Field> columns) implements QueryPlan {
        @Override
        public boolean isCorrelated() {
            return plan.isCorrelated();
        }

        @Override
        public List<@Nullable Object[]> rows(Frame around, int most) {
            return plan.rows(around, most);
        }
    }
}
