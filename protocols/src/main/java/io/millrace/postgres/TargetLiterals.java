package io.millrace.postgres;

import io.millrace.catalog.table.Table;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.net.pgwire.WireOptions;
import io.millrace.sql.ast.AlterStatement.Assignment;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the literals that INSERT and UPDATE put into columns of arrays and dates as PostgreSQL reads them: {@code '{1,2}'}, moments in ISO form. */
final class TargetLiterals {
    private final TargetTables tables;
    private final LiteralCasts casts;

    TargetLiterals(TargetTables tables, WireOptions options) {
        this.tables = tables;
        this.casts = new LiteralCasts(options);
    }

    Statement read(Statement statement) {
        return switch (statement) {
            case Statement.Insert insert
            when insert.source() instanceof Statement.FromRows(List<List<Expr>> rows)
                    && insert.target() instanceof Statement.IntoTable(TableName name) ->
                tables.find(name).map(t -> inserted(insert, rows, t)).orElse(insert);
            case Statement.Update update ->
                tables.find(update.table()).map(t -> updated(update, t)).orElse(update);
            default -> statement;
        };
    }

    private Statement inserted(Statement.Insert insert, List<List<Expr>> rows, Table table) {
        List<Optional<DataType>> types = new ArrayList<>();
        Map<String, DataType> columns = types(table);
        if (insert.columns().isEmpty()) {
            table.definition().columns().stream()
                    .filter(c -> c.isOrdinary())
                    .forEach(c -> types.add(Optional.of(c.type())));
        } else {
            insert.columns()
                    .forEach(c -> types.add(
                            c instanceof Expr.Identifier name
                                    ? Optional.ofNullable(columns.get(name.fullName()))
                                    : Optional.empty()));
        }
        if (types.stream().noneMatch(t -> t.filter(TargetLiterals::isForeign).isPresent())) {
            return insert;
        }
        List<List<Expr>> read = new ArrayList<>();
        for (List<Expr> row : rows) {
            List<Expr> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(value(row.get(i), i < types.size() ? types.get(i) : Optional.empty()));
            }
            read.add(values);
        }
        return new Statement.Insert(
                insert.position(),
                insert.target(),
                insert.columns(),
                insert.partitionBy(),
                insert.settings(),
                new Statement.FromRows(read));
    }

    private Statement updated(Statement.Update update, Table table) {
        Map<String, DataType> columns = types(table);
        return new Statement.Update(
                update.position(),
                update.table(),
                update.assignments().stream()
                        .map(a -> new Assignment(
                                a.column(), value(a.expression(), Optional.ofNullable(columns.get(a.column())))))
                        .toList(),
                update.partition(),
                update.where(),
                update.settings());
    }

    private static Map<String, DataType> types(Table table) {
        Map<String, DataType> types = new HashMap<>();
        table.definition().columns().forEach(c -> types.put(c.name(), c.type()));
        return types;
    }

    /** Whether PostgreSQL writes values of a type otherwise than the engine. */
    private static boolean isForeign(DataType type) {
        return switch (Types.bare(type)) {
            case DataType.ArrayType a -> true;
            case DataType.DateType d -> true;
            case DataType.Date32Type d -> true;
            case DataType.DateTimeType d -> true;
            case DataType.DateTime64Type d -> true;
            case DataType.BoolType b -> true;
            default -> false;
        };
    }

    private Expr value(Expr expr, Optional<DataType> type) {
        Optional<String> text = TreeMapper.text(expr);
        if (text.isEmpty() || type.isEmpty()) {
            return expr;
        }
        return switch (Types.bare(type.get())) {
            case DataType.ArrayType a
            when ArrayLiteral.looksLikeOne(text.get()) ->
                TreeMapper.call(expr, "CAST", LiteralCasts.array(expr, text.get()), TreeMapper.literal(expr, a.name()));
            case DataType.BoolType b -> casts.of(expr, "bool", text.get()).orElse(expr);
            case DataType.DateType d -> date(expr, text.get());
            case DataType.Date32Type d -> date(expr, text.get());
            case DataType.DateTimeType d -> moment(expr, text.get());
            case DataType.DateTime64Type d -> d.precision() <= 6 ? moment(expr, text.get()) : expr;
            default -> expr;
        };
    }

    private Expr date(Expr expr, String text) {
        return casts.of(expr, "date", text).orElse(expr);
    }

    private Expr moment(Expr expr, String text) {
        return casts.of(expr, "timestamptz", text).orElse(expr);
    }
}
