package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a lambda is true for all pairs. */
@Builtin("mapAll")
final class MapAll extends MapCondition {
    MapAll() {
        super("mapAll", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapAll((k, v) -> condition, map)", "Whether a lambda is true for all pairs.")
                .example("SELECT mapAll((k, v) -> v = 1, map('a', 1, 'b', 2))", "0");
    }
}
