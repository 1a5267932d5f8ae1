package io.millrace.expressions.range;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.Types;

/** Key values are kept plain, without LowCardinality; functions want them as their arguments' types say. */
final class KeyColumnTypes {
    private KeyColumnTypes() {}

    /** The type under which the values of an expression are compared once they are plain. */
    static DataType plain(DataType type) {
        return Types.withoutLowCardinality(Types.withoutSimpleAggregate(type));
    }

    /** Plain values in the layout that an argument of a type has. */
    static Column asArgument(DataType type, Column values) {
        Column result = values;
        if (type.isNullable() && !(result instanceof NullableColumn) && !(result instanceof ConstColumn)) {
            result = new NullableColumn(new byte[values.rows()], values);
        }
        if (Types.withoutSimpleAggregate(type) instanceof LowCardinalityType) {
            int[] codes = new int[values.rows()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = i;
            }
            result = new DictionaryColumn(codes, result, codes.length);
        }
        return result;
    }
}
