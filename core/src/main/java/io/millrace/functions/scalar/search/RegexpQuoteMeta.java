package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The string with a backslash before each character that means something in regular expressions. */
@Builtin("regexpQuoteMeta")
final class RegexpQuoteMeta extends TextFunction {
    RegexpQuoteMeta() {
        super("regexpQuoteMeta", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "regexpQuoteMeta(s)",
                        "The string with a backslash before each character that means something in regular "
                                + "expressions.")
                .example("SELECT regexpQuoteMeta('a.b')", "a\\\\.b");
    }

    private static final String SPECIAL = "\\|()^$.[]?*+{:-";

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        for (int i = text.from(row); i < text.to(row); i++) {
            byte b = text.bytes()[i];
            if (b == 0) {
                out.putText("\\0");
                continue;
            }
            if (b > 0 && SPECIAL.indexOf(b) >= 0) {
                out.putByte('\\');
            }
            out.putByte(b);
        }
    }
}
