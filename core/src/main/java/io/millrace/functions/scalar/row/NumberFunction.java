package io.millrace.functions.scalar.row;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;

/** Base of functions whose answer is an integer of up to 64 bits, computed row by row. */
public abstract class NumberFunction extends RowFunction {
    private final DataType type;

    protected NumberFunction(String name, String signature, DataType type) {
        super(name, signature);
        this.type = type;
    }

    /** The answer for one row. */
    protected abstract long row(RowArguments in, int row);

    @Override
    final DataType resultType() {
        return type;
    }

    @Override
    final Column compute(RowArguments in, int rows, EvaluationContext context) {
        long[] result = new long[rows];
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            result[row] = row(in, row);
        }
        return Narrowing.ofLongs(result, rows, type);
    }
}
