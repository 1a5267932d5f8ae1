package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextFunction;

/** The string n times; nothing when n is not positive. */
@Builtin({"repeat", "REPEAT"})
final class Repeat extends TextFunction {
    Repeat() {
        super("repeat", "si");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "repeat(s, n)", "The string n times; nothing when n is not positive.")
                .example("SELECT repeat('ab', 3)", "ababab");
    }

    @Override
    protected boolean mayFail() {
        return true;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        long times = Math.max(0, in.number(1).at(row));
        if (times > 1_000_000) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE, "Too many times to repeat (" + times + "), maximum is: 1000000");
        }
        TextColumns.checkRoom(out, times * in.text(0).length(row));
        for (long i = 0; i < times; i++) {
            in.text(0).appendTo(row, out);
        }
    }
}
