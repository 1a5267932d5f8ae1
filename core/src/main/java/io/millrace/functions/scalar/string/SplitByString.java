package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;

/** The parts of a string between separators; its code points when the separator is empty. */
@Builtin("splitByString")
final class SplitByString extends ListFunction {
    SplitByString() {
        super("splitByString", "ks?c");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "splitByString(separator, s[, max_substrings])",
                        "The parts of a string between separators; its code points when the separator is empty.")
                .example("SELECT splitByString('--', 'a--b')", "['a','b']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        if (in.text(0).length(row) == 0) {
            long limit =
                    in.count() > 2 && in.number(2).at(row) > 0 ? in.number(2).at(row) : Long.MAX_VALUE;
            Splitting.characters(in.text(1), row, limit, out);
        } else {
            Splitting.split(in, row, out);
        }
    }
}
