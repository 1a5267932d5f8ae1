package io.millrace.functions.scalar.array;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;

/** Brings plain values into the layout of a LowCardinality type. */
final class Encoding {
    private Encoding() {}

    static Column of(DataType type, Column plain) {
        if (!(type instanceof LowCardinalityType) || plain instanceof DictionaryColumn) {
            return plain;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, plain.rows());
        builder.appendRange(plain, 0, plain.rows());
        return builder.build();
    }
}
