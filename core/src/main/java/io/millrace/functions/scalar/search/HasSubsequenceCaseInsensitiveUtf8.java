package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As hasSubsequence, whatever the case of letters. */
@Builtin({"hasSubsequenceCaseInsensitiveUTF8", "HASSUBSEQUENCECASEINSENSITIVEUTF8"})
final class HasSubsequenceCaseInsensitiveUtf8 extends Subsequence {
    HasSubsequenceCaseInsensitiveUtf8() {
        super("hasSubsequenceCaseInsensitiveUTF8", Needle.Casing.UNICODE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "hasSubsequenceCaseInsensitiveUTF8(haystack, needle)",
                        "As hasSubsequence, whatever the case of letters.")
                .example("SELECT hasSubsequenceCaseInsensitiveUTF8('GRÜN', 'rü')", "1");
    }
}
