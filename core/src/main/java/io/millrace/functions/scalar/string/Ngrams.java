package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.NumberView;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** All runs of n code points of a string. */
@Builtin("ngrams")
final class Ngrams extends ListFunction {
    Ngrams() {
        super("ngrams", "sc");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String splitting", "ngrams(s, n)", "All runs of n code points of a string.")
                .example("SELECT ngrams('abcd', 3)", "['abc','bcd']");
    }

    @Override
    protected void check(List<Argument> arguments) {
        if (NumberView.of(
                                arguments.get(1).constant().orElseThrow(),
                                arguments.get(1).type())
                        .at(0)
                <= 0) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Second argument of function ngrams should be greater then zero");
        }
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        TextView text = in.text(0);
        long n = in.number(1).at(row);
        byte[] bytes = text.bytes();
        int to = text.to(row);
        int begin = text.from(row);
        if (CodePoints.count(bytes, begin, to) < n) {
            return;
        }
        int end = CodePoints.forward(bytes, begin, to, n);
        out.add(bytes, begin, end);
        while (end < to) {
            begin = CodePoints.forward(bytes, begin, to, 1);
            end = CodePoints.forward(bytes, end, to, 1);
            out.add(bytes, begin, end);
        }
    }
}
