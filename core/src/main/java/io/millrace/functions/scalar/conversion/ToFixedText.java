package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;

/** Strings as FixedString(length), padded with zero bytes; longer ones do not fit. */
record ToFixedText(int length) implements Conversion {
    @Override
    public Column convert(Column values, int rows, Failures failures) {
        FixedColumn.Builder builder = new FixedColumn.Builder(length, rows);
        for (int i = 0; i < rows; i++) {
            byte[] bytes;
            int from;
            int size;
            if (values instanceof StringColumn strings) {
                bytes = strings.bytes();
                from = strings.offsets()[i];
                size = strings.length(i);
            } else {
                FixedColumn fixed = (FixedColumn) values;
                bytes = fixed.bytes();
                from = i * fixed.width();
                size = fixed.width();
            }
            if (size > length) {
                failures.fail(
                        i,
                        rows,
                        new DbException(
                                ErrorCode.TOO_LARGE_STRING_SIZE,
                                "String too long for type FixedString(" + length + ")"));
                builder.appendDefault();
            } else {
                builder.append(bytes, from, size);
            }
        }
        return builder.build();
    }
}
