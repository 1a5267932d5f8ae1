package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; NULL if it is none. */
@Builtin("toDecimal128OrNull")
final class ToDecimal128OrNull extends DecimalConversion {
    ToDecimal128OrNull() {
        super("toDecimal128OrNull", 38, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal128OrNull(x, scale)",
                        "Reads a string as a decimal; NULL if it is none.")
                .example("SELECT toDecimal128OrNull('1.239', 2), toDecimal128OrNull('x', 2)", "1.23\t\\N");
    }
}
