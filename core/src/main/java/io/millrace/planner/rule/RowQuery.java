package io.millrace.planner.rule;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Mutable.RowValue;
import io.millrace.data.block.Header;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A query that computes values from each row of one table on its own, taken apart.
 *
 * @param columns of the table: the stored and the computed ones that the expressions are over
 * @param condition which rows the query keeps; empty for all
 * @param values what it computes of them
 */
public record RowQuery(Header columns, Optional<Expression> condition, List<Expression> values) {
    public RowQuery {
        values = List.copyOf(values);
    }

    /**
     * Takes a plan apart that no rule has touched yet.
     *
     * @throws DbException UNEXPECTED_EXPRESSION when a row of the result depends on other rows, or is not one row of the table
     */
    public static RowQuery of(Plan plan) {
        return switch (plan) {
            case Plan.Scan scan -> {
                List<Expression> columns = new ArrayList<>();
                for (int i = 0; i < scan.header().width(); i++) {
                    columns.add(new Expression.Input(
                            i, scan.header().name(i), scan.header().type(i)));
                }
                yield new RowQuery(scan.header(), scan.filter(), columns);
            }
            case Plan.Filter filter -> {
                RowQuery input = of(filter.input());
                Expression here = Substitutions.inputs(filter.condition(), input.values);
                Expression all = input.condition
                        .map(before -> Conjunctions.and(before, here))
                        .orElse(here);
                yield new RowQuery(input.columns, Optional.of(all), input.values);
            }
            case Plan.Project project -> {
                RowQuery input = of(project.input());
                List<Expression> values = project.expressions().stream()
                        .map(value -> Substitutions.inputs(value, input.values))
                        .toList();
                yield new RowQuery(input.columns, input.condition, values);
            }
            default ->
                throw new DbException(
                        ErrorCode.UNEXPECTED_EXPRESSION,
                        "A change of rows can only compute with the values of each row itself: without aggregate functions, window functions and arrayJoin");
        };
    }

    /** An expression over the table's columns as one over only those that it needs. */
    public RowValue value(Expression expression) {
        SortedSet<Integer> needed = new TreeSet<>(ExpressionProgram.inputsOf(expression));
        int[] positions = new int[columns.width()];
        List<Header.Field> fields = new ArrayList<>();
        for (int column : needed) {
            positions[column] = fields.size();
            fields.add(columns.fields().get(column));
        }
        return new RowValue(new Header(fields), Substitutions.renumber(expression, positions));
    }
}
