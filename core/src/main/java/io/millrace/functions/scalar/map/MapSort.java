package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The pairs in ascending order of keys, or of a lambda's values. */
@Builtin("mapSort")
final class MapSort extends MapSorting {
    MapSort() {
        super("mapSort", "arraySort");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Map",
                        "mapSort([(k, v) -> f(k, v), ]map)",
                        "The pairs in ascending order of keys, or of a lambda's values.")
                .example("SELECT mapSort(map('b', 1, 'a', 2))", "{'a':2,'b':1}");
    }
}
