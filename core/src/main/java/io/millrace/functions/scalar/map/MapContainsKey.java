package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a map has a key. */
@Builtin({"mapContainsKey", "mapContains"})
final class MapContainsKey extends MapSearch {
    MapContainsKey() {
        super("mapContainsKey", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapContainsKey(map, key)", "Whether a map has a key.")
                .example("SELECT mapContainsKey(map('a', 1), 'a')", "1");
    }
}
