package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The parts of a string between separators of one byte. */
@Builtin("splitByChar")
final class SplitByChar extends ListFunction {
    SplitByChar() {
        super("splitByChar", "ks?c");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "splitByChar(separator, s[, max_substrings])",
                        "The parts of a string between separators of one byte.")
                .example("SELECT splitByChar(',', '1,2,3')", "['1','2','3']");
    }

    @Override
    protected void check(List<Argument> arguments) {
        if (TextView.of(arguments.getFirst().constant().orElseThrow()).length(0) != 1) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Illegal separator for function splitByChar. Must be exactly one byte.");
        }
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        Splitting.split(in, row, out);
    }
}
