package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The pairs in descending order of keys, or of a lambda's values. */
@Builtin("mapReverseSort")
final class MapReverseSort extends MapSorting {
    MapReverseSort() {
        super("mapReverseSort", "arrayReverseSort");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Map",
                        "mapReverseSort([(k, v) -> f(k, v), ]map)",
                        "The pairs in descending order of keys, or of a lambda's values.")
                .example("SELECT mapReverseSort(map('a', 2, 'b', 1))", "{'b':1,'a':2}");
    }
}
