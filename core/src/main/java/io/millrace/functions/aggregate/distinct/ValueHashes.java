package io.millrace.functions.aggregate.distinct;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.IntHash;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import java.util.List;

/**
 * The 64-bit key that ClickHouse's uniq family makes of its arguments: numbers themselves (sign-extended, bits of floats), CityHash of the bytes of everything
 * else, combined over several arguments or the elements of a tuple. Owned by one thread.
 */
final class ValueHashes {
    /** How the key comes about, and so whether it still has to be hashed. */
    private enum Kind {
        NUMBER,
        STRING,
        WIDE,
        BYTES
    }

    private final List<DataType> types;
    private final List<Serialization> serializations;
    private final Kind kind;
    private final ByteSink sink = new ByteSink();

    ValueHashes(List<DataType> arguments) {
        DataType first = arguments.getFirst();
        types = arguments.size() == 1 && first instanceof TupleType tuple ? tuple.elements() : arguments;
        serializations =
                types.stream().map(t -> Serialization.of(t, StateFormats.NONE)).toList();
        kind = arguments.size() > 1 ? Kind.BYTES : kind(first);
    }

    private static Kind kind(DataType type) {
        if (type instanceof DecimalType || type instanceof DateTime64Type) {
            return Kind.BYTES;
        }
        if (Types.isStringLike(type)) {
            return Kind.STRING;
        }
        if (Numbers.width(type) > 0) {
            return Kind.NUMBER;
        }
        return switch (type.layout()) {
            case WIDE -> Kind.WIDE;
            default -> Kind.BYTES;
        };
    }

    /** Whether keys of uniq go through the finalizer. */
    boolean finishedForUniq() {
        return kind != Kind.BYTES;
    }

    /** Whether keys of uniqCombined go through the finalizer. */
    boolean finishedForCombined() {
        return kind == Kind.NUMBER;
    }

    /** Keys of rows {@code from} to {@code to} (exclusive). */
    long[] keys(Column[] arguments, int from, int to) {
        if (kind == Kind.NUMBER) {
            return ColumnReads.longs(arguments[0], Numbers.signed(types.getFirst()), from, to);
        }
        long[] keys = new long[to - from];
        if (kind == Kind.STRING && arguments[0] instanceof StringColumn strings) {
            byte[] bytes = strings.bytes();
            int[] offsets = strings.offsets();
            for (int i = from; i < to; i++) {
                keys[i - from] = CityHash.hash64(bytes, offsets[i], offsets[i + 1] - offsets[i]);
            }
            return keys;
        }
        Column[] columns = arguments.length == 1 && arguments[0] instanceof TupleColumn tuple
                ? tuple.elements().toArray(Column[]::new)
                : arguments;
        for (int i = from; i < to; i++) {
            keys[i - from] = kind == Kind.WIDE ? wideKey((WideColumn) columns[0], i) : combined(columns, i);
        }
        return keys;
    }

    /** ClickHouse hashes wide integers and UUIDs by the finalizer over their words joined by xor. */
    private static long wideKey(WideColumn column, int row) {
        long joined = 0;
        for (int w = 0; w < column.wordsPerValue(); w++) {
            joined ^= column.words()[row * column.wordsPerValue() + w];
        }
        return IntHash.finalizer(joined);
    }

    private long combined(Column[] columns, int row) {
        if (columns.length == 0) { // all empty tuples are one value
            return 0;
        }
        long hash = bytesHash(0, columns[0], row);
        for (int i = 1; i < columns.length; i++) {
            hash = CityHash.mix(bytesHash(i, columns[i], row), hash);
        }
        return hash;
    }

    private long bytesHash(int index, Column column, int row) {
        switch (column) {
            case StringColumn c -> {
                return CityHash.hash64(c.bytes(), c.offsets()[row], c.length(row));
            }
            case FixedColumn c -> {
                return CityHash.hash64(c.bytes(), row * c.width(), c.width());
            }
            default -> {
                sink.clear();
                writeBare(serializations.get(index), types.get(index), column, row);
                return CityHash.hash64(sink.array(), 0, sink.size());
            }
        }
    }

    /** The bytes of a value; of an array those of its elements without their number. */
    private void writeBare(Serialization serialization, DataType type, Column column, int row) {
        if (column instanceof ArrayColumn arrays && type instanceof DataType.ArrayType array) {
            Serialization element = Serialization.of(array.element(), StateFormats.NONE);
            for (int i = arrays.offsets()[row]; i < arrays.offsets()[row + 1]; i++) {
                writeBare(element, array.element(), arrays.elements(), i);
            }
        } else if (column instanceof StringColumn strings) {
            sink.put(strings.bytes(), strings.offsets()[row], strings.length(row));
        } else {
            serialization.writeRow(column, row, sink);
        }
    }
}
