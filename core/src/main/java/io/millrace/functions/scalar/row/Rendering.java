package io.millrace.functions.scalar.row;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import java.time.ZoneId;

/** Values of any type as the texts that {@code toString} gives. */
public final class Rendering {
    private Rendering() {}

    /** The column itself if it holds strings already; NULLs give an arbitrary text. */
    public static Column texts(Column column, DataType type, ZoneId zone, EvaluationContext context) {
        if (Types.isStringLike(type)) {
            return column;
        }
        if (column instanceof ConstColumn c) {
            return new ConstColumn(texts(c.value(), type, zone, context), c.rows());
        }
        int rows = column.rows();
        TextWriter writer = TextWriter.of(type, TextStyle.RAW, TextOptions.defaults(TimeZone.of(zone.getId())));
        writer.bind(column);
        TextColumns out = new TextColumns(rows, rows * 8L, context);
        for (int row = 0; row < rows; row++) {
            writer.write(row, out.sink());
            out.endRow();
        }
        return out.build();
    }
}
