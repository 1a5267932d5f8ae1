package io.millrace.functions.scalar.row;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;

/** Base of functions whose answer is a String, computed row by row. */
public abstract class TextFunction extends RowFunction {
    protected TextFunction(String name, String signature) {
        super(name, signature);
    }

    /** Appends the answer for one row. */
    protected abstract void row(RowArguments in, int row, ByteSink out);

    @Override
    final DataType resultType() {
        return Types.STRING;
    }

    @Override
    final Column compute(RowArguments in, int rows, EvaluationContext context) {
        TextColumns out = new TextColumns(rows, rows * 16L, context);
        for (int row = 0; row < rows; row++) {
            context.checkAt(row);
            row(in, row, out.sink());
            out.endRow();
        }
        return out.build();
    }
}
