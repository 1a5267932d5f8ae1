package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to a decimal of up to 76 digits, some of them behind the point; further digits are cut off. */
@Builtin("toDecimal256")
final class ToDecimal256 extends DecimalConversion {
    ToDecimal256() {
        super("toDecimal256", 76, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal256(x, scale)",
                        "Converts a value to a decimal of up to 76 digits, some of them behind the point; further digits are cut off.")
                .example("SELECT toDecimal256('1.239', 2)", "1.23");
    }
}
