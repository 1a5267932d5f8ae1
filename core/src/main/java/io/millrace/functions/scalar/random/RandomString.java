package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A string of random bytes. */
@Builtin("randomString")
final class RandomString extends RandomBytes {
    RandomString() {
        super("randomString", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Random number", "randomString(length)", "A string of random bytes.")
                .example("SELECT length(randomString(10))", "10");
    }
}
