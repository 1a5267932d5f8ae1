package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a decimal of up to 38 digits, some of them behind the point; further digits are cut off. */
@Builtin("toDecimal128")
final class ToDecimal128 extends DecimalConversion {
    ToDecimal128() {
        super("toDecimal128", 38, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal128(x, scale)",
                        "Converts a value to a decimal of up to 38 digits, some of them behind the point; further digits are cut off.")
                .example("SELECT toDecimal128('1.239', 2)", "1.23");
    }
}
