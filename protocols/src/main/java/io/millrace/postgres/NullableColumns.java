package io.millrace.postgres;

import io.millrace.sql.ast.CreateStatement.CreateTable;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.parse.PostgresTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table made in PostgreSQL's manner, without an engine: its columns can be NULL unless they say otherwise or are keys. */
final class NullableColumns {
    private NullableColumns() {}

    static CreateTable of(CreateTable table, Translation translation) {
        Set<String> keys = new HashSet<>();
        table.storage().primaryKey().ifPresent(key -> names(key, keys));
        List<TableElement> elements = new ArrayList<>();
        for (TableElement element : table.elements()) {
            elements.add(element instanceof TableElement.Column column ? column(column, keys, translation) : element);
        }
        return new CreateTable(
                table.position(),
                table.mode(),
                table.temporary(),
                table.name(),
                table.uuid(),
                elements,
                table.storage(),
                table.source(),
                table.comment());
    }

    private static void names(Expr key, Set<String> into) {
        switch (key) {
            case Expr.Identifier name -> into.add(name.shortName());
            case Expr.FunctionCall call -> call.arguments().forEach(a -> names(a, into));
            default -> {}
        }
    }

    private static boolean canBeNull(TableElement.Column column, Set<String> keys) {
        Optional<String> type = column.type();
        return column.nullable() == TableElement.NullModifier.UNSPECIFIED
                && !keys.contains(column.name())
                && type.isPresent()
                && List.of("Array(", "Map(", "Tuple(", "Nullable(", "LowCardinality(").stream()
                        .noneMatch(type.get()::startsWith);
    }

    /** The column; the elements of PostgreSQL's arrays can be NULL, too. */
    private static TableElement column(TableElement.Column c, Set<String> keys, Translation translation) {
        return new TableElement.Column(
                c.position(),
                c.name(),
                c.type().map(t -> t.startsWith("Array(") ? PostgresTypes.ofNullable(t) : t),
                canBeNull(c, keys) ? TableElement.NullModifier.NULL : c.nullable(),
                new TableElement.ColumnDefault(
                        c.defaultValue().kind(), c.defaultValue().expression().map(translation::expr)),
                c.comment(),
                c.codec(),
                c.statistics(),
                c.ttl(),
                c.collation(),
                c.settings());
    }
}
