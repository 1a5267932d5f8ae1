package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The position of each needle in a string, 0 where it does not occur. */
@Builtin("multiSearchAllPositionsCaseInsensitive")
final class MultiSearchAllPositionsCaseInsensitive extends MultiSearch {
    MultiSearchAllPositionsCaseInsensitive() {
        super("multiSearchAllPositionsCaseInsensitive", MultiSearch.Question.ALL_POSITIONS, Needle.Casing.ASCII, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAllPositionsCaseInsensitive(haystack, needles)",
                        "The position of each needle in a string, 0 where it does not occur.")
                .example("SELECT multiSearchAllPositionsCaseInsensitive('abc', ['x', 'b'])", "[0,2]");
    }
}
