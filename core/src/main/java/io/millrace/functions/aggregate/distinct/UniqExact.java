package io.millrace.functions.aggregate.distinct;

import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.DataType.UuidType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import java.util.List;

/** The exact number of distinct values; strings and several arguments by 128-bit SipHash, as in ClickHouse. */
@Builtin("uniqExact")
final class UniqExact extends DistinctCount {
    UniqExact() {
        super("uniqExact");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        "uniqExact(x[, ...])",
                        "Exact number of distinct values; needs memory for all of them.")
                .example("SELECT uniqExact(number % 10) FROM numbers(1000)", "10");
    }

    @Override
    GroupedState state(List<DataType> arguments) {
        return new State(arguments);
    }

    /** All values of all groups in one set. */
    private static final class State implements GroupedState {
        private final List<DataType> types;
        private final boolean signed;
        private final int width;
        private final List<Serialization> serializations;
        private final GroupedLongSet set;
        private final ByteSink bytes = new ByteSink();
        private final Hash128 hash = new Hash128();

        State(List<DataType> arguments) {
            DataType first = arguments.getFirst();
            types = arguments.size() == 1 && first instanceof TupleType tuple ? tuple.elements() : arguments;
            signed = Numbers.signed(first);
            width = arguments.size() == 1 && !hashed(first) ? Numbers.width(first) : 0;
            set = new GroupedLongSet(width == 0);
            serializations = types.stream()
                    .map(t -> Serialization.of(t, StateFormats.NONE))
                    .toList();
        }

        /** Decimals and their like are kept as hashes whatever their width. */
        private static boolean hashed(DataType type) {
            return type instanceof DataType.DecimalType || type instanceof DataType.DateTime64Type;
        }

        @Override
        public void resize(int groups) {
            set.resize(groups);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            if (width > 0) {
                set.addAll(ColumnReads.longs(arguments[0], signed, 0, rows), groupOf, rows);
                return;
            }
            Column[] columns = columns(arguments);
            for (int i = 0; i < rows; i++) {
                hash(columns, i);
                set.add(hash.low(), hash.high(), groupOf[i]);
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            if (width > 0) {
                set.addAll(ColumnReads.longs(arguments[0], signed, from, to), group, to - from);
                return;
            }
            Column[] columns = columns(arguments);
            for (int i = from; i < to; i++) {
                hash(columns, i);
                set.add(hash.low(), hash.high(), group);
            }
        }

        private Column[] columns(Column[] arguments) {
            return arguments.length == 1 && arguments[0] instanceof TupleColumn tuple
                    ? tuple.elements().toArray(Column[]::new)
                    : arguments;
        }

        private void hash(Column[] columns, int row) {
            if (columns.length != 1) { // none is the empty tuple
                bytes.clear();
                for (int i = 0; i < columns.length; i++) {
                    appendHashed(i, types.get(i), columns[i], row);
                }
                SipHash.hash128(bytes.array(), 0, bytes.size(), hash);
                return;
            }
            if (columns[0] instanceof WideColumn wide && isKept(wide)) {
                hash.set(wide.words()[2 * row], wide.words()[2 * row + 1]);
                return;
            }
            switch (columns[0]) {
                case StringColumn c -> SipHash.hash128(c.bytes(), c.offsets()[row], c.length(row), hash);
                case FixedColumn c -> SipHash.hash128(c.bytes(), row * c.width(), c.width(), hash);
                default -> {
                    bytes.clear();
                    appendHashed(0, types.getFirst(), columns[0], row);
                    SipHash.hash128(bytes.array(), 0, bytes.size(), hash);
                }
            }
        }

        /** Whether values of 128 bits stand for themselves. */
        private boolean isKept(WideColumn column) {
            DataType type = types.getFirst();
            return column.wordsPerValue() == 2 && (type instanceof UuidType || type instanceof IntegerType);
        }

        /** What ClickHouse feeds to the hash: fixed values as they are, strings behind their length and with a zero byte, arrays behind theirs. */
        private void appendHashed(int index, DataType type, Column column, int row) {
            if (column instanceof StringColumn strings) {
                bytes.putLong(strings.length(row) + 1L);
                bytes.put(strings.bytes(), strings.offsets()[row], strings.length(row));
                bytes.putByte(0);
            } else if (column instanceof ArrayColumn arrays && type instanceof DataType.ArrayType array) {
                bytes.putLong(arrays.length(row));
                for (int i = arrays.offsets()[row]; i < arrays.offsets()[row + 1]; i++) {
                    appendHashed(-1, array.element(), arrays.elements(), i);
                }
            } else {
                Serialization serialization =
                        index >= 0 ? serializations.get(index) : Serialization.of(type, StateFormats.NONE);
                serialization.writeRow(column, row, bytes);
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            set.merge(((State) other).set, targetOf);
        }

        @Override
        public Column result(int from, int to) {
            long[] counts = new long[to - from];
            for (int i = from; i < to; i++) {
                counts[i - from] = set.count(i);
            }
            return new LongColumn(counts, to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            int count = set.count(group);
            out.putVarint(count);
            int start = set.start(group);
            int[] members = set.members();
            for (int i = start; i < start + count; i++) {
                long rest = set.low(members[i]);
                if (width == 0) {
                    out.putLong(rest);
                    out.putLong(set.high(members[i]));
                    continue;
                }
                for (int b = 0; b < width; b++) {
                    out.putByte((int) rest);
                    rest >>>= 8;
                }
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            long count = in.getVarint();
            for (long i = 0; i < count; i++) {
                if (width == 0) {
                    long first = in.getLong();
                    set.add(first, in.getLong(), group);
                    continue;
                }
                long value = 0;
                for (int b = 0; b < width; b++) {
                    value |= (in.getByte() & 0xFFL) << (8 * b);
                }
                int unused = 64 - 8 * width;
                set.add(signed ? value << unused >> unused : value, 0, group);
            }
        }

        @Override
        public long sizeBytes() {
            return set.sizeBytes();
        }
    }
}
