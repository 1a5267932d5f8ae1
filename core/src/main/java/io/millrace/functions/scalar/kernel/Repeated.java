package io.millrace.functions.scalar.kernel;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;

/** Constants as full columns. */
public final class Repeated {
    private Repeated() {}

    /** The same values; a constant repeated in its own layout, dictionaries kept. */
    public static Column full(Column column) {
        return column instanceof ConstColumn constant
                ? constant.value().gather(new int[constant.rows()], constant.rows())
                : column;
    }
}
