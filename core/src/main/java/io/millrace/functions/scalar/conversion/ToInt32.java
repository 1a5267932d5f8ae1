package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Int32; numbers that do not fit wrap around. */
@Builtin("toInt32")
final class ToInt32 extends PlainConversion {
    ToInt32() {
        super("toInt32", Types.INT32, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt32(x)",
                        "Converts a value to Int32; numbers that do not fit wrap around.")
                .example("SELECT toInt32('-42')", "-42");
    }
}
