package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As countSubstrings, whatever the case of letters. */
@Builtin("countSubstringsCaseInsensitiveUTF8")
final class CountSubstringsCaseInsensitiveUtf8 extends PositionFunction {
    CountSubstringsCaseInsensitiveUtf8() {
        super("countSubstringsCaseInsensitiveUTF8", Needle.Casing.UNICODE, true, false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "countSubstringsCaseInsensitiveUTF8(haystack, needle[, start])",
                        "As countSubstrings, whatever the case of letters.")
                .example("SELECT countSubstringsCaseInsensitiveUTF8('ÜüÜ', 'ü')", "3");
    }
}
