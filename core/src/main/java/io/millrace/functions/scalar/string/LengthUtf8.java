package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The number of code points of a string. */
@Builtin({"lengthUTF8", "CHARACTER_LENGTH", "CHAR_LENGTH"})
final class LengthUtf8 extends NumberFunction {
    LengthUtf8() {
        super("lengthUTF8", "s", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "lengthUTF8(s)", "The number of code points of a string.")
                .example("SELECT lengthUTF8('héllo')", "5");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return CodePoints.count(
                in.text(0).bytes(), in.text(0).from(row), in.text(0).to(row));
    }
}
