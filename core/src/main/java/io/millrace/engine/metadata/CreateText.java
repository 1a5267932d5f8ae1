package io.millrace.engine.metadata;

import io.millrace.base.error.DbException;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.CreateMaterializedView;
import io.millrace.sql.ast.CreateStatement.CreateTable;
import io.millrace.sql.ast.CreateStatement.CreateView;
import io.millrace.sql.ast.CreateStatement.Mode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The CREATE statement of a table as text: what SHOW CREATE prints, and with ATTACH and the UUID what the metadata file holds.
 */
final class CreateText {
    private CreateText() {}

    /** For SHOW CREATE and {@code system.tables}. */
    static String shown(CreateStatement statement, TableId id) {
        return SqlPrinter.multiLine(named(statement, id, Mode.CREATE, Optional.empty()));
    }

    /** For the metadata file. */
    static String stored(String shown, TableId id, UUID uuid) {
        return SqlPrinter.multiLine(named(parse(shown), id, Mode.ATTACH, Optional.of(uuid.toString()))) + "\n";
    }

    /** The statement that a text holds. */
    static CreateStatement parse(String text) {
        Statement statement = Parser.parse(text, Dialect.CLICKHOUSE).statement();
        if (statement instanceof CreateStatement create) {
            return create;
        }
        throw DbException.bug("Metadata is no CREATE statement: " + text);
    }

    static CreateStatement named(CreateStatement statement, TableId id, Mode mode, Optional<String> uuid) {
        TableName name = id.database().isEmpty() ? TableName.of(id.name()) : TableName.of(id.database(), id.name());
        return switch (statement) {
            case CreateTable t ->
                new CreateTable(
                        t.position(),
                        mode,
                        t.temporary(),
                        name,
                        uuid,
                        t.elements(),
                        t.storage(),
                        t.source(),
                        t.comment());
            case CreateView v -> new CreateView(v.position(), mode, name, uuid, v.elements(), v.query(), v.comment());
            case CreateMaterializedView m ->
                new CreateMaterializedView(
                        m.position(),
                        mode,
                        name,
                        uuid,
                        m.target(),
                        Optional.empty(),
                        m.elements(),
                        m.storage(),
                        false,
                        false,
                        m.query(),
                        m.comment());
            case CreateStatement.CreateDatabase d -> d;
            case CreateStatement.CreateFunction f -> f;
        };
    }

    /** Elements for columns that are known by definition: those of CREATE AS, of views, and columns whose type was inferred. */
    static List<TableElement> elements(List<ColumnDefinition> columns, List<TableElement> written) {
        List<TableElement> elements = new ArrayList<>();
        for (ColumnDefinition column : columns) {
            elements.add(element(column));
        }
        written.stream().filter(e -> !(e instanceof TableElement.Column)).forEach(elements::add);
        return elements;
    }

    private static TableElement.Column element(ColumnDefinition column) {
        TableElement.DefaultKind kind = switch (column.defaultKind()) {
            case NONE -> TableElement.DefaultKind.NONE;
            case DEFAULT -> TableElement.DefaultKind.DEFAULT;
            case MATERIALIZED -> TableElement.DefaultKind.MATERIALIZED;
            case ALIAS -> TableElement.DefaultKind.ALIAS;
            case EPHEMERAL -> TableElement.DefaultKind.EPHEMERAL;
        };
        return new TableElement.Column(
                Position.NONE,
                column.name(),
                Optional.of(column.type().name()),
                TableElement.NullModifier.UNSPECIFIED,
                new TableElement.ColumnDefault(kind, expression(column.defaultText())),
                column.comment().isEmpty() ? Optional.empty() : Optional.of(column.comment()),
                expression(column.codec()),
                List.of(),
                expression(column.ttl()),
                Optional.empty(),
                List.of());
    }

    private static Optional<Expr> expression(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Parser.parseExpression(text));
    }
}
