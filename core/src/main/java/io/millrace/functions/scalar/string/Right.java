package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;

/** The last n bytes; with a negative n all but the first ones. */
@Builtin({"right", "RIGHT"})
final class Right extends SliceFunction {
    Right() {
        super("right", "si");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "right(s, n)", "The last n bytes; with a negative n all but the first ones.")
                .example("SELECT right('Hello', 3), right('Hello', -3)", "llo\tlo");
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        long n = in.number(1).at(row);
        int size = to - from;
        return part(to - (int) (n >= 0 ? Math.min(n, size) : Math.max(0, size + n)), to);
    }
}
