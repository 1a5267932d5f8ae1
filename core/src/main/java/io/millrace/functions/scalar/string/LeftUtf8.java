package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;

/** The first n code points; with a negative n all but the last ones. */
@Builtin("leftUTF8")
final class LeftUtf8 extends SliceFunction {
    LeftUtf8() {
        super("leftUTF8", "si");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String", "leftUTF8(s, n)", "The first n code points; with a negative n all but the last ones.")
                .example("SELECT leftUTF8('Grüße', 3)", "Grü");
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        long n = in.number(1).at(row);
        return part(from, n >= 0 ? CodePoints.forward(bytes, from, to, n) : CodePoints.backward(bytes, from, to, -n));
    }
}
