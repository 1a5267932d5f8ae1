package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How often a needle occurs, without overlaps. */
@Builtin({"countSubstrings", "COUNTSUBSTRINGS"})
final class CountSubstrings extends PositionFunction {
    CountSubstrings() {
        super("countSubstrings", Needle.Casing.EXACT, false, false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "countSubstrings(haystack, needle[, start])",
                        "How often a needle occurs, without overlaps.")
                .example("SELECT countSubstrings('aaaa', 'aa')", "2");
    }
}
