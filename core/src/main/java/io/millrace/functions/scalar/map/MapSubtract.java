package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The values of equal keys subtracted, sorted by key. */
@Builtin("mapSubtract")
final class MapSubtract extends MapArithmetic {
    MapSubtract() {
        super("mapSubtract", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapSubtract(a, b, ...)", "The values of equal keys subtracted, sorted by key.")
                .example("SELECT mapSubtract(map('a', 3), map('a', 2))", "{'a':1}");
    }
}
