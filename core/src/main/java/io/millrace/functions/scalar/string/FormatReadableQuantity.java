package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A number with thousand, million and so on. */
@Builtin("formatReadableQuantity")
final class FormatReadableQuantity extends ReadableNumbers {
    FormatReadableQuantity() {
        super(
                "formatReadableQuantity",
                1000,
                "",
                " thousand",
                " million",
                " billion",
                " trillion",
                " quadrillion",
                " quintillion",
                " sextillion",
                " septillion");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "formatReadableQuantity(x)", "A number with thousand, million and so on.")
                .example("SELECT formatReadableQuantity(1234567)", "1.23 million");
    }
}
