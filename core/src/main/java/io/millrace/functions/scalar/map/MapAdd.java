package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The values of equal keys added, sorted by key. */
@Builtin("mapAdd")
final class MapAdd extends MapArithmetic {
    MapAdd() {
        super("mapAdd", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapAdd(a, b, ...)", "The values of equal keys added, sorted by key.")
                .example("SELECT mapAdd(map('a', 1), map('a', 2, 'b', 3))", "{'a':3,'b':3}");
    }
}
