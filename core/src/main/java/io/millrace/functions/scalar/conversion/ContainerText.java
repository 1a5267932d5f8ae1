package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;

/** Texts of arrays and tuples as such: {@code [1,2]}, {@code (1,'a')}. */
final class ContainerText {
    private ContainerText() {}

    static Conversion of(DataType to, TimeZone zone) {
        TextOptions options = TextOptions.defaults(zone);
        return (values, rows, failures) -> {
            TextRows text = TextRows.of(values);
            ColumnBuilder builder = ColumnBuilder.of(to, rows);
            TextReader reader = TextReader.of(to, TextStyle.RAW, options);
            reader.bind(builder);
            for (int i = 0; i < rows; i++) {
                int from = text.from(i);
                try {
                    reader.append(text.bytes(), from, from + text.length(i));
                } catch (DbException e) {
                    builder.truncate(i);
                    builder.appendDefault();
                    failures.fail(i, rows, e);
                }
            }
            return builder.build();
        };
    }
}
