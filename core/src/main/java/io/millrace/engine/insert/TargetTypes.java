package io.millrace.engine.insert;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.engine.query.QueryContext;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.formats.DefaultedCells;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.sql.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/** Brings what is inserted, rows of expressions or a query's columns, to the types of the target's columns. */
record TargetTypes(RowCompletion completion, QueryContext context) {
    /** The query's columns in the types of the target's. */
    PlannedQuery fitted(PlannedQuery planned) {
        Header wanted = completion.input();
        Header given = planned.header();
        if (given.width() != wanted.width()) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
                    "Number of columns doesn't match (source: " + given.width() + " and result: " + wanted.width()
                            + ")");
        }
        if (given.types().equals(wanted.types())) {
            return planned;
        }
        Calls calls = new Calls(context.analysis().bind());
        List<Expression> columns = new ArrayList<>();
        for (int i = 0; i < wanted.width(); i++) {
            columns.add(converted(new Expression.Input(i, given.name(i), given.type(i)), wanted.type(i), calls));
        }
        return new PlannedQuery(new Plan.Project(planned.plan(), columns, wanted), planned.sets());
    }

    /** The rows of expressions as a block of the whole table. */
    Block rows(List<List<Expr>> rows) {
        Header input = completion.input();
        ColumnBuilder[] builders = input.newBuilders(rows.size());
        DefaultedCells defaults = new DefaultedCells(input.width());
        for (int row = 0; row < rows.size(); row++) {
            List<Expr> values = rows.get(row);
            if (values.size() > input.width()) {
                throw new DbException(
                        ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH, "INSERT has more expressions than target columns");
            }
            for (int column = 0; column < input.width(); column++) {
                boolean given = column < values.size() && !isDefault(values.get(column));
                if (given) {
                    builders[column].append(value(values.get(column), input.type(column)), 0);
                } else {
                    builders[column].appendDefault();
                    defaults.mark(column, row);
                }
            }
        }
        return completion.complete(Block.of(input, builders), defaults, context.evaluation());
    }

    private static boolean isDefault(Expr value) {
        return value instanceof Expr.Identifier name
                && name.parts().size() == 1
                && name.shortName().equalsIgnoreCase("DEFAULT");
    }

    private Column value(Expr expr, DataType type) {
        Expression bound = QueryAnalyzer.bindFor(expr, type, context.analysis());
        Expression converted =
                converted(bound, type, new Calls(context.analysis().bind()));
        Block oneRow = new Block(new Header(List.of()), List.of(), 1);
        return ExpressionProgram.compile(List.of(converted))
                .evaluate(oneRow, context.evaluation())[0]
                .plain();
    }

    /** NULL becomes the default where the target cannot hold it ({@code insert_null_as_default}). */
    private static Expression converted(Expression value, DataType type, Calls calls) {
        boolean losesNulls = value.type().isNullable() && !type.isNullable() && Types.canBeInNullable(type);
        if (!losesNulls) {
            return calls.cast(value, type);
        }
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.appendDefault();
        Expression orDefault = new Expression.Constant(type, builder.build());
        return calls.cast(calls.call("ifNull", calls.cast(value, Types.nullable(type)), orDefault), type);
    }
}
