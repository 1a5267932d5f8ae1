package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.functions.scalar.array.Positions;

/** The pairs for which a lambda is true. */
@Builtin("mapFilter")
final class MapFilter extends MapLambda {
    MapFilter() {
        super("mapFilter");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapFilter((k, v) -> condition, map)", "The pairs for which a lambda is true.")
                .example("SELECT mapFilter((k, v) -> v > 1, map('a', 1, 'b', 2))", "{'b':2}");
    }

    @Override
    DataType resultType(MapType map, DataType value) {
        return map;
    }

    @Override
    Column combine(ArrayColumn map, Column values, int rows) {
        long[] bitmap = new long[Bitmaps.words(values.rows())];
        Conditions.truth(values, values.rows(), bitmap);
        Positions out = new Positions(rows, values.rows());
        for (int row = 0; row < rows; row++) {
            for (int i = map.offsets()[row]; i < map.offsets()[row + 1]; i++) {
                if (Bitmaps.get(bitmap, i)) {
                    out.add(i);
                }
            }
            out.endRow();
        }
        return out.build(map.elements());
    }
}
