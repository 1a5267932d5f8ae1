package io.millrace.net.pgwire;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one column as clients read them, without their length. Bound to one column at a time; makes no object per value. Not
 * thread-safe.
 */
public abstract class ValueWriter {
    private byte @Nullable [] nulls;

    /** Chooses the column that the next values come from. */
    public final void bind(Column column) {
        Column plain = column.plain();
        if (plain instanceof DictionaryColumn) {
            throw new IllegalStateException("dictionaries are looked up by plain()");
        }
        if (plain instanceof NullableColumn nullable) {
            nulls = nullable.nulls();
            values(nullable.values());
        } else {
            nulls = null;
            values(plain);
        }
    }

    /** The column without its NULLs. */
    abstract void values(Column column);

    public final boolean isNull(int row) {
        return nulls != null && nulls[row] != 0;
    }

    /** Writes a value that is not NULL. */
    public abstract void write(int row, ByteSink out);

    /** A writer of values as text. */
    public static ValueWriter text(DataType type, WireType as, WireOptions options) {
        return TextValues.of(type, as, options);
    }

    /** A writer of values in PostgreSQL's binary layouts. */
    public static ValueWriter binary(DataType type, WireType as, WireOptions options) {
        return BinaryValues.of(type, as, options);
    }
}
