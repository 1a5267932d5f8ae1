package io.millrace.mergetree.part;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;

/** Values of key expressions in the form of primary.idx, partition.dat and minmax files: row after row, each value in its row-binary form. */
public final class KeyColumns {
    private KeyColumns() {}

    /** The type as which values of a key expression are kept: without LowCardinality. */
    public static DataType keyType(DataType type) {
        return Types.withoutLowCardinality(Types.withoutSimpleAggregate(type));
    }

    /** The plain column of that type. */
    public static Column keyColumn(Column column) {
        return column.plain();
    }

    /** Appends row {@code row} of each column. */
    public static void write(List<DataType> types, List<Column> columns, int row, ByteSink out) {
        for (int i = 0; i < types.size(); i++) {
            Serialization.of(types.get(i), StateFormats.NONE).writeRow(columns.get(i), row, out);
        }
    }

    /** Reads {@code rows} rows. */
    public static List<Column> read(List<DataType> types, int rows, ByteSource in) {
        List<Serialization> forms = new ArrayList<>();
        List<ColumnBuilder> builders = new ArrayList<>();
        for (DataType type : types) {
            forms.add(Serialization.of(type, StateFormats.NONE));
            builders.add(ColumnBuilder.of(type, Math.min(rows, 1 << 16)));
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < forms.size(); i++) {
                forms.get(i).readRow(in, builders.get(i));
            }
        }
        return builders.stream().map(ColumnBuilder::build).toList();
    }
}
