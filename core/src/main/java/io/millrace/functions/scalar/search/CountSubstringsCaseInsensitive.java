package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As countSubstrings, whatever the case of ASCII letters. */
@Builtin("countSubstringsCaseInsensitive")
final class CountSubstringsCaseInsensitive extends PositionFunction {
    CountSubstringsCaseInsensitive() {
        super("countSubstringsCaseInsensitive", Needle.Casing.ASCII, false, false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "countSubstringsCaseInsensitive(haystack, needle[, start])",
                        "As countSubstrings, whatever the case of ASCII letters.")
                .example("SELECT countSubstringsCaseInsensitive('AaAa', 'aa')", "2");
    }
}
