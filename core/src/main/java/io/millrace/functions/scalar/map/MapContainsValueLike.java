package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a map has a value like a pattern. */
@Builtin("mapContainsValueLike")
final class MapContainsValueLike extends LikeSearch {
    MapContainsValueLike() {
        super("mapContainsValueLike", 1, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapContainsValueLike(map, pattern)", "Whether a map has a value like a pattern.")
                .example("SELECT mapContainsValueLike(map('k', 'abc'), 'a%')", "1");
    }
}
