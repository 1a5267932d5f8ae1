package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string with all occurrences of a substring replaced. */
@Builtin({"replaceAll", "replace", "REPLACE"})
final class ReplaceAll extends Replacing {
    ReplaceAll() {
        super("replaceAll", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "replaceAll(s, pattern, replacement)",
                        "The string with all occurrences of a substring replaced.")
                .example("SELECT replaceAll('aaa', 'a', 'b')", "bbb");
    }
}
