package io.millrace.postgres;

import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.AlterStatement.Assignment;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * UPDATE or DELETE of rows, which the engine carries out as a mutation. The engine does not count the rows it changes, but clients want to know: they are
 * counted right before. Immutable.
 *
 * @param mutation what is carried out
 */
record RowChange(Statement mutation, TableName table, List<Assignment> assignments, Expr where) {
    /** The change that a statement is; empty when it is another statement. */
    static Optional<RowChange> of(Statement statement) {
        return switch (statement) {
            case Statement.Delete d -> Optional.of(new RowChange(d, d.table(), List.of(), d.where()));
            case Statement.Update u -> {
                AlterStatement alter = new AlterStatement(
                        u.position(),
                        false,
                        u.table(),
                        List.of(new AlterStatement.UpdateRows(u.assignments(), u.partition(), u.where())),
                        u.settings());
                yield Optional.of(new RowChange(alter, u.table(), u.assignments(), u.where()));
            }
            default -> Optional.empty();
        };
    }

    /** The question how many rows will change. */
    Statement counting() {
        return select(List.of(new Expr.FunctionCall(where.position(), "count", List.of())));
    }

    /** A query in which parameters stand beside what decides their types. */
    Statement typing() {
        List<Expr> compared = new ArrayList<>();
        for (Assignment a : assignments) {
            Expr column = new Expr.Identifier(where.position(), List.of(a.column()));
            compared.add(
                    a.expression() instanceof Expr.QueryParameter
                            ? Expr.FunctionCall.operator(where.position(), "equals", List.of(column, a.expression()))
                            : a.expression());
        }
        return compared.isEmpty() ? counting() : select(compared);
    }

    private Statement select(List<Expr> columns) {
        return new Statement.SelectStatement(Query.Select.of(Position.NONE, columns)
                .over(new FromItem.Table(table, FromItem.Modifiers.NONE), Optional.of(where)));
    }
}
