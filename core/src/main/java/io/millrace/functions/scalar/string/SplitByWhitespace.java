package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;

/** The parts of a string between white space. */
@Builtin("splitByWhitespace")
final class SplitByWhitespace extends ListFunction {
    SplitByWhitespace() {
        super("splitByWhitespace", "s?c");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "splitByWhitespace(s[, max_substrings])",
                        "The parts of a string between white space.")
                .example("SELECT splitByWhitespace('  a b ')", "['a','b']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        Splitting.runs(in, row, b -> b != ' ' && (b < '\t' || b > '\r'), out);
    }
}
