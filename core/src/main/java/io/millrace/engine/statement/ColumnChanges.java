package io.millrace.engine.statement;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableElement.Column;
import java.util.Optional;

/** Changes of the declaration of one column. */
final class ColumnChanges {
    private ColumnChanges() {}

    /** Whether the declaration has a property, named as in REMOVE. */
    static boolean has(Column column, String property) {
        return switch (property) {
            case "COMMENT" -> column.comment().isPresent();
            case "CODEC" -> column.codec().isPresent();
            case "TTL" -> column.ttl().isPresent();
            case "SETTINGS" -> !column.settings().isEmpty();
            default -> column.defaultValue().kind().name().equals(property);
        };
    }

    /** The declaration without a property, named as in REMOVE. */
    static Column without(Column column, String property) {
        return switch (property) {
            case "COMMENT" -> with(column, column.defaultValue(), Optional.empty(), column.codec(), column.ttl());
            case "CODEC" -> with(column, column.defaultValue(), column.comment(), Optional.empty(), column.ttl());
            case "TTL" -> with(column, column.defaultValue(), column.comment(), column.codec(), Optional.empty());
            case "SETTINGS" -> column;
            default -> with(column, TableElement.ColumnDefault.NONE, column.comment(), column.codec(), column.ttl());
        };
    }

    /** What MODIFY COLUMN does not mention stays as it is. */
    static Column merged(Column old, Column changed) {
        boolean hasDefault = changed.defaultValue().kind() != TableElement.DefaultKind.NONE;
        return new Column(
                old.position(),
                old.name(),
                changed.type().or(old::type),
                changed.type().isPresent() ? changed.nullable() : old.nullable(),
                hasDefault ? changed.defaultValue() : old.defaultValue(),
                changed.comment().or(old::comment),
                changed.codec().or(old::codec),
                old.statistics(),
                changed.ttl().or(old::ttl),
                old.collation(),
                old.settings());
    }

    static Column with(
            Column column,
            TableElement.ColumnDefault defaultValue,
            Optional<String> comment,
            Optional<Expr> codec,
            Optional<Expr> ttl) {
        return new Column(
                column.position(),
                column.name(),
                column.type(),
                column.nullable(),
                defaultValue,
                comment,
                codec,
                column.statistics(),
                ttl,
                column.collation(),
                column.settings());
    }
}
