package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether the bytes of a needle occur in a string in this order, with any others between them. */
@Builtin({"hasSubsequence", "hasSubsequenceUTF8", "HASSUBSEQUENCE", "HASSUBSEQUENCEUTF8"})
final class HasSubsequence extends Subsequence {
    HasSubsequence() {
        super("hasSubsequence", Needle.Casing.EXACT);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "hasSubsequence(haystack, needle)",
                        "Whether the bytes of a needle occur in a string in this order, with any others between "
                                + "them.")
                .example("SELECT hasSubsequence('garbage', 'arg')", "1");
    }
}
