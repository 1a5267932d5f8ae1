package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; NULL if it is none. */
@Builtin("toDecimal64OrNull")
final class ToDecimal64OrNull extends DecimalConversion {
    ToDecimal64OrNull() {
        super("toDecimal64OrNull", 18, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal64OrNull(x, scale)",
                        "Reads a string as a decimal; NULL if it is none.")
                .example("SELECT toDecimal64OrNull('1.239', 2), toDecimal64OrNull('x', 2)", "1.23\t\\N");
    }
}
