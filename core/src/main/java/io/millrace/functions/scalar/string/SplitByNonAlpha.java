package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;

/** The parts of a string between white space and punctuation. */
@Builtin("splitByNonAlpha")
final class SplitByNonAlpha extends ListFunction {
    SplitByNonAlpha() {
        super("splitByNonAlpha", "s?c");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "splitByNonAlpha(s[, max_substrings])",
                        "The parts of a string between white space and punctuation.")
                .example("SELECT splitByNonAlpha('a,b c!')", "['a','b','c']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        Splitting.runs(
                in,
                row,
                b -> {
                    boolean printable = b > ' ' && b < 0x7F;
                    boolean alphanumeric = b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
                    boolean space = b == ' ' || b >= '\t' && b <= '\r';
                    return !space && (!printable || alphanumeric);
                },
                out);
    }
}
