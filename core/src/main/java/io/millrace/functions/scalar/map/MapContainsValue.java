package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a map has a value. */
@Builtin("mapContainsValue")
final class MapContainsValue extends MapSearch {
    MapContainsValue() {
        super("mapContainsValue", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapContainsValue(map, value)", "Whether a map has a value.")
                .example("SELECT mapContainsValue(map('a', 1), 2)", "0");
    }
}
