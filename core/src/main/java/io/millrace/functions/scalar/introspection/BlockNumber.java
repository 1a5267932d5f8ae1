package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
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
import java.util.concurrent.atomic.AtomicLong;

/** The number of the block among those this call has seen, from 0. */
@Builtin("blockNumber")
final class BlockNumber implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other", "blockNumber()", "The number of the block among those this call has seen, from 0.")
                .example("SELECT toTypeName(blockNumber())", "UInt64");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("blockNumber", arguments, 0);
        return new Bound(new AtomicLong());
    }

    /** One number per block. */
    private record Bound(AtomicLong next) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new ConstColumn(new LongColumn(new long[] {next.getAndIncrement()}, 1), rows);
        }
    }
}
