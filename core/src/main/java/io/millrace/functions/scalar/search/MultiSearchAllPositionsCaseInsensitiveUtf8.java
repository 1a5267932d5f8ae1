package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The position of each needle in a string, 0 where it does not occur. */
@Builtin("multiSearchAllPositionsCaseInsensitiveUTF8")
final class MultiSearchAllPositionsCaseInsensitiveUtf8 extends MultiSearch {
    MultiSearchAllPositionsCaseInsensitiveUtf8() {
        super(
                "multiSearchAllPositionsCaseInsensitiveUTF8",
                MultiSearch.Question.ALL_POSITIONS,
                Needle.Casing.UNICODE,
                true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAllPositionsCaseInsensitiveUTF8(haystack, needles)",
                        "The position of each needle in a string, 0 where it does not occur.")
                .example("SELECT multiSearchAllPositionsCaseInsensitiveUTF8('abc', ['x', 'b'])", "[0,2]");
    }
}
