package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;

/** The runs of letters A to Z and a to z. */
@Builtin({"alphaTokens", "splitByAlpha"})
final class AlphaTokens extends ListFunction {
    AlphaTokens() {
        super("alphaTokens", "s?c");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "alphaTokens(s[, max_substrings])",
                        "The runs of letters A to Z and a to z.")
                .example("SELECT alphaTokens('abca1abc')", "['abca','abc']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        Splitting.runs(in, row, b -> (b | 0x20) >= 'a' && (b | 0x20) <= 'z', out);
    }
}
