package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; NULL if it is none. */
@Builtin("toDecimal32OrNull")
final class ToDecimal32OrNull extends DecimalConversion {
    ToDecimal32OrNull() {
        super("toDecimal32OrNull", 9, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal32OrNull(x, scale)",
                        "Reads a string as a decimal; NULL if it is none.")
                .example("SELECT toDecimal32OrNull('1.239', 2), toDecimal32OrNull('x', 2)", "1.23\t\\N");
    }
}
