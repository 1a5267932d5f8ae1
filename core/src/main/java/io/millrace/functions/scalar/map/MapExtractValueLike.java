package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The pairs whose value is like a pattern. */
@Builtin("mapExtractValueLike")
final class MapExtractValueLike extends LikeSearch {
    MapExtractValueLike() {
        super("mapExtractValueLike", 1, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapExtractValueLike(map, pattern)", "The pairs whose value is like a pattern.")
                .example("SELECT mapExtractValueLike(map('k', 'abc', 'l', 'x'), 'a%')", "{'k':'abc'}");
    }
}
