package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/**
 * LowCardinality: in bulk a version, then per block flags, the dictionary and the codes; slot 0 is the default value (NULL for Nullable, whose default value
 * is in slot 1). Single values are plain.
 */
final class DictionarySerialization extends Serialization {
    private static final long VERSION = 1;
    private static final long HAS_KEYS = 0x200;
    private static final long NEEDS_UPDATE = 0x400;
    private static final long GLOBAL = 0x100;
    private static final int MAX_SIZE = 1 << 30;

    private final DataType.LowCardinalityType type;
    private final Serialization nested;
    private final Serialization keys;
    private final boolean nullable;

    DictionarySerialization(DataType.LowCardinalityType type, Serialization nested, StateFormats states) {
        this.type = type;
        this.nested = nested;
        this.nullable = type.nested().isNullable();
        this.keys = nullable ? Serialization.of(Types.withoutNullable(type.nested()), states) : nested;
    }

    @Override
    public void writePrefix(ByteSink out) {
        out.putLong(VERSION);
    }

    @Override
    public void readPrefix(ByteSource in) {
        long version = in.getLong();
        if (version != VERSION) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Invalid version of LowCardinality keys: " + version);
        }
    }

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        if (from == to) {
            return;
        }
        DictionaryColumn coded = coded(column);
        Column dictionary = coded.dictionary();
        Column values = dictionary instanceof NullableColumn n ? n.values() : dictionary;
        int[] slots = new int[dictionary.rows()];
        Arrays.fill(slots, -1);
        Slots writer = new Slots(values);
        int[] codes = coded.codes();
        int[] written = new int[to - from];
        for (int row = from; row < to; row++) {
            int code = codes[row];
            if (slots[code] < 0) {
                slots[code] = nullable && dictionary.isNull(code) ? 0 : writer.slot(code);
            }
            written[row - from] = slots[code];
        }
        int width = writer.count <= 0x100 ? 0 : writer.count <= 0x10000 ? 1 : 2;
        out.putLong(HAS_KEYS | NEEDS_UPDATE | width);
        out.putLong(writer.count);
        out.put(writer.bytes.array(), 0, writer.bytes.size());
        out.putLong(written.length);
        for (int slot : written) {
            switch (width) {
                case 0 -> out.putByte(slot);
                case 1 -> out.putShort((short) slot);
                default -> out.putInt(slot);
            }
        }
    }

    private DictionaryColumn coded(Column column) {
        if (column instanceof DictionaryColumn dictionary) {
            return dictionary;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, column.rows());
        builder.appendRange(column, 0, column.rows());
        return (DictionaryColumn) builder.build();
    }

    /** Gives slots to values in the order of their first use. */
    private final class Slots {
        private final Column values;
        private final ByteSink bytes = new ByteSink();
        private final ByteSink one = new ByteSink();
        private final byte[] defaultBytes;
        private int count;

        Slots(Column values) {
            this.values = values;
            ColumnBuilder builder = values.newBuilder(1);
            builder.appendDefault();
            keys.writeRow(builder.build(), 0, one);
            defaultBytes = one.toByteArray();
            for (int i = 0; i <= (nullable ? 1 : 0); i++) {
                bytes.put(defaultBytes);
                count++;
            }
        }

        int slot(int code) {
            one.clear();
            keys.writeRow(values, code, one);
            if (Arrays.equals(one.array(), 0, one.size(), defaultBytes, 0, defaultBytes.length)) {
                return nullable ? 1 : 0;
            }
            bytes.put(one.array(), 0, one.size());
            return count++;
        }
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        if (rows == 0) {
            return;
        }
        long flags = in.getLong();
        if ((flags & GLOBAL) != 0 || (flags & HAS_KEYS) == 0) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA, "LowCardinality without its own dictionary, flags " + flags);
        }
        int size = in.getSizeOfLong(MAX_SIZE);
        Column dictionary = readDictionary(in, size);
        int count = in.getSizeOfLong(MAX_SIZE);
        if (count != rows) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA, "LowCardinality has " + count + " indexes for " + rows + " rows");
        }
        int width = (int) (flags & 0xFF);
        int[] one = new int[1];
        DictionaryColumn.Builder target = (DictionaryColumn.Builder) builder;
        DictionaryColumn row = new DictionaryColumn(one, dictionary, 1);
        for (int i = 0; i < rows; i++) {
            long code = code(in, width);
            if (code < 0 || code >= size) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA,
                        "Index " + code + " of LowCardinality is outside of its dictionary of " + size);
            }
            one[0] = (int) code;
            target.append(row, 0);
        }
    }

    private Column readDictionary(ByteSource in, int size) {
        DataType keyType = Types.withoutNullable(type.nested());
        ColumnBuilder values = ColumnBuilder.of(keyType, Math.min(size, 1024));
        keys.readBulk(in, size, values);
        if (!nullable) {
            return values.build();
        }
        byte[] nulls = new byte[size];
        if (size > 0) {
            nulls[0] = 1;
        }
        return new NullableColumn(nulls, values.build());
    }

    private static long code(ByteSource in, int width) {
        return switch (width) {
            case 0 -> in.getByte() & 0xFF;
            case 1 -> in.getShort() & 0xFFFF;
            case 2 -> in.getInt() & 0xFFFF_FFFFL;
            case 3 -> in.getLong();
            default ->
                throw new DbException(ErrorCode.INCORRECT_DATA, "Unknown width of LowCardinality indexes: " + width);
        };
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {
        if (column instanceof DictionaryColumn dictionary) {
            nested.writeRow(dictionary.dictionary(), dictionary.codes()[row], out);
        } else {
            nested.writeRow(column, row, out);
        }
    }

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        ColumnBuilder one = ColumnBuilder.of(type.nested(), 1);
        nested.readRow(in, one);
        builder.append(one.build(), 0);
    }
}
