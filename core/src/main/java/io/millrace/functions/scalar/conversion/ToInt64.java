package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Int64; numbers that do not fit wrap around. */
@Builtin("toInt64")
final class ToInt64 extends PlainConversion {
    ToInt64() {
        super("toInt64", Types.INT64, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt64(x)",
                        "Converts a value to Int64; numbers that do not fit wrap around.")
                .example("SELECT toInt64('-42')", "-42");
    }
}
