package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A number of bytes with a decimal unit. */
@Builtin("formatReadableDecimalSize")
final class FormatReadableDecimalSize extends ReadableNumbers {
    FormatReadableDecimalSize() {
        super("formatReadableDecimalSize", 1000, " B", " KB", " MB", " GB", " TB", " PB", " EB", " ZB", " YB");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "formatReadableDecimalSize(x)", "A number of bytes with a decimal unit.")
                .example("SELECT formatReadableDecimalSize(1500000)", "1.50 MB");
    }
}
