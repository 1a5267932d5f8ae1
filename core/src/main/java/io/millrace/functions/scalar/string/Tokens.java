package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;

/** The runs of letters, digits and bytes outside ASCII. */
@Builtin("tokens")
final class Tokens extends ListFunction {
    Tokens() {
        super("tokens", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String splitting", "tokens(s)", "The runs of letters, digits and bytes outside ASCII.")
                .example("SELECT tokens('a-b, c1')", "['a','b','c1']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        Splitting.runs(in, row, b -> b < 0 || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z', out);
    }
}
