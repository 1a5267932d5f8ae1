package io.millrace.functions.scalar.map;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Types and columns of maps. */
final class MapTypes {
    private MapTypes() {}

    /** A map type, if the key can be one. */
    static MapType of(String function, DataType key, DataType value) {
        if (key instanceof NullableType n && !n.nested().equals(Types.NOTHING)
                || key instanceof LowCardinalityType l && l.isNullable()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Map cannot have a key of type " + key.name() + " (function " + function + ")");
        }
        return new MapType(key, value);
    }

    static MapType require(String function, DataType type) {
        if (type instanceof MapType map) {
            return map;
        }
        throw Signature.illegalType(function, type);
    }

    static ArrayColumn column(int[] offsets, Column keys, Column values, int rows) {
        return new ArrayColumn(offsets, new TupleColumn(List.of(keys, values), keys.rows()), rows);
    }

    static ArrayColumn plain(Column column) {
        return (ArrayColumn) (column instanceof ConstColumn c ? c.value().gather(new int[c.rows()], c.rows()) : column);
    }

    static Column keys(ArrayColumn map) {
        return ((TupleColumn) map.elements()).elements().get(0);
    }

    static Column values(ArrayColumn map) {
        return ((TupleColumn) map.elements()).elements().get(1);
    }
}
