package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A string of random printable ASCII characters. */
@Builtin("randomPrintableASCII")
final class RandomPrintableAscii extends RandomBytes {
    RandomPrintableAscii() {
        super("randomPrintableASCII", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Random number",
                        "randomPrintableASCII(length)",
                        "A string of random printable ASCII characters.")
                .example("SELECT length(randomPrintableASCII(10))", "10");
    }
}
