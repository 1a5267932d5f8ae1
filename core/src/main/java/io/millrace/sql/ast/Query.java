package io.millrace.sql.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query: one SELECT or several combined by UNION, EXCEPT and INTERSECT. Immutable. */
public sealed interface Query {
    Position position();

    /** The query with more names at the beginning of its WITH. */
    Query with(List<With> names);

    /** One SELECT with its clauses; {@code columns} is empty only where ClickHouse allows it (projections). */
    record Select(
            Position position,
            List<With> with,
            boolean recursive,
            Distinct distinct,
            List<Expr> columns,
            Optional<FromItem> from,
            Optional<Expr> prewhere,
            Optional<Expr> where,
            GroupBy groupBy,
            Optional<Expr> having,
            List<Window.Definition> windows,
            Optional<Expr> qualify,
            OrderBy orderBy,
            Optional<LimitBy> limitBy,
            Limit limit,
            List<SettingChange> settings)
            implements Query {
        public Select {
            with = List.copyOf(with);
            columns = List.copyOf(columns);
            windows = List.copyOf(windows);
            settings = List.copyOf(settings);
        }

        @Override
        public Select with(List<With> names) {
            List<With> all = new ArrayList<>(names);
            all.addAll(with);
            return new Select(
                    position, all, recursive, distinct, columns, from, prewhere, where, groupBy, having, windows,
                    qualify, orderBy, limitBy, limit, settings);
        }

        /** The same over rows of {@code item}. */
        public Select over(FromItem item) {
            return rows(Optional.of(item), where);
        }

        /** The same for the rows that fulfil a condition, which takes the place of WHERE. */
        public Select filtered(Expr condition) {
            return rows(from, Optional.of(condition));
        }

        /** {@code SELECT * FROM item}. */
        public static Select allOf(Position position, FromItem item) {
            return of(position, List.of(new Expr.Asterisk(position, Optional.empty(), List.of())))
                    .over(item);
        }

        /** {@code SELECT columns} and nothing else. */
        public static Select of(Position position, List<Expr> columns) {
            return new Select(
                    position,
                    List.of(),
                    false,
                    Distinct.NONE,
                    columns,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    GroupBy.NONE,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    OrderBy.NONE,
                    Optional.empty(),
                    Limit.NONE,
                    List.of());
        }

        /** The same without what WITH names. */
        public Select withoutNames() {
            return new Select(
                    position, List.of(), recursive, distinct, columns, from, prewhere, where, groupBy, having, windows,
                    qualify, orderBy, limitBy, limit, settings);
        }

        /** The same with another order and limit. */
        public Select ordered(OrderBy order, Limit rows) {
            return new Select(
                    position, with, recursive, distinct, columns, from, prewhere, where, groupBy, having, windows,
                    qualify, order, limitBy, rows, settings);
        }

        /** The same columns of the rows of a table expression. */
        public Select over(FromItem item, Optional<Expr> condition) {
            return rows(Optional.of(item), condition);
        }

        private Select rows(Optional<FromItem> source, Optional<Expr> condition) {
            return new Select(
                    position, with, recursive, distinct, columns, source, prewhere, condition, groupBy, having, windows,
                    qualify, orderBy, limitBy, limit, settings);
        }
    }

    /**
     * Queries combined by one operator, from left to right; at least two.
     *
     * <p>INTERSECT binds tighter than the others; UNION and EXCEPT associate to the left. A run of the same UNION is one node.
     */
    record Combined(Position position, Operator operator, List<Query> queries) implements Query {
        public Combined {
            queries = List.copyOf(queries);
        }

        @Override
        public Combined with(List<With> names) {
            return new Combined(
                    position, operator, queries.stream().map(q -> q.with(names)).toList());
        }
    }

    /** How queries are combined. A bare UNION, EXCEPT or INTERSECT is decided by a setting ({@code union_default_mode}, ...). */
    enum Operator {
        UNION("UNION"),
        UNION_ALL("UNION ALL"),
        UNION_DISTINCT("UNION DISTINCT"),
        EXCEPT("EXCEPT"),
        EXCEPT_ALL("EXCEPT ALL"),
        EXCEPT_DISTINCT("EXCEPT DISTINCT"),
        INTERSECT("INTERSECT"),
        INTERSECT_ALL("INTERSECT ALL"),
        INTERSECT_DISTINCT("INTERSECT DISTINCT");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        /** As it is written in SQL. */
        public String sql() {
            return sql;
        }
    }

    /** One element of WITH. */
    sealed interface With {}

    /** {@code WITH expression AS name}. */
    record WithExpression(Expr expression, String name) implements With {}

    /** {@code WITH name (columns) AS (query)}. */
    record WithQuery(Position position, String name, List<String> columns, boolean materialized, Query query)
            implements With {
        public WithQuery {
            columns = List.copyOf(columns);
        }
    }

    /** Whether the result's rows are made distinct. ({@code DISTINCT ON (a)} is a {@link LimitBy} of 1, as in ClickHouse.) */
    enum Distinct {
        NONE,
        DISTINCT
    }

    /** GROUP BY and its modifiers. */
    record GroupBy(GroupKeys keys, boolean withRollup, boolean withCube, boolean withTotals) {
        public static final GroupBy NONE = new GroupBy(new NoKeys(), false, false, false);
    }

    /** What rows are grouped by. */
    sealed interface GroupKeys {}

    /** No GROUP BY was written. */
    record NoKeys() implements GroupKeys {}

    /** {@code GROUP BY ALL}. */
    record AllKeys() implements GroupKeys {}

    /** {@code GROUP BY a, b}. */
    record KeyList(List<Expr> expressions) implements GroupKeys {
        public KeyList {
            expressions = List.copyOf(expressions);
        }
    }

    /** {@code GROUP BY GROUPING SETS ((a, b), (a), ())}. */
    record GroupingSets(List<List<Expr>> sets) implements GroupKeys {
        public GroupingSets {
            sets = List.copyOf(sets);
        }
    }

    /** What the result is ordered by. */
    record OrderBy(OrderKeys keys, Optional<List<Interpolation>> interpolate) {
        public static final OrderBy NONE = new OrderBy(new OrderList(List.of()), Optional.empty());
    }

    /** The keys of an {@link OrderBy}. */
    sealed interface OrderKeys {}

    /** {@code ORDER BY a, b DESC}; empty when no ORDER BY was written. */
    record OrderList(List<OrderElement> elements) implements OrderKeys {
        public OrderList {
            elements = List.copyOf(elements);
        }
    }

    /** {@code ORDER BY ALL DESC NULLS FIRST}: by all columns of the result. */
    record OrderAll(boolean descending, OrderElement.Nulls nulls) implements OrderKeys {}

    /** {@code INTERPOLATE (name AS expression)}. */
    record Interpolation(String name, Expr expression) {}

    /** {@code LIMIT limit OFFSET offset BY expressions}. {@code LIMIT n BY ALL} has {@code all} set and no expressions. */
    record LimitBy(Expr limit, Optional<Expr> offset, List<Expr> expressions, boolean all) {
        public LimitBy {
            expressions = List.copyOf(expressions);
        }
    }

    /** {@code LIMIT limit OFFSET offset WITH TIES}. */
    record Limit(Optional<Expr> limit, Optional<Expr> offset, boolean withTies) {
        public static final Limit NONE = new Limit(Optional.empty(), Optional.empty(), false);
    }
}
