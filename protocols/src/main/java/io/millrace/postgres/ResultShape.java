package io.millrace.postgres;

import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.ColumnNames;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How clients see the columns of a query: by their types, and where PostgreSQL's clients expect more, by what computes them. Conditions are UInt8 in
 * ClickHouse and bool here; counts are UInt64 there and bigint here.
 */
final class ResultShape {
    private static final Set<String> CONDITIONS = Set.of(
            "equals",
            "notequals",
            "less",
            "greater",
            "lessorequals",
            "greaterorequals",
            "and",
            "or",
            "not",
            "xor",
            "in",
            "notin",
            "globalin",
            "globalnotin",
            "like",
            "ilike",
            "notlike",
            "notilike",
            "match",
            "isnull",
            "isnotnull",
            "exists",
            "anyof",
            "allof",
            "isdistinctfrom",
            "isnotdistinctfrom",
            "has",
            "startswith",
            "starts_with",
            "regexp_like",
            "endswith");

    private static final Set<String> COUNTS = Set.of(
            "count",
            "countif",
            "countdistinct",
            "uniq",
            "uniqexact",
            "uniqcombined",
            "uniqcombined64",
            "uniqhll12",
            "uniqtheta",
            "length",
            "lengthutf8",
            "char_length",
            "character_length",
            "octet_length",
            "position",
            "positionutf8",
            "strpos",
            "row_number",
            "rank",
            "dense_rank",
            "ntile",
            "indexof",
            "array_position",
            "cardinality",
            "array_length",
            "rownumberinallblocks",
            "countequal");

    private ResultShape() {}

    /**
     * @param statement as it was written
     * @param translated as the engine was given it: columns that it computes otherwise than they were written get PostgreSQL's names
     */
    static List<ResultColumn> of(Header header, Statement statement, Statement translated) {
        List<Optional<Expr>> ours =
                translated instanceof Statement.SelectStatement s ? columns(s.query(), header.width()) : List.of();
        List<Optional<Expr>> expressions =
                statement instanceof Statement.SelectStatement s ? columns(s.query(), header.width()) : List.of();
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            Optional<Expr> by = i < expressions.size() ? expressions.get(i) : Optional.empty();
            Optional<FromItem> from =
                    statement instanceof Statement.SelectStatement s ? from(s.query()) : Optional.empty();
            Optional<Expr> computed = i < ours.size() ? ours.get(i) : Optional.empty();
            String name = by.isPresent() && !by.equals(computed) ? ColumnNames.of(by.get()) : header.name(i);
            columns.add(new ResultColumn(name, header.type(i), wire(header.type(i), header.name(i), by, from, 0)));
        }
        return columns;
    }

    private static Optional<FromItem> from(Query query) {
        return query instanceof Query.Select select ? select.from() : Optional.empty();
    }

    /** The expression of each column, as far as no asterisk stands before it or behind it. */
    private static List<Optional<Expr>> columns(Query query, int width) {
        Query first = query;
        while (first instanceof Query.Combined combined) {
            first = combined.queries().getFirst();
        }
        List<Expr> list = ((Query.Select) first).columns();
        List<Optional<Expr>> result = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            result.add(Optional.empty());
        }
        int at = 0;
        while (at < list.size() && at < width && isOne(list.get(at))) {
            result.set(at, Optional.of(list.get(at)));
            at++;
        }
        int back = 1;
        while (at < list.size() && back <= width && isOne(list.get(list.size() - back))) {
            result.set(width - back, Optional.of(list.get(list.size() - back)));
            back++;
        }
        return result;
    }

    private static boolean isOne(Expr expr) {
        return !(expr instanceof Expr.Asterisk
                || expr instanceof Expr.ColumnsByPattern
                || expr instanceof Expr.ColumnsByList);
    }

    private static WireType wire(DataType type, String name, Optional<Expr> by, Optional<FromItem> from, int depth) {
        DataType bare = Types.bare(Types.withoutSimpleAggregate(type));
        WireType plain = WireType.of(type);
        if (by.isEmpty()) {
            boolean star = plain.type() == PgType.NUMERIC && bare.equals(Types.UINT64) && from.isPresent();
            return star && isCountIn(name, from.get(), depth) ? WireType.of(PgType.INT8) : plain;
        }
        Expr expr = by.get() instanceof Expr.Alias alias ? alias.expression() : by.get();
        if (expr instanceof Expr.FunctionCall call) {
            Optional<WireType> cast = declared(call);
            if (cast.isPresent() && fits(cast.get().type(), bare)) {
                return cast.get();
            }
        }
        if (bare.equals(Types.UINT8) && isCondition(expr)) {
            return WireType.of(PgType.BOOL);
        }
        if (bare.equals(Types.UINT64) && isCount(expr, from, depth)) {
            return WireType.of(PgType.INT8);
        }
        return plain;
    }

    private static boolean fits(PgType type, DataType data) {
        return switch (type) {
            case BYTEA, JSON, JSONB, VARCHAR, BPCHAR, NAME, TIME -> data.equals(Types.STRING);
            case TIMESTAMP -> data instanceof DataType.DateTime64Type || data instanceof DataType.DateTimeType;
            case OID -> data.equals(Types.UINT32);
            default -> false;
        };
    }

    /** The type that an expression says itself: a cast, and what keeps a {@code timestamp} one. */
    private static Optional<WireType> declared(Expr expr) {
        if (!(expr instanceof Expr.FunctionCall call)) {
            return Optional.empty();
        }
        return switch (call.name().toLowerCase(Locale.ROOT)) {
            case "cast" ->
                call.arguments().size() == 2
                        ? TreeMapper.text(call.arguments().get(1))
                                .flatMap(t -> PgType.ofName(t.split("\\(")[0]))
                                .map(WireType::of)
                        : Optional.empty();
            case "plus", "minus", "date_trunc" ->
                call.arguments().stream()
                        .map(ResultShape::declared)
                        .flatMap(Optional::stream)
                        .filter(t -> t.type() == PgType.TIMESTAMP)
                        .findFirst();
            case "timezone" ->
                call.arguments().size() == 2
                                && !declared(call.arguments().get(1)).equals(Optional.of(WireType.of(PgType.TIMESTAMP)))
                        ? Optional.of(WireType.of(PgType.TIMESTAMP))
                        : Optional.empty();
            case "localtimestamp" -> Optional.of(WireType.of(PgType.TIMESTAMP));
            case "decode", "convert_to", "sha256" -> Optional.of(WireType.of(PgType.BYTEA));
            default -> Optional.empty();
        };
    }

    private static boolean isCondition(Expr expr) {
        return expr instanceof Expr.FunctionCall call
                && CONDITIONS.contains(call.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isCount(Expr expr, Optional<FromItem> from, int depth) {
        return switch (expr) {
            case Expr.FunctionCall call -> {
                String name = call.name().toLowerCase(Locale.ROOT);
                boolean arithmetic = name.equals("plus")
                        || name.equals("minus")
                        || name.equals("multiply")
                        || name.equals("intdiv")
                        || name.equals("coalesce")
                        || name.equals("ifnull")
                        || name.equals("max")
                        || name.equals("min")
                        || name.equals("any");
                yield COUNTS.contains(name)
                        || arithmetic
                                && !call.arguments().isEmpty()
                                && isCount(call.arguments().getFirst(), from, depth);
            }
            case Expr.Alias alias -> isCount(alias.expression(), from, depth);
            case Expr.Identifier name -> from.isPresent() && isCountIn(name.shortName(), from.get(), depth);
            case Expr.Subquery subquery ->
                subquery.query() instanceof Query.Select s
                        && s.columns().size() == 1
                        && depth < 8
                        && isCount(s.columns().getFirst(), s.from(), depth + 1);
            default -> false;
        };
    }

    /** Whether a name means a count of a subquery, a column of a system table or {@code number} of {@code numbers()}. */
    private static boolean isCountIn(String name, FromItem from, int depth) {
        return switch (from) {
            case FromItem.Table table -> table.name().database().orElse("").equals("system");
            case FromItem.TableFunction function ->
                function.name().toLowerCase(Locale.ROOT).startsWith("numbers")
                        || function.name().toLowerCase(Locale.ROOT).startsWith("generate");
            case FromItem.Derived derived ->
                depth < 8
                        && derived.query() instanceof Query.Select select
                        && select.columns().stream()
                                .anyMatch(c ->
                                        (c instanceof Expr.Alias a && a.name().equals(name)
                                                        || c instanceof Expr.Identifier i
                                                                && i.shortName().equals(name))
                                                && isCount(c, select.from(), depth + 1));
            case FromItem.Join join -> isCountIn(name, join.left(), depth) || isCountIn(name, join.right(), depth);
            case FromItem.ArrayJoin a -> false;
        };
    }
}
