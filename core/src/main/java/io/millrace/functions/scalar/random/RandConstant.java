package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.SplittableRandom;

/** One random UInt32 for all rows of a query. */
@Builtin("randConstant")
final class RandConstant implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Random number", "randConstant([x])", "One random UInt32 for all rows of a query.")
                .example("SELECT toTypeName(randConstant())", "UInt32");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("randConstant", arguments, 0, 1);
        return new Bound(new SplittableRandom().nextInt());
    }

    /** The number. */
    private record Bound(int value) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT32;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new ConstColumn(new IntColumn(new int[] {value}, 1), rows);
        }
    }
}
