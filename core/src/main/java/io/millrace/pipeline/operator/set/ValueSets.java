package io.millrace.pipeline.operator.set;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.ValueSet;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.operator.key.KeyTable;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;
import java.util.List;

/** Makes the sets that IN looks into. */
public final class ValueSets {
    private ValueSets() {}

    /**
     * The distinct values of a column, without NULL (and without tuples that have NULL in them), since NULL is in no set.
     *
     * @param type type of the left side: what {@link ValueSet#contains} will be asked about
     * @param values values of that type, or of the type without Nullable
     */
    public static ValueSet of(DataType type, Column values) {
        boolean tuple = Types.withoutNullable(type) instanceof DataType.TupleType;
        List<DataType> types = tuple ? ((DataType.TupleType) Types.withoutNullable(type)).elements() : List.of(type);
        KeyEncoder encoder = KeyEncoder.of(types.stream().map(Types::bare).toList());
        HashedSet set = new HashedSet(type, tuple, encoder);
        set.fill(values.plain());
        return set;
    }

    /** A set as a hash table of normalised keys. */
    private static final class HashedSet implements ValueSet {
        private final DataType type;
        private final boolean tuple;
        private final KeyEncoder encoder;
        private final KeyTable table;
        private Column values;

        HashedSet(DataType type, boolean tuple, KeyEncoder encoder) {
            this.type = type;
            this.tuple = tuple;
            this.encoder = encoder;
            this.table = KeyTable.of(encoder, new Reservation(MemoryTracker.root("set", 0)));
            this.values = new TupleColumn(List.of(), 0);
        }

        private void fill(Column source) {
            byte[] nulls = new byte[source.rows()];
            Column[] parts = parts(source, nulls);
            int[] kept = new int[source.rows()];
            int count = 0;
            for (int i = 0; i < nulls.length; i++) {
                kept[count] = i;
                count += 1 - nulls[i];
            }
            for (int p = 0; p < parts.length; p++) {
                parts[p] = parts[p].gather(kept, count);
            }
            KeyBatch batch = new KeyBatch();
            encoder.encode(parts, count, batch);
            int[] ids = new int[count];
            table.insert(batch, ids);
            int[] firsts = new int[table.size()];
            for (int i = count - 1; i >= 0; i--) {
                firsts[ids[i]] = kept[i];
            }
            values = withoutNulls(source).gather(firsts, firsts.length);
        }

        private static Column withoutNulls(Column source) {
            return source instanceof NullableColumn nullable ? nullable.values() : source;
        }

        /** The columns of the key without their NULL maps, which are ORed into {@code nulls}. */
        private Column[] parts(Column source, byte[] nulls) {
            Column bare = stripped(source, nulls);
            if (!tuple) {
                return new Column[] {bare};
            }
            return ((TupleColumn) bare)
                    .elements().stream().map(e -> stripped(e.plain(), nulls)).toArray(Column[]::new);
        }

        private static Column stripped(Column source, byte[] nulls) {
            if (!(source instanceof NullableColumn nullable)) {
                return source;
            }
            byte[] map = nullable.nulls();
            for (int i = 0; i < source.rows(); i++) {
                nulls[i] |= map[i];
            }
            return nullable.values();
        }

        @Override
        public DataType type() {
            return type;
        }

        @Override
        public void contains(Column column, int rows, long[] bitmap) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            byte[] nulls = new byte[rows];
            Column[] parts = parts(column.plain(), nulls);
            KeyBatch batch = new KeyBatch();
            encoder.encode(parts, rows, batch);
            int[] ids = new int[rows];
            table.find(batch, ids);
            for (int word = 0; word < Bitmaps.words(rows); word++) {
                int from = word << 6;
                int to = Math.min(rows, from + 64);
                long bits = 0;
                for (int i = from; i < to; i++) {
                    bits |= (~ids[i] >>> 31 & 1L & (nulls[i] ^ 1)) << i;
                }
                bitmap[word] = bits;
            }
        }

        @Override
        public Column values() {
            return values;
        }

        @Override
        public int size() {
            return table.size();
        }
    }
}
