package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.doc.FunctionDoc;

/** A map of the pairs that a lambda gives. */
@Builtin("mapApply")
final class MapApply extends MapLambda {
    MapApply() {
        super("mapApply");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapApply((k, v) -> (key, value), map)", "A map of the pairs that a lambda gives.")
                .example("SELECT mapApply((k, v) -> (k, v * 10), map('a', 1))", "{'a':10}");
    }

    @Override
    DataType resultType(MapType map, DataType value) {
        if (value instanceof TupleType tuple && tuple.elements().size() == 2) {
            return MapTypes.of(
                    "mapApply", tuple.elements().get(0), tuple.elements().get(1));
        }
        throw wrongLambda(value);
    }

    @Override
    Column combine(ArrayColumn map, Column values, int rows) {
        return new ArrayColumn(map.offsets(), values, rows);
    }
}
