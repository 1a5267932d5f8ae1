package io.millrace.postgres.catalog;

import io.millrace.sql.ast.Query;
import java.util.List;

/** A SELECT without some of its clauses. */
final class SelectParts {
    private SelectParts() {}

    static Query.Select withoutWith(Query.Select s) {
        return copy(s, List.of(), s.orderBy(), s.limit());
    }

    static Query.Select withoutOrder(Query.Select s) {
        return copy(s, s.with(), Query.OrderBy.NONE, Query.Limit.NONE);
    }

    private static Query.Select copy(Query.Select s, List<Query.With> with, Query.OrderBy orderBy, Query.Limit limit) {
        return new Query.Select(
                s.position(),
                with,
                s.recursive(),
                s.distinct(),
                s.columns(),
                s.from(),
                s.prewhere(),
                s.where(),
                s.groupBy(),
                s.having(),
                s.windows(),
                s.qualify(),
                orderBy,
                s.limitBy(),
                limit,
                s.settings());
    }
}
