package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string with the first occurrence of a substring replaced. */
@Builtin("replaceOne")
final class ReplaceOne extends Replacing {
    ReplaceOne() {
        super("replaceOne", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "replaceOne(s, pattern, replacement)",
                        "The string with the first occurrence of a substring replaced.")
                .example("SELECT replaceOne('aaa', 'a', 'b')", "baa");
    }
}
