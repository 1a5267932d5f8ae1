package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** The code points of a string in reverse order. */
@Builtin("reverseUTF8")
final class ReverseUtf8 extends TextFunction {
    ReverseUtf8() {
        super("reverseUTF8", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "reverseUTF8(s)", "The code points of a string in reverse order.")
                .example("SELECT reverseUTF8('aé')", "éa");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        byte[] bytes = in.text(0).bytes();
        int from = in.text(0).from(row);
        int end = in.text(0).to(row);
        while (end > from) {
            int begin = CodePoints.backward(bytes, from, end, 1);
            out.put(bytes, begin, end - begin);
            end = begin;
        }
    }
}
