package io.millrace.functions.aggregate.distinct;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.IntHash;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The number of distinct values, estimated by a HyperLogLog of 4,096 cells; exact up to 16. */
@Builtin("uniqHLL12")
final class UniqHll12 extends DistinctCount {
    private static final int PRECISION = 12;
    private static final int SMALL = 16;

    UniqHll12() {
        super("uniqHLL12");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate", "uniqHLL12(x[, ...])", "Approximate number of distinct values, by HyperLogLog.")
                .example("SELECT uniqHLL12(number % 10) FROM numbers(1000)", "10");
    }

    @Override
    GroupedState state(List<DataType> arguments) {
        return new State(arguments);
    }

    /** ClickHouse's 32-bit hash of numbers without the salt that SQL's intHash32 has. */
    private static long hash(long value) {
        return IntHash.hash32(value ^ 0x75D9543DE018BF45L) & 0xFFFFFFFFL;
    }

    /** Up to 16 values, then the cells. */
    private static final class Sketch {
        private long[] values = new long[4];
        private int count;
        private @Nullable HyperLogLog cells;

        void insert(long value) {
            HyperLogLog large = cells;
            if (large != null) {
                large.insert(hash(value));
                return;
            }
            for (int i = 0; i < count; i++) {
                if (values[i] == value) {
                    return;
                }
            }
            if (count == SMALL) {
                enlarge().insert(hash(value));
                return;
            }
            if (count == values.length) {
                values = Arrays.copyOf(values, values.length * 2);
            }
            values[count++] = value;
        }

        HyperLogLog enlarge() {
            HyperLogLog large = cells;
            if (large == null) {
                large = new HyperLogLog(PRECISION, 32, false);
                for (int i = 0; i < count; i++) {
                    large.insert(hash(values[i]));
                }
                cells = large;
            }
            return large;
        }
    }

    /** A sketch per group. */
    private static final class State extends HashedState<Sketch> {
        private final int width;
        private final boolean signed;
        private final boolean floats;

        State(List<DataType> arguments) {
            super(arguments);
            DataType first = arguments.getFirst();
            boolean number = hashes.finishedForCombined();
            width = number ? Numbers.width(first) : 8;
            signed = number && Numbers.signed(first);
            floats = number && first instanceof FloatType;
        }

        /** ClickHouse keeps the bits of a float converted to a float of its width. */
        private long value(long key) {
            if (!floats) {
                return key;
            }
            return width == 4
                    ? Float.floatToRawIntBits((float) key) & 0xFFFFFFFFL
                    : Double.doubleToRawLongBits(ColumnReads.unsigned(key));
        }

        @Override
        protected Sketch create() {
            return new Sketch();
        }

        @Override
        void addKeys(long[] keys, int[] groupOf, int count) {
            for (int i = 0; i < count; i++) {
                at(groupOf[i]).insert(value(keys[i]));
            }
        }

        @Override
        void addKeys(long[] keys, Sketch sketch, int count) {
            for (int i = 0; i < count; i++) {
                sketch.insert(value(keys[i]));
            }
        }

        @Override
        long estimate(Sketch sketch) {
            HyperLogLog large = sketch.cells;
            return large == null ? sketch.count : large.estimate();
        }

        @Override
        protected void merge(Sketch sketch, Sketch other) {
            HyperLogLog theirs = other.cells;
            if (theirs != null) {
                sketch.enlarge().merge(theirs);
                return;
            }
            for (int i = 0; i < other.count; i++) {
                sketch.insert(other.values[i]);
            }
        }

        @Override
        protected void write(Sketch sketch, ByteSink out) {
            HyperLogLog large = sketch.cells;
            if (large != null) {
                out.putByte(1);
                large.write(out);
                return;
            }
            out.putByte(0);
            out.putVarint(sketch.count);
            for (int i = 0; i < sketch.count; i++) {
                long rest = sketch.values[i];
                for (int b = 0; b < width; b++) {
                    out.putByte((int) rest);
                    rest >>>= 8;
                }
            }
        }

        @Override
        protected Sketch read(ByteSource in) {
            Sketch sketch = new Sketch();
            int kind = in.getByte();
            if (kind == 1) {
                sketch.enlarge().readMerge(in);
                return sketch;
            }
            if (kind != 0) {
                throw new DbException(ErrorCode.INCORRECT_DATA, "Unknown kind " + kind + " in a state of uniqHLL12");
            }
            int count = in.getSize(SMALL);
            for (int i = 0; i < count; i++) {
                long value = 0;
                for (int b = 0; b < width; b++) {
                    value |= (in.getByte() & 0xFFL) << (8 * b);
                }
                int unused = 64 - 8 * width;
                sketch.insert(signed ? value << unused >> unused : value);
            }
            return sketch;
        }

        @Override
        protected long sizeOf(Sketch sketch) {
            HyperLogLog large = sketch.cells;
            return 40 + 8L * sketch.values.length + (large == null ? 0 : large.sizeBytes());
        }
    }
}
