package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;

/** The last n code points; with a negative n all but the first ones. */
@Builtin("rightUTF8")
final class RightUtf8 extends SliceFunction {
    RightUtf8() {
        super("rightUTF8", "si");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "rightUTF8(s, n)",
                        "The last n code points; with a negative n all but the first ones.")
                .example("SELECT rightUTF8('Grüße', 3)", "üße");
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        long n = in.number(1).at(row);
        return part(n >= 0 ? CodePoints.backward(bytes, from, to, n) : CodePoints.forward(bytes, from, to, -n), to);
    }
}
