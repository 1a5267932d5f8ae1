package io.millrace.data.serde;

import io.millrace.data.column.ColumnBuilder;

/** Parses the whole text of one value of one type and appends it; knows no quotes and no NULL. Not thread-safe. */
abstract class ValueParser {
    abstract void bind(ColumnBuilder builder);

    /** Uses all of {@code bytes[from, to)} or throws. */
    abstract void append(byte[] bytes, int from, int to);

    /** Whether an empty field is the default value (whole numbers) and not an error. */
    boolean emptyIsDefault() {
        return false;
    }

    /** Whether an SQL literal of the type has no quotes. */
    boolean isBareLiteral() {
        return isNumber();
    }

    /** Whether any text is a value. */
    boolean isText() {
        return false;
    }

    /** Whether {@code true} and {@code false} stand for 1 and 0. */
    boolean isNumber() {
        return false;
    }
}
