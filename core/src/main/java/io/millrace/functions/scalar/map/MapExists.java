package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a lambda is true for any pair. */
@Builtin("mapExists")
final class MapExists extends MapCondition {
    MapExists() {
        super("mapExists", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapExists((k, v) -> condition, map)", "Whether a lambda is true for any pair.")
                .example("SELECT mapExists((k, v) -> v = 1, map('a', 1))", "1");
    }
}
