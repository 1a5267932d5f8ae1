package io.millrace.postgres.catalog;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables and functions that a query mentions anywhere. */
final class Mentions {
    /** Functions that are PostgreSQL's alone or mean something else there: a query that calls one of them and reads nothing is for us. */
    private static final Set<String> OWN = Set.of(
            "version",
            "current_setting",
            "set_config",
            "current_schema",
            "current_schemas",
            "current_database",
            "current_user",
            "session_user",
            "current_catalog",
            "format_type",
            "quote_ident",
            "quote_literal",
            "to_regclass",
            "to_regtype",
            "to_regproc",
            "to_regnamespace",
            "obj_description",
            "col_description",
            "shobj_description",
            "txid_current",
            "parse_ident",
            "inet_server_addr",
            "inet_client_addr",
            "inet_server_port",
            "array_to_string",
            "generate_subscripts",
            "array_upper",
            "array_lower",
            "string_to_array");

    private final List<String> tables = new ArrayList<>();
    private final Set<String> common = new HashSet<>();
    private final Set<String> functions = new HashSet<>();
    private boolean catalogTables;
    private boolean otherTables;
    private boolean catalogCasts;

    private Mentions() {}

    static Mentions of(Query query) {
        Mentions mentions = new Mentions();
        mentions.query(query);
        return mentions;
    }

    boolean catalogTables() {
        return catalogTables;
    }

    boolean otherTables() {
        return otherTables;
    }

    /** Names of tables without a schema. */
    List<String> tables() {
        return tables;
    }

    /** No tables, all functions known here, and one of them is one that only we know. */
    boolean isOnlyFunctions() {
        boolean own = functions.stream().anyMatch(f -> OWN.contains(f) || f.startsWith("pg_") || f.startsWith("has_"));
        return !catalogTables && (own || catalogCasts) && functions.stream().allMatch(Mentions::isUnderstood);
    }

    private static boolean isUnderstood(String name) {
        return Functions.isKnown(name) || Aggregate.isAggregate(name) || Operator.NAMES.contains(name);
    }

    /** What the parser makes of operators and forms. */
    private static final class Operator {
        static final Set<String> NAMES = Set.of(
                "equals",
                "notequals",
                "less",
                "lessorequals",
                "greater",
                "greaterorequals",
                "match",
                "like",
                "ilike",
                "notlike",
                "notilike",
                "plus",
                "minus",
                "multiply",
                "divide",
                "modulo",
                "and",
                "or",
                "not",
                "in",
                "notin",
                "exists",
                "arrayof",
                "isnull",
                "isnotnull",
                "isdistinctfrom",
                "isnotdistinctfrom",
                "anyof",
                "allof",
                "cast",
                "array",
                "tuple",
                "arrayelement",
                "tupleelement",
                "multiif",
                "casewithexpression",
                "coalesce",
                "nullif",
                "greatest",
                "least",
                "concat");

        private Operator() {}
    }

    private void query(Query query) {
        switch (query) {
            case Query.Combined combined -> combined.queries().forEach(this::query);
            case Query.Select select -> select(select);
        }
    }

    private void select(Query.Select s) {
        for (Query.With with : s.with()) {
            switch (with) {
                case Query.WithQuery q -> {
                    common.add(q.name().toLowerCase(Locale.ROOT));
                    query(q.query());
                }
                case Query.WithExpression e -> expr(e.expression());
            }
        }
        s.from().ifPresent(this::from);
        s.columns().forEach(this::expr);
        s.where().ifPresent(this::expr);
        s.having().ifPresent(this::expr);
        if (s.groupBy().keys() instanceof Query.KeyList keys) {
            keys.expressions().forEach(this::expr);
        }
        if (s.orderBy().keys() instanceof Query.OrderList list) {
            list.elements().stream().map(OrderElement::expression).forEach(this::expr);
        }
    }

    private void from(FromItem item) {
        switch (item) {
            case FromItem.Table table -> {
                boolean isCommon = table.name().database().isEmpty()
                        && common.contains(table.name().table().toLowerCase(Locale.ROOT));
                if (!isCommon) {
                    table(table);
                }
            }
            case FromItem.TableFunction function -> {
                String name = function.name().toLowerCase(Locale.ROOT);
                if (Functions.isKnown(name)) {
                    functions.add(name);
                } else {
                    otherTables = true;
                }
                function.arguments().forEach(this::expr);
            }
            case FromItem.Derived derived -> query(derived.query());
            case FromItem.Join join -> {
                from(join.left());
                from(join.right());
                if (join.condition() instanceof FromItem.On on) {
                    expr(on.expression());
                }
            }
            case FromItem.ArrayJoin a -> otherTables = true;
        }
    }

    private void table(FromItem.Table table) {
        String schema = table.name().database().orElse("").toLowerCase(Locale.ROOT);
        boolean named = schema.equals("pg_catalog") || schema.equals("information_schema");
        boolean bare = schema.isEmpty()
                && Relations.findUnqualified(table.name().table()).isPresent();
        boolean unknown = schema.isEmpty()
                && table.name().table().toLowerCase(Locale.ROOT).startsWith("pg_");
        if (named || bare || unknown) {
            catalogTables = true;
            if (!named) {
                tables.add(table.name().table());
            }
        } else {
            otherTables = true;
        }
    }

    private void expr(Expr expr) {
        switch (expr) {
            case Expr.FunctionCall call -> {
                functions.add(call.name().toLowerCase(Locale.ROOT));
                catalogCasts |= call.name().equalsIgnoreCase("cast")
                        && call.arguments().size() == 2
                        && call.arguments().get(1)
                                instanceof Expr.Literal(var p, io.millrace.sql.ast.LiteralValue.StringValue type)
                        && type.text().startsWith("reg");
                call.arguments().forEach(this::expr);
                call.parameters().forEach(this::expr);
            }
            case Expr.Alias alias -> expr(alias.expression());
            case Expr.Subquery subquery -> query(subquery.query());
            case Expr.Lambda lambda -> expr(lambda.body());
            default -> {}
        }
    }
}
