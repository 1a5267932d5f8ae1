package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A number of bytes with a binary unit. */
@Builtin({"formatReadableSize", "FORMAT_BYTES"})
final class FormatReadableSize extends ReadableNumbers {
    FormatReadableSize() {
        super("formatReadableSize", 1024, " B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB", " ZiB", " YiB");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "formatReadableSize(x)", "A number of bytes with a binary unit.")
                .example("SELECT formatReadableSize(1048576)", "1.00 MiB");
    }
}
