package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As hasSubsequence, whatever the case of letters. */
@Builtin({"hasSubsequenceCaseInsensitive", "HASSUBSEQUENCECASEINSENSITIVE"})
final class HasSubsequenceCaseInsensitive extends Subsequence {
    HasSubsequenceCaseInsensitive() {
        super("hasSubsequenceCaseInsensitive", Needle.Casing.ASCII);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "hasSubsequenceCaseInsensitive(haystack, needle)",
                        "As hasSubsequence, whatever the case of letters.")
                .example("SELECT hasSubsequenceCaseInsensitive('garbage', 'ARG')", "1");
    }
}
