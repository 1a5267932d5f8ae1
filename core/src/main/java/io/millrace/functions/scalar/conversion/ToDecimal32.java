package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a decimal of up to 9 digits, some of them behind the point; further digits are cut off. */
@Builtin("toDecimal32")
final class ToDecimal32 extends DecimalConversion {
    ToDecimal32() {
        super("toDecimal32", 9, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal32(x, scale)",
                        "Converts a value to a decimal of up to 9 digits, some of them behind the point; further digits are cut off.")
                .example("SELECT toDecimal32('1.239', 2)", "1.23");
    }
}
