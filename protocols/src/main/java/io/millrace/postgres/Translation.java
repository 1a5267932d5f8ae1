package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.parse.PostgresTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what is written in PostgreSQL's manner into the functions and types that the engine has: {@code x::int4} into {@code CAST(x, 'Int32')},
 * {@code x = ANY(a)} into {@code has(a, x)}, {@code split_part} into its parts. What it does not know stays as it is.
 */
final class Translation extends TreeMapper {
    /** Functions that only have another name. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("current_user", "currentUser"),
            Map.entry("session_user", "currentUser"),
            Map.entry("current_role", "currentUser"),
            Map.entry("current_database", "currentDatabase"),
            Map.entry("current_catalog", "currentDatabase"),
            Map.entry("current_schema", "currentDatabase"),
            Map.entry("current_date", "today"),
            Map.entry("strpos", "positionUTF8"),
            Map.entry("btrim", "trimBoth"),
            Map.entry("char_length", "lengthUTF8"),
            Map.entry("character_length", "lengthUTF8"),
            Map.entry("octet_length", "length"),
            Map.entry("variance", "varSamp"),
            Map.entry("var_samp", "varSamp"),
            Map.entry("var_pop", "varPop"),
            Map.entry("stddev", "stddevSamp"),
            Map.entry("stddev_samp", "stddevSamp"),
            Map.entry("stddev_pop", "stddevPop"),
            Map.entry("random", "randCanonical"),
            Map.entry("gen_random_uuid", "generateUUIDv4"),
            Map.entry("cardinality", "length"),
            Map.entry("array_agg", "groupArray"),
            Map.entry("unnest", "arrayJoin"),
            Map.entry("percentile_cont", "quantileExactInclusive"),
            Map.entry("percentile_disc", "quantileExact"),
            Map.entry("chr", "char"),
            Map.entry("ascii", "ascii"),
            Map.entry("initcap", "initcap"),
            Map.entry("starts_with", "startsWith"),
            Map.entry("array_cat", "arrayConcat"),
            Map.entry("array_append", "arrayPushBack"),
            Map.entry("array_prepend", "arrayPushFront"),
            Map.entry("array_position", "indexOf"),
            Map.entry("bit_and", "groupBitAnd"),
            Map.entry("bit_or", "groupBitOr"),
            Map.entry("corr", "corr"),
            Map.entry("covar_pop", "covarPop"),
            Map.entry("covar_samp", "covarSamp"),
            Map.entry("div", "intDiv"));

    private final Variables variables;

    Translation(Variables variables) {
        this.variables = variables;
    }

    Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.SelectStatement s -> new Statement.SelectStatement(query(s.query()));
            case Statement.Insert i ->
                new Statement.Insert(
                        i.position(), i.target(), i.columns(), i.partitionBy(), i.settings(), source(i.source()));
            case Statement.Explain e ->
                new Statement.Explain(e.position(), e.kind(), e.settings(), statement(e.statement()));
            case Statement.Delete d ->
                new Statement.Delete(d.position(), d.table(), d.partition(), expr(d.where()), d.settings());
            case Statement.Update u ->
                new Statement.Update(
                        u.position(),
                        u.table(),
                        u.assignments().stream()
                                .map(a -> new AlterStatement.Assignment(a.column(), expr(a.expression())))
                                .toList(),
                        u.partition(),
                        expr(u.where()),
                        u.settings());
            default -> statement;
        };
    }

    private Statement.InsertSource source(Statement.InsertSource source) {
        return switch (source) {
            case Statement.FromQuery q -> new Statement.FromQuery(query(q.query()));
            case Statement.FromRows r ->
                new Statement.FromRows(r.rows().stream().map(this::all).toList());
            case Statement.FromData d -> d;
        };
    }

    @Override
    Expr call(FunctionCall call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        List<Expr> args = call.arguments();
        String renamed = RENAMED.get(name);
        if (renamed != null) {
            return renamed(call, renamed);
        }
        return switch (name) {
            case "cast" -> cast(call);
            case "anyof", "allof" -> quantified(call);
            case "version" -> literal(call, Version.text(variables));
            case "current_timestamp",
                    "localtimestamp",
                    "clock_timestamp",
                    "transaction_timestamp",
                    "statement_timestamp" -> call(call, "now64", number(call, 6));
            case "current_setting" -> args.isEmpty() ? call : setting(call);
            case "to_timestamp" ->
                args.size() == 1 ? call(call, "toDateTime64", args.get(0), number(call, 6)) : parsed(call);
            case "to_date" -> args.size() == 2 ? call(call, "toDate", parsed(call)) : call;
            case "to_char" -> formatted(call);
            case "split_part" ->
                args.size() == 3
                        ? call(call, "arrayElement", call(call, "splitByString", args.get(1), args.get(0)), args.get(2))
                        : call;
            case "string_to_array" -> args.size() == 2 ? call(call, "splitByString", args.get(1), args.get(0)) : call;
            case "array_to_string" ->
                args.size() == 2 ? call(call, "arrayStringConcat", args.get(0), args.get(1)) : call;
            case "array_length", "array_upper" -> args.size() == 2 ? call(call, "length", args.get(0)) : call;
            case "array_lower" -> args.size() == 2 ? number(call, 1) : call;
            case "string_agg" ->
                args.size() == 2
                        ? call(
                                call,
                                "arrayStringConcat",
                                renamed(call, List.of(args.get(0)), "groupArray"),
                                args.get(1))
                        : call;
            case "bool_and", "every" -> call(call, "CAST", renamed(call, args, "min"), literal(call, "Bool"));
            case "bool_or" -> call(call, "CAST", renamed(call, args, "max"), literal(call, "Bool"));
            case "mode" ->
                args.size() == 1
                        ? call(
                                call,
                                "arrayElement",
                                new FunctionCall(
                                        call.position(),
                                        "topK",
                                        List.of(number(call, 1)),
                                        args,
                                        Expr.Notation.CALL,
                                        Expr.NullsAction.NONE,
                                        Optional.empty()),
                                number(call, 1))
                        : call;
            case "md5" ->
                args.size() == 1 ? call(call, "lower", call(call, "hex", call(call, "MD5", args.get(0)))) : call;
            case "date_part" -> datePart(call);
            case "date_trunc" -> dateTrunc(call);
            case "substring", "substr" ->
                args.size() == 2 && text(args.get(1)).isPresent()
                        ? call(call, "extract", args.get(0), args.get(1))
                        : call;
            case "timezone" -> args.size() == 2 ? call(call, "toTimeZone", args.get(1), args.get(0)) : call;
            default -> call;
        };
    }

    private static Expr renamed(FunctionCall call, String name) {
        return new FunctionCall(
                call.position(),
                name,
                withoutOrder(call.parameters()),
                call.arguments(),
                call.notation(),
                call.nulls(),
                call.over());
    }

    private static Expr renamed(FunctionCall call, List<Expr> arguments, String name) {
        return new FunctionCall(
                call.position(),
                name,
                withoutOrder(call.parameters()),
                arguments,
                call.notation(),
                call.nulls(),
                call.over());
    }

    /** The order of an aggregate's rows is not kept by the engine's aggregates. */
    private static List<Expr> withoutOrder(List<Expr> parameters) {
        if (parameters.stream()
                .anyMatch(p -> p instanceof FunctionCall c && c.name().equals("orderBy"))) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "ORDER BY inside of an aggregate is not supported; use arraySort(groupArray(..)) instead");
        }
        return parameters;
    }

    private static Expr number(Expr beside, long value) {
        return new Expr.Literal(beside.position(), LiteralValue.IntegerValue.of(value));
    }

    private Expr setting(FunctionCall call) {
        Optional<String> value = text(call.arguments().getFirst()).flatMap(variables::find);
        return value.<Expr>map(v -> literal(call, v)).orElse(call);
    }

    // ---- casts

    private Expr cast(FunctionCall call) {
        Optional<String> wanted =
                call.arguments().size() == 2 ? text(call.arguments().get(1)) : Optional.empty();
        if (wanted.isEmpty()) {
            return call;
        }
        Expr value = call.arguments().getFirst();
        String type = wanted.get();
        Optional<String> literal = text(value);
        if (type.equals("interval")) {
            return literal.map(t -> IntervalText.parse(call, t)).orElse(call);
        }
        String ours = PostgresTypes.toClickHouse(type);
        if (type.endsWith("[]") && literal.isPresent() && literal.get().strip().startsWith("{")) {
            value = arrayLiteral(call, literal.get());
        }
        if (type.equals("numeric") && literal.isPresent()) {
            int dot = literal.get().indexOf('.');
            int scale = dot < 0 ? 6 : Math.min(30, literal.get().length() - dot - 1 + 6);
            ours = "Decimal(38, " + scale + ")";
        }
        boolean known = !ours.equals(type);
        boolean mayBeNull = value instanceof Expr.Identifier
                || value instanceof FunctionCall
                || value instanceof Expr.Subquery
                || value instanceof Expr.QueryParameter
                || value instanceof Expr.Literal(Position p, LiteralValue.NullValue n);
        if (known && ours.startsWith("Array(")) {
            ours = ofNullable(ours);
        } else if (known && mayBeNull) {
            ours = "Nullable(" + ours + ")";
        }
        return call(call, "CAST", value, literal(call, ours));
    }

    /** The elements of PostgreSQL's arrays can be NULL. */
    private static String ofNullable(String array) {
        int begin = array.lastIndexOf("Array(") + "Array(".length();
        int end = array.length() - begin / "Array(".length();
        return array.substring(0, begin) + "Nullable(" + array.substring(begin, end) + ")" + array.substring(end);
    }

    /** {@code '{a,b}'} as an array of texts. */
    private static Expr arrayLiteral(Expr beside, String text) {
        List<Expr> elements = ArrayLiteral.elements(text).stream()
                .<Expr>map(e -> e.map(t -> literal(beside, t))
                        .orElseGet(() -> new Expr.Literal(beside.position(), new LiteralValue.NullValue())))
                .toList();
        return FunctionCall.operator(beside.position(), "array", elements);
    }

    // ---- ANY and ALL

    private static Expr quantified(FunctionCall call) {
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        String comparison = text(call.parameters().getFirst()).orElse("equals");
        boolean any = call.name().equals("anyOf");
        Optional<String> literal = text(right);
        if (literal.isPresent() && literal.get().strip().startsWith("{")) {
            right = arrayLiteral(call, literal.get());
        }
        boolean list = right instanceof FunctionCall array && array.name().equals("array")
                || right instanceof Expr.Literal(Position p, LiteralValue.ArrayValue v);
        if (any && comparison.equals("equals")) {
            return list
                    ? FunctionCall.operator(call.position(), "in", List.of(left, right))
                    : call(call, "has", right, left);
        }
        if (!any && comparison.equals("notEquals")) {
            return list
                    ? FunctionCall.operator(call.position(), "notIn", List.of(left, right))
                    : call(call, "not", call(call, "has", right, left));
        }
        Expr element = new Expr.Identifier(call.position(), List.of("element"));
        Expr body = FunctionCall.operator(call.position(), comparison, List.of(left, element));
        Expr lambda = new Expr.Lambda(call.position(), List.of("element"), body);
        return call(call, any ? "arrayExists" : "arrayAll", lambda, right);
    }

    // ---- dates

    private static Expr datePart(FunctionCall call) {
        if (call.arguments().size() != 2) {
            return call;
        }
        String part = text(call.arguments().getFirst()).orElse("").toLowerCase(Locale.ROOT);
        Expr value = call.arguments().get(1);
        return switch (part) {
            case "year" -> call(call, "toYear", value);
            case "month" -> call(call, "toMonth", value);
            case "day" -> call(call, "toDayOfMonth", value);
            case "hour" -> call(call, "toHour", value);
            case "minute" -> call(call, "toMinute", value);
            case "second" -> call(call, "toSecond", value);
            case "quarter" -> call(call, "toQuarter", value);
            case "week" -> call(call, "toISOWeek", value);
            case "dow" -> call(call, "toDayOfWeek", value, number(call, 2));
            case "isodow" -> call(call, "toDayOfWeek", value);
            case "doy" -> call(call, "toDayOfYear", value);
            case "isoyear" -> call(call, "toISOYear", value);
            case "epoch" -> call(call, "toUnixTimestamp", value);
            default -> call;
        };
    }

    /** Weeks, months and years are dates in ClickHouse, but moments in PostgreSQL. */
    private static Expr dateTrunc(FunctionCall call) {
        String unit = call.arguments().isEmpty()
                ? ""
                : text(call.arguments().getFirst()).orElse("").toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "day", "week", "month", "quarter", "year" -> call(call, "toDateTime", call);
            default -> call;
        };
    }

    private static Expr parsed(FunctionCall call) {
        Optional<String> format =
                call.arguments().size() == 2 ? text(call.arguments().get(1)) : Optional.empty();
        return format.<Expr>map(
                        f -> call(call, "parseDateTime", call.arguments().getFirst(), literal(call, DateFormat.of(f))))
                .orElse(call);
    }

    private static Expr formatted(FunctionCall call) {
        Optional<String> format =
                call.arguments().size() == 2 ? text(call.arguments().get(1)) : Optional.empty();
        return format.<Expr>map(
                        f -> call(call, "formatDateTime", call.arguments().getFirst(), literal(call, DateFormat.of(f))))
                .orElse(call);
    }

    // ---- tables

    @Override
    FromItem table(FromItem item) {
        if (!(item instanceof FromItem.TableFunction function)
                || !function.name().equalsIgnoreCase("unnest")) {
            return item;
        }
        Expr rows = call(
                function.arguments().getFirst(),
                "arrayJoin",
                function.arguments().getFirst());
        FromItem.Modifiers modifiers = function.modifiers();
        String column = modifiers.columnAliases().isEmpty()
                ? modifiers.alias().orElse("unnest")
                : modifiers.columnAliases().getFirst();
        Query select = Query.Select.of(item.position(), List.of(new Expr.Alias(item.position(), rows, column)));
        return new FromItem.Derived(
                item.position(), select, new FromItem.Modifiers(modifiers.alias(), List.of(), false, Optional.empty()));
    }
}
