package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;

/** The first n bytes; with a negative n all but the last ones. */
@Builtin({"left", "LEFT"})
final class Left extends SliceFunction {
    Left() {
        super("left", "si");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "left(s, n)", "The first n bytes; with a negative n all but the last ones.")
                .example("SELECT left('Hello', 3), left('Hello', -3)", "Hel\tHe");
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        long n = in.number(1).at(row);
        int size = to - from;
        return part(from, from + (int) (n >= 0 ? Math.min(n, size) : Math.max(0, size + n)));
    }
}
