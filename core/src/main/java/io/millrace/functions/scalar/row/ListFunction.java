package io.millrace.functions.scalar.row;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;

/** Base of functions whose answer is an Array(String), computed row by row. */
public abstract class ListFunction extends RowFunction {
    protected ListFunction(String name, String signature) {
        super(name, signature);
    }

    /** Adds the elements of one row. */
    protected abstract void row(RowArguments in, int row, TextLists out);

    @Override
    final DataType resultType() {
        return Types.array(Types.STRING);
    }

    @Override
    final Column compute(RowArguments in, int rows, EvaluationContext context) {
        TextLists out = new TextLists(rows, context);
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            row(in, row, out);
            out.endRow();
        }
        return out.build();
    }
}
