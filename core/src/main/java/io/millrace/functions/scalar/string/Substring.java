package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;
import java.util.List;

/** Part of a string by bytes: from an offset counted from 1, or from the end when negative. */
@Builtin({"substring", "mid", "substr", "byteSlice", "SUBSTRING", "MID", "SUBSTR", "BYTESLICE"})
final class Substring extends SliceFunction {
    Substring() {
        super("substring", "si?i");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "substring(s, offset[, length])",
                        "Part of a string by bytes: from an offset counted from 1, or from the end when negative.")
                .example("SELECT substring('Hello', 2, 3), substring('Hello', -2)", "ell\tlo");
    }

    @Override
    protected void check(List<Argument> arguments) {
        Substrings.check(arguments.get(0), arguments.get(1));
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        long length = in.count() > 2 ? in.number(2).at(row) : Long.MAX_VALUE;
        long bounds = Substrings.bounds(to - from, in.number(1).at(row), length);
        return bounds + part(from, from);
    }
}
