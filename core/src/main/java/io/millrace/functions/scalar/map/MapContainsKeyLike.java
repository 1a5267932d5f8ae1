package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a map has a key like a pattern. */
@Builtin("mapContainsKeyLike")
final class MapContainsKeyLike extends LikeSearch {
    MapContainsKeyLike() {
        super("mapContainsKeyLike", 0, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapContainsKeyLike(map, pattern)", "Whether a map has a key like a pattern.")
                .example("SELECT mapContainsKeyLike(map('abc', 1), 'a%')", "1");
    }
}
