package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The string with a byte appended if it is not empty and does not end with it. */
@Builtin("appendTrailingCharIfAbsent")
final class AppendTrailingCharIfAbsent extends TextFunction {
    AppendTrailingCharIfAbsent() {
        super("appendTrailingCharIfAbsent", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "appendTrailingCharIfAbsent(s, c)",
                        "The string with a byte appended if it is not empty and does not end with it.")
                .example("SELECT appendTrailingCharIfAbsent('path', '/')", "path/");
    }

    @Override
    protected void check(List<Argument> arguments) {
        if (TextView.of(arguments.get(1).constant().orElseThrow()).length(0) != 1) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Second argument of function appendTrailingCharIfAbsent must be a one-character string");
        }
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        text.appendTo(row, out);
        byte wanted = in.text(1).bytes()[in.text(1).from(row)];
        if (text.length(row) > 0 && text.bytes()[text.to(row) - 1] != wanted) {
            out.putByte(wanted);
        }
    }
}
