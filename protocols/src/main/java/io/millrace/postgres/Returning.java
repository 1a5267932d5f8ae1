package io.millrace.postgres;

import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.Table;
import io.millrace.sql.ast.AlterStatement.Assignment;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * RETURNING as a query that is run before the change: over the rows to be inserted, over the rows to be updated with their new values, or over the rows to
 * be deleted.
 */
final class Returning {
    private final TargetTables tables;
    private final Dialect dialect;

    Returning(TargetTables tables, Dialect dialect) {
        this.tables = tables;
        this.dialect = dialect;
    }

    /**
     * @param list what stands behind RETURNING
     */
    Statement.SelectStatement query(String list, Statement change) {
        Query.Select select = list(list);
        return new Statement.SelectStatement(
                switch (change) {
                    case Statement.Delete d ->
                        select.over(new FromItem.Table(d.table(), FromItem.Modifiers.NONE), Optional.of(d.where()));
                    case Statement.Update u -> over(select, u.table(), updated(u, table(u.table())));
                    case Statement.Insert insert
                    when insert.target() instanceof Statement.IntoTable(TableName name)
                            && insert.source() instanceof Statement.FromRows(List<List<Expr>> rows) ->
                        over(select, name, inserted(insert, rows, table(name)));
                    default -> throw unsupported("RETURNING is supported for INSERT .. VALUES, UPDATE and DELETE");
                });
    }

    private static PgError unsupported(String message) {
        return new PgError(SqlState.NOT_SUPPORTED, message);
    }

    private Query.Select list(String list) {
        Statement statement = Parser.parse("SELECT " + list, ParserOptions.DEFAULT.withDialect(dialect))
                .statement();
        if (statement instanceof Statement.SelectStatement(Query.Select select)
                && select.from().isEmpty()) {
            return select;
        }
        throw new PgError(SqlState.SYNTAX, "RETURNING takes a list of expressions");
    }

    private Table table(TableName name) {
        return tables.find(name)
                .orElseThrow(() -> new PgError("42P01", "relation \"" + name.table() + "\" does not exist"));
    }

    private static Query over(Query.Select list, TableName name, Query rows) {
        return list.over(
                new FromItem.Derived(
                        name.position(),
                        rows,
                        new FromItem.Modifiers(Optional.of(name.table()), List.of(), false, Optional.empty())),
                Optional.empty());
    }

    private static List<ColumnDefinition> ordinary(Table table) {
        return table.definition().columns().stream()
                .filter(ColumnDefinition::isOrdinary)
                .toList();
    }

    /** The values have names that are no columns' until all are computed: an alias would hide the column of its name. */
    private static Query named(List<ColumnDefinition> columns, Query values) {
        List<Expr> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expr value = new Expr.Identifier(Position.NONE, List.of(hidden(i)));
            names.add(new Expr.Alias(Position.NONE, value, columns.get(i).name()));
        }
        return Query.Select.of(Position.NONE, names)
                .over(new FromItem.Derived(Position.NONE, values, FromItem.Modifiers.NONE), Optional.empty());
    }

    private static String hidden(int column) {
        return "returned value " + column;
    }

    private static Expr value(Expr expr, ColumnDefinition column, int index) {
        Expr cast = TreeMapper.call(
                expr, "CAST", expr, TreeMapper.literal(expr, column.type().name()));
        return new Expr.Alias(expr.position(), cast, hidden(index));
    }

    private static Query updated(Statement.Update update, Table table) {
        Map<String, Expr> assigned = update.assignments().stream()
                .collect(Collectors.toMap(Assignment::column, Assignment::expression, (a, b) -> b));
        List<ColumnDefinition> columns = ordinary(table);
        List<Expr> values = new ArrayList<>();
        for (ColumnDefinition column : columns) {
            Expr old = new Expr.Identifier(update.position(), List.of(column.name()));
            values.add(value(assigned.getOrDefault(column.name(), old), column, values.size()));
        }
        return named(
                columns,
                Query.Select.of(update.position(), values)
                        .over(
                                new FromItem.Table(update.table(), FromItem.Modifiers.NONE),
                                Optional.of(update.where())));
    }

    private Query inserted(Statement.Insert insert, List<List<Expr>> rows, Table table) {
        List<ColumnDefinition> columns = ordinary(table);
        List<String> given = insert.columns().isEmpty()
                ? columns.stream().map(ColumnDefinition::name).toList()
                : insert.columns().stream()
                        .map(c -> c instanceof Expr.Identifier name ? name.fullName() : "")
                        .toList();
        List<Query> queries = new ArrayList<>();
        for (List<Expr> row : rows) {
            List<Expr> values = new ArrayList<>();
            for (ColumnDefinition column : columns) {
                int at = given.indexOf(column.name());
                boolean absent = at < 0 || at >= row.size() || isDefault(row.get(at));
                values.add(value(absent ? initial(column) : row.get(at), column, values.size()));
            }
            queries.add(Query.Select.of(insert.position(), values));
        }
        Query all = queries.size() == 1
                ? queries.getFirst()
                : new Query.Combined(insert.position(), Query.Operator.UNION_ALL, queries);
        return named(columns, all);
    }

    private static boolean isDefault(Expr value) {
        return value instanceof Expr.Identifier name && name.shortName().equalsIgnoreCase("DEFAULT");
    }

    /** What a column gets that no value is given for; a default that is computed anew each time cannot be told before. */
    private static Expr initial(ColumnDefinition column) {
        if (column.defaultExpression().isEmpty()) {
            return TreeMapper.call(
                    new Expr.Literal(Position.NONE, new LiteralValue.NullValue()),
                    "defaultValueOfTypeName",
                    new Expr.Literal(
                            Position.NONE,
                            LiteralValue.StringValue.of(column.type().name())));
        }
        Expr expression = Parser.parseExpression(column.defaultText(), ParserOptions.DEFAULT);
        if (expression instanceof Expr.Literal) {
            return expression;
        }
        throw unsupported("RETURNING needs a value for column \"" + column.name() + "\", whose default is computed");
    }
}
