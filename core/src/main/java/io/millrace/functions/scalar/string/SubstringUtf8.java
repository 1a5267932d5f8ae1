package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;
import java.util.List;

/** Part of a string by code points: from an offset counted from 1, or from the end when negative. */
@Builtin("substringUTF8")
final class SubstringUtf8 extends SliceFunction {
    SubstringUtf8() {
        super("substringUTF8", "si?i");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "substringUTF8(s, offset[, length])",
                        "Part of a string by code points: from an offset counted from 1, or from the end when "
                                + "negative.")
                .example("SELECT substringUTF8('Grüße', 3, 2)", "üß");
    }

    @Override
    protected void check(List<Argument> arguments) {
        Substrings.check(arguments.get(0), arguments.get(1));
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        long length = in.count() > 2 ? in.number(2).at(row) : Long.MAX_VALUE;
        long bounds = Substrings.bounds(
                CodePoints.count(bytes, from, to), in.number(1).at(row), length);
        int begin = CodePoints.forward(bytes, from, to, bounds >>> 32);
        return part(begin, CodePoints.forward(bytes, begin, to, (int) bounds - (bounds >>> 32)));
    }
}
