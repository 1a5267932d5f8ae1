package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; NULL if it is none. */
@Builtin("toDecimal256OrNull")
final class ToDecimal256OrNull extends DecimalConversion {
    ToDecimal256OrNull() {
        super("toDecimal256OrNull", 76, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal256OrNull(x, scale)",
                        "Reads a string as a decimal; NULL if it is none.")
                .example("SELECT toDecimal256OrNull('1.239', 2), toDecimal256OrNull('x', 2)", "1.23\t\\N");
    }
}
