package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Int8; numbers that do not fit wrap around. */
@Builtin("toInt8")
final class ToInt8 extends PlainConversion {
    ToInt8() {
        super("toInt8", Types.INT8, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt8(x)",
                        "Converts a value to Int8; numbers that do not fit wrap around.")
                .example("SELECT toInt8('-42')", "-42");
    }
}
