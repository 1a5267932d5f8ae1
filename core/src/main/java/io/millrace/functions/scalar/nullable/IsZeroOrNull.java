package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Whether a number is zero or NULL. */
@Builtin("isZeroOrNull")
final class IsZeroOrNull extends NullFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "isZeroOrNull(x)", "Whether a number is zero or NULL.")
                .example("SELECT isZeroOrNull(0), isZeroOrNull(NULL), isZeroOrNull(5)", "1\t1\t0");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("isZeroOrNull", arguments, 1);
        return new Bound();
    }

    private record Bound() implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Conditions.truth(arguments[0], rows, bitmap);
            for (int word = 0; word < Bitmaps.words(rows); word++) {
                bitmap[word] = ~bitmap[word];
            }
            if ((rows & 63) != 0) {
                bitmap[rows >>> 6] &= (1L << rows) - 1;
            }
        }
    }
}
