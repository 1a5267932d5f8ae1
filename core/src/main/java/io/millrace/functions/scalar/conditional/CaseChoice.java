package io.millrace.functions.scalar.conditional;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.ArrayList;
import java.util.List;

/** CASE x WHEN v THEN r ... ELSE e END: the comparisons with x, then a {@link Choice}. */
record CaseChoice(BoundScalar choice, List<BoundScalar> comparisons) implements BoundScalar {
    static BoundScalar bind(List<Argument> arguments, BindContext context) {
        List<BoundScalar> comparisons = new ArrayList<>();
        List<Argument> conditions = new ArrayList<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            List<Argument> pair = List.of(arguments.getFirst(), arguments.get(i));
            comparisons.add(context.functions().bindScalar("isNotDistinctFrom", pair, context));
            conditions.add(Argument.value("", Types.UINT8));
            conditions.add(arguments.get(i + 1));
        }
        conditions.add(arguments.getLast());
        return new CaseChoice(Choice.bind("caseWithExpression", conditions, context), List.copyOf(comparisons));
    }

    @Override
    public DataType type() {
        return choice.type();
    }

    @Override
    public boolean mayFail() {
        return choice.mayFail();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        Column[] columns = new Column[arguments.length - 1];
        for (int i = 0; i < comparisons.size(); i++) {
            Column[] pair = {arguments[0], arguments[2 * i + 1]};
            columns[2 * i] = comparisons.get(i).evaluate(pair, rows, context);
            columns[2 * i + 1] = arguments[2 * i + 2];
        }
        columns[columns.length - 1] = arguments[arguments.length - 1];
        return choice.evaluate(columns, rows, context);
    }
}
