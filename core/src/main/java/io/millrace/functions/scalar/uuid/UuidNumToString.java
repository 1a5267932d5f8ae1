package io.millrace.functions.scalar.uuid;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import java.util.List;

/** The text of a UUID of 16 bytes. */
@Builtin("UUIDNumToString")
final class UuidNumToString extends TextFunction {
    UuidNumToString() {
        super("UUIDNumToString", "s?c");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("UUID", "UUIDNumToString(bytes)", "The text of a UUID of 16 bytes.")
                .example(
                        "SELECT UUIDNumToString(toFixedString(unhex('612F3C405D3B217E707B6A546A3D7B29'), 16))",
                        "612f3c40-5d3b-217e-707b-6a546a3d7b29");
    }

    @Override
    protected void check(List<Argument> arguments) {
        if (!arguments.getFirst().type().equals(new FixedStringType(16))) {
            throw Signature.illegalType("UUIDNumToString", arguments.getFirst().type());
        }
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        for (int i = 0; i < 16; i++) {
            int b = in.text(0).bytes()[in.text(0).from(row) + i];
            out.putByte(Character.forDigit(b >> 4 & 0xF, 16));
            out.putByte(Character.forDigit(b & 0xF, 16));
            if (i == 3 || i == 5 || i == 7 || i == 9) {
                out.putByte('-');
            }
        }
    }
}
