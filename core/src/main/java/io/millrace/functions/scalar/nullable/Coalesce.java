package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.List;

/** The first value that is not NULL. */
@Builtin({"coalesce", "COALESCE"})
final class Coalesce extends NullFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "coalesce(x, ...)", "The first value that is not NULL.")
                .example("SELECT coalesce(NULL, 'b', 'c')", "b");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.isEmpty()) {
            return new NothingToChoose();
        }
        int last = 0;
        while (last < arguments.size() - 1 && arguments.get(last).type().isNullable()) {
            last++;
        }
        BoundScalar result = new Pass(arguments.get(last).type(), last);
        for (int i = last - 1; i >= 0; i--) {
            Argument rest = Argument.value("", result.type());
            result = new Then(firstNotNull(arguments.get(i), rest, context), result, i);
        }
        return result;
    }

    /** One more argument in front. */
    private record Then(BoundScalar ifNull, BoundScalar rest, int index) implements BoundScalar {
        @Override
        public DataType type() {
            return ifNull.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return ifNull.evaluate(
                    new Column[] {arguments[index], rest.evaluate(arguments, rows, context)}, rows, context);
        }
    }

    /** coalesce() without arguments is NULL. */
    private record NothingToChoose() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.NULL;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ColumnBuilder builder = ColumnBuilder.of(Types.NULL, rows);
            builder.appendDefaults(rows);
            return builder.build();
        }
    }
}
