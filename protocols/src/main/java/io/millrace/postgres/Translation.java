package io.millrace.postgres;

import io.millrace.net.pgwire.WireOptions;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
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
            Map.entry("unnest", "arrayJoin"),
            Map.entry("chr", "char"),
            Map.entry("ascii", "ascii"),
            Map.entry("initcap", "initcap"),
            Map.entry("starts_with", "startsWith"),
            Map.entry("array_cat", "arrayConcat"),
            Map.entry("array_append", "arrayPushBack"),
            Map.entry("bit_and", "groupBitAnd"),
            Map.entry("bit_or", "groupBitOr"),
            Map.entry("corr", "corr"),
            Map.entry("covar_pop", "covarPop"),
            Map.entry("covar_samp", "covarSamp"),
            Map.entry("div", "intDiv"));

    private final Variables variables;
    private final LiteralCasts literals;
    private final DateForms dates;

    Translation(Variables variables, WireOptions options) {
        this.variables = variables;
        this.literals = new LiteralCasts(options);
        this.dates = new DateForms(variables.get("TimeZone"));
    }

    @Override
    Expr call(FunctionCall call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        List<Expr> args = call.arguments();
        Optional<Expr> aggregate = AggregateForms.of(call);
        if (aggregate.isPresent()) {
            return aggregate.get();
        }
        String renamed = RENAMED.get(name);
        if (renamed != null) {
            return renamed(call, renamed);
        }
        return switch (name) {
            case "cast" -> cast(call);
            case "anyof", "allof" -> quantified(call);
            case "version" -> literal(call, Version.text(variables));
            case "current_setting" -> args.isEmpty() ? call : setting(call);
            case "concat" -> concatenated(call);
            case "like", "notlike", "ilike", "notilike" -> args.size() == 3 ? escaped(call) : call;
            case "arrayof" -> rows(call);
            case "generate_series" -> series(call);
            default -> dates.of(call).or(() -> TextForms.of(call)).orElse(call);
        };
    }

    private static Expr renamed(FunctionCall call, String name) {
        return new FunctionCall(
                call.position(), name, call.parameters(), call.arguments(), call.notation(), call.nulls(), call.over());
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
        Optional<Expr> read = literal.flatMap(t -> literals.of(call, type, t));
        if (read.isPresent()) {
            return type.startsWith("timestamp") && !type.startsWith("timestamptz")
                    ? dates.reading(read.get())
                    : read.get();
        }
        if ((type.equals("time") || type.equals("timetz")) && literal.isEmpty()) {
            return call(call, "formatDateTime", value, literal(call, "%H:%i:%S"));
        }
        String ours = PostgresTypes.toClickHouse(type);
        if (ours.startsWith("Array(")
                && literal.filter(ArrayLiteral::looksLikeOne).isPresent()) {
            value = LiteralCasts.array(call, literal.get());
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
            ours = PostgresTypes.ofNullable(ours);
        } else if (known && mayBeNull) {
            ours = "Nullable(" + ours + ")";
        }
        Expr cast = call(call, "CAST", value, literal(call, ours));
        return type.startsWith("timestamp") && !type.startsWith("timestamptz") ? dates.reading(cast) : cast;
    }

    // ---- ANY and ALL

    private static Expr quantified(FunctionCall call) {
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        String comparison = text(call.parameters().getFirst()).orElse("equals");
        boolean any = call.name().equals("anyOf");
        Optional<String> literal = text(right);
        if (literal.filter(ArrayLiteral::looksLikeOne).isPresent()) {
            right = LiteralCasts.array(call, literal.get());
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

    // ---- forms

    /** {@code array || element}, which the engine's concat would make a text of. */
    private static Expr concatenated(FunctionCall call) {
        if (call.notation() != Expr.Notation.OPERATOR
                || call.arguments().stream().noneMatch(Translation::isArray)) {
            return call;
        }
        List<Expr> arrays = call.arguments().stream()
                .map(a -> isArray(a) || a instanceof Expr.Identifier
                        ? a
                        : FunctionCall.operator(a.position(), "array", List.of(a)))
                .toList();
        return call(call, "arrayConcat", arrays.toArray(new Expr[0]));
    }

    /** Whether an expression is an array for sure. */
    private static boolean isArray(Expr expr) {
        return expr instanceof Expr.Literal(Position p, LiteralValue.ArrayValue v)
                || expr instanceof FunctionCall c
                        && (c.name().equals("array")
                                || c.name().startsWith("array")
                                        && !c.name().equals("arrayElement")
                                        && !c.name().equals("arrayStringConcat")
                                || c.name().equalsIgnoreCase("cast")
                                        && text(c.arguments().getLast())
                                                .filter(t -> t.startsWith("Array("))
                                                .isPresent());
    }

    /** {@code x LIKE pattern ESCAPE '|'}: the pattern with backslashes. */
    private static Expr escaped(FunctionCall call) {
        Expr pattern = call.arguments().get(1);
        String escape = text(call.arguments().get(2)).orElse("");
        if (escape.length() != 1) {
            throw new PgError(SqlState.NOT_SUPPORTED, "ESCAPE takes a literal of one character");
        }
        if (!escape.equals("\\")) {
            String doubled = "\u0001";
            String[][] steps = {
                {"\\", "\\\\"}, {escape + escape, doubled}, {escape, "\\"}, {doubled, escape},
            };
            for (String[] step : steps) {
                pattern = call(call, "replaceAll", pattern, literal(call, step[0]), literal(call, step[1]));
            }
        }
        return FunctionCall.operator(
                call.position(), call.name(), List.of(call.arguments().getFirst(), pattern));
    }

    /** {@code ARRAY(SELECT x ..)}. */
    private static Expr rows(FunctionCall call) {
        if (!(call.arguments().getFirst() instanceof Expr.Subquery subquery)) {
            return call;
        }
        Expr all = new Expr.Asterisk(call.position(), Optional.empty(), List.of());
        Query.Select collect = Query.Select.of(call.position(), List.of(call(call, "groupArray", all)));
        return new Expr.Subquery(
                call.position(),
                collect.over(
                        new FromItem.Derived(call.position(), subquery.query(), FromItem.Modifiers.NONE),
                        Optional.empty()));
    }

    /** {@code generate_series(1, n)} among the columns. */
    private static Expr series(FunctionCall call) {
        List<Expr> args = call.arguments();
        if (args.size() < 2) {
            return call;
        }
        Expr step = args.size() > 2 ? args.get(2) : number(call, 1);
        Expr sign = call(call, "toInt64", call(call, "sign", step));
        Expr range =
                call(call, "range", call(call, "toInt64", args.get(0)), call(call, "plus", args.get(1), sign), step);
        return call(call, "arrayJoin", range);
    }

    // ---- tables

    @Override
    FromItem table(FromItem item) {
        if (!(item instanceof FromItem.TableFunction function)) {
            return item;
        }
        boolean numbered =
                function.settings().stream().anyMatch(setting -> setting.name().equals("ordinality"));
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "unnest" -> unnested(function, numbered);
            case "generate_series" -> {
                if (numbered) {
                    throw new PgError(SqlState.NOT_SUPPORTED, "WITH ORDINALITY is supported for unnest only");
                }
                yield series(function);
            }
            default -> item;
        };
    }

    /** A function that gives one column names it like itself: {@code FROM generate_series(1, 3) AS x}. */
    private static FromItem series(FromItem.TableFunction function) {
        FromItem.Modifiers modifiers = function.modifiers();
        List<String> aliases = modifiers.columnAliases();
        String column = aliases.isEmpty() ? modifiers.alias().orElse("generate_series") : aliases.getFirst();
        Expr number = new Expr.Identifier(function.position(), List.of("generate_series"));
        Expr named = new Expr.Alias(function.position(), call(number, "toInt64", number), column);
        FromItem rows = new FromItem.TableFunction(
                function.position(),
                function.name(),
                function.arguments(),
                function.settings(),
                FromItem.Modifiers.NONE);
        return derived(
                function, Query.Select.of(function.position(), List.of(named)).over(rows, Optional.empty()));
    }

    private static FromItem derived(FromItem.TableFunction function, Query.Select select) {
        return new FromItem.Derived(
                function.position(),
                select,
                new FromItem.Modifiers(function.modifiers().alias(), List.of(), false, Optional.empty()));
    }

    private static FromItem unnested(FromItem.TableFunction function, boolean numbered) {
        FromItem.Modifiers modifiers = function.modifiers();
        List<String> aliases = modifiers.columnAliases();
        String column = aliases.isEmpty() ? modifiers.alias().orElse("unnest") : aliases.getFirst();
        Expr array = function.arguments().getFirst();
        Query.Select select;
        if (numbered) {
            Expr pairs = call(array, "arrayJoin", call(array, "arrayZip", array, call(array, "arrayEnumerate", array)));
            Expr pair = new Expr.Alias(array.position(), pairs, "pair");
            Expr name = new Expr.Identifier(array.position(), List.of("pair"));
            String ordinal = aliases.size() > 1 ? aliases.get(1) : "ordinality";
            Expr value = new Expr.Alias(array.position(), call(array, "tupleElement", name, number(array, 1)), column);
            Expr index = call(array, "toInt64", call(array, "tupleElement", name, number(array, 2)));
            select = Query.Select.of(
                            function.position(), List.of(value, new Expr.Alias(array.position(), index, ordinal)))
                    .over(
                            new FromItem.Derived(
                                    function.position(),
                                    Query.Select.of(function.position(), List.of(pair)),
                                    FromItem.Modifiers.NONE),
                            Optional.empty());
        } else {
            Expr rows = new Expr.Alias(array.position(), call(array, "arrayJoin", array), column);
            select = Query.Select.of(function.position(), List.of(rows));
        }
        return derived(function, select);
    }
}
