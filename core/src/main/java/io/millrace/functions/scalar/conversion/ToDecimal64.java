package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a decimal of up to 18 digits, some of them behind the point; further digits are cut off. */
@Builtin("toDecimal64")
final class ToDecimal64 extends DecimalConversion {
    ToDecimal64() {
        super("toDecimal64", 18, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal64(x, scale)",
                        "Converts a value to a decimal of up to 18 digits, some of them behind the point; further digits are cut off.")
                .example("SELECT toDecimal64('1.239', 2)", "1.23");
    }
}
