package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** The texts of the arguments with a constant separator between them. */
@Builtin({"concatWithSeparator", "concatWithSeparatorAssumeInjective", "concat_ws", "CONCAT_WS"})
final class ConcatWithSeparator extends TextFunction {
    ConcatWithSeparator() {
        super("concatWithSeparator", "kt?*");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "concatWithSeparator(separator, a, b, ...)",
                        "The texts of the arguments with a constant separator between them.")
                .example("SELECT concatWithSeparator('-', 'a', 'b', 3)", "a-b-3");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        for (int i = 1; i < in.count(); i++) {
            if (i > 1) {
                in.text(0).appendTo(row, out);
            }
            in.text(i).appendTo(row, out);
        }
    }
}
