package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Int256; numbers that do not fit wrap around. */
@Builtin("toInt256")
final class ToInt256 extends PlainConversion {
    ToInt256() {
        super("toInt256", Types.INT256, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt256(x)",
                        "Converts a value to Int256; numbers that do not fit wrap around.")
                .example("SELECT toInt256('-42')", "-42");
    }
}
