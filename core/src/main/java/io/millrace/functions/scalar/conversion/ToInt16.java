package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Int16; numbers that do not fit wrap around. */
@Builtin("toInt16")
final class ToInt16 extends PlainConversion {
    ToInt16() {
        super("toInt16", Types.INT16, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt16(x)",
                        "Converts a value to Int16; numbers that do not fit wrap around.")
                .example("SELECT toInt16('-42')", "-42");
    }
}
