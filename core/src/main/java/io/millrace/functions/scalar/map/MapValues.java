package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The values of a map. */
@Builtin("mapValues")
final class MapValues extends MapPart {
    MapValues() {
        super("mapValues", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapValues(map)", "The values of a map.")
                .example("SELECT mapValues(map('a', 1, 'b', 2))", "[1,2]");
    }
}
