package io.millrace.mergetree.stream;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The distinct values of a LowCardinality column and their codes, in ClickHouse's order: code 0 is the default, or NULL with the default at code 1. Not
 * thread-safe.
 */
final class DictionaryKeys {
    private final boolean nullable;
    private final Serialization form;
    private final ColumnBuilder keys;
    private final Map<String, Integer> codes = new HashMap<>();
    private final ByteSink bytes = new ByteSink();

    DictionaryKeys(DataType nested) {
        nullable = nested.isNullable();
        DataType plain = Types.withoutNullable(nested);
        form = Serialization.of(plain, StateFormats.NONE);
        keys = ColumnBuilder.of(plain, 16);
        keys.appendDefault();
        if (nullable) {
            keys.appendDefault();
        }
        ColumnBuilder one = ColumnBuilder.of(plain, 1);
        one.appendDefault();
        codes.put(keyOf(one.build(), 0), nullable ? 1 : 0);
    }

    int codeOf(Column column, int row) {
        Column values = column;
        if (column instanceof NullableColumn n) {
            if (n.isNull(row)) {
                return 0;
            }
            values = n.values();
        }
        String key = keyOf(values, row);
        Integer known = codes.get(key);
        if (known != null) {
            return known;
        }
        int code = keys.rows();
        keys.append(values, row);
        codes.put(key, code);
        return code;
    }

    private String keyOf(Column column, int row) {
        bytes.clear();
        form.writeRow(column, row, bytes);
        return new String(bytes.array(), 0, bytes.size(), StandardCharsets.ISO_8859_1);
    }

    int size() {
        return keys.rows();
    }

    /** Writes the number of keys, then the keys: strings behind their lengths. Nothing may be added afterwards. */
    void writeTo(StreamWriter out) {
        int count = keys.rows();
        Column all = keys.build();
        bytes.clear();
        bytes.putLong(count);
        form.writeBulk(all, 0, count, bytes);
        out.put(bytes.array(), 0, bytes.size());
    }
}
