package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The pairs whose key is like a pattern. */
@Builtin("mapExtractKeyLike")
final class MapExtractKeyLike extends LikeSearch {
    MapExtractKeyLike() {
        super("mapExtractKeyLike", 0, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapExtractKeyLike(map, pattern)", "The pairs whose key is like a pattern.")
                .example("SELECT mapExtractKeyLike(map('abc', 1, 'x', 2), 'a%')", "{'abc':1}");
    }
}
