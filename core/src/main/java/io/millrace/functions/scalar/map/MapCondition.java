package io.millrace.functions.scalar.map;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.Conditions;

/** Base of mapExists and mapAll. */
abstract class MapCondition extends MapLambda {
    private final boolean all;

    MapCondition(String name, boolean all) {
        super(name);
        this.all = all;
    }

    @Override
    DataType resultType(MapType map, DataType value) {
        return Types.UINT8;
    }

    @Override
    Column combine(ArrayColumn map, Column values, int rows) {
        long[] bitmap = new long[Bitmaps.words(values.rows())];
        Conditions.truth(values, values.rows(), bitmap);
        byte[] result = new byte[rows];
        for (int row = 0; row < rows; row++) {
            boolean answer = all;
            for (int i = map.offsets()[row]; i < map.offsets()[row + 1]; i++) {
                answer = all ? answer && Bitmaps.get(bitmap, i) : answer || Bitmaps.get(bitmap, i);
            }
            result[row] = (byte) (answer ? 1 : 0);
        }
        return new ByteColumn(result, rows);
    }
}
