package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.text.unicode.Utf8;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Whether the bytes are valid UTF-8. */
@Builtin("isValidUTF8")
final class IsValidUtf8 extends NumberFunction {
    IsValidUtf8() {
        super("isValidUTF8", "s", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "isValidUTF8(s)", "Whether the bytes are valid UTF-8.")
                .example("SELECT isValidUTF8('é'), isValidUTF8('\\xC3')", "1\t0");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return Utf8.isValid(in.text(0).bytes(), in.text(0).from(row), in.text(0).to(row)) ? 1 : 0;
    }
}
