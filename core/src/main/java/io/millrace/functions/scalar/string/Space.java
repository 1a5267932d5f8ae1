package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextFunction;

/** A string of n spaces. */
@Builtin({"space", "SPACE"})
final class Space extends TextFunction {
    Space() {
        super("space", "i");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "space(n)", "A string of n spaces.").example("SELECT length(space(3))", "3");
    }

    @Override
    protected boolean mayFail() {
        return true;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        long times = Math.max(0, in.number(0).at(row));
        if (times > 1_000_000) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE, "Too many times to repeat (" + times + "), maximum is: 1000000");
        }
        TextColumns.checkRoom(out, times);
        for (long i = 0; i < times; i++) {
            out.putByte(' ');
        }
    }
}
