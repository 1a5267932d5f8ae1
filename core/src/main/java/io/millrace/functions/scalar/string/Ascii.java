package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The first byte of a string as a number; 0 for the empty string. */
@Builtin({"ascii", "ASCII"})
final class Ascii extends NumberFunction {
    Ascii() {
        super("ascii", "s", Types.INT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "ascii(s)", "The first byte of a string as a number; 0 for the empty string.")
                .example("SELECT ascii('A')", "65");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return in.text(0).length(row) == 0 ? 0 : in.text(0).bytes()[in.text(0).from(row)];
    }
}
