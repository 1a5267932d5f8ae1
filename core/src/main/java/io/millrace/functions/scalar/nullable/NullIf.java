package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The first value, or NULL where both are equal. */
@Builtin({"nullIf", "NULLIF"})
final class NullIf extends NullFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "nullIf(x, y)", "The first value, or NULL where both are equal.")
                .example("SELECT nullIf(1, 1), nullIf(1, 2)", "\\N\t1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("nullIf", arguments, 2);
        DataType type =
                Types.nullable(Types.withoutLowCardinality(arguments.getFirst().type()));
        return new Bound(type, context.functions().bindScalar("equals", arguments, context));
    }

    private record Bound(DataType type, BoundScalar equals) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] equal = new long[Bitmaps.words(rows)];
            Conditions.truth(equals.evaluate(arguments, rows, context), rows, equal);
            byte[] nulls = Bitmaps.toBytes(equal, rows);
            Column values = arguments[0].plain();
            if (!type.isNullable()) {
                return values;
            }
            if (!(values instanceof NullableColumn nullable)) {
                return new NullableColumn(nulls, values);
            }
            for (int i = 0; i < rows; i++) {
                nulls[i] |= nullable.nulls()[i];
            }
            return new NullableColumn(nulls, nullable.values());
        }
    }
}
