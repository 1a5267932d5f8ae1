package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The keys of a map. */
@Builtin("mapKeys")
final class MapKeys extends MapPart {
    MapKeys() {
        super("mapKeys", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapKeys(map)", "The keys of a map.")
                .example("SELECT mapKeys(map('a', 1, 'b', 2))", "['a','b']");
    }
}
