package io.millrace.functions.aggregate.distinct;

import io.millrace.base.hash.UniqHash;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.List;

/** The number of distinct values, estimated from a sample of 65,536 hashes; exact while there are fewer (and no two hashes meet). */
@Builtin("uniq")
final class Uniq extends DistinctCount {
    Uniq() {
        super("uniq");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "uniq(x[, ...])", "Approximate number of distinct values.")
                .example("SELECT uniq(number % 10) FROM numbers(1000)", "10");
    }

    @Override
    GroupedState state(List<DataType> arguments) {
        return new State(arguments);
    }

    /** A sample of hashes per group. */
    private static final class State extends HashedState<UniqSet> {
        State(List<DataType> arguments) {
            super(arguments);
        }

        @Override
        protected UniqSet create() {
            return new UniqSet();
        }

        private int hash(long key) {
            return hashes.finishedForUniq() ? UniqHash.ofNumber(key) : (int) key;
        }

        @Override
        void addKeys(long[] keys, int[] groupOf, int count) {
            for (int i = 0; i < count; i++) {
                at(groupOf[i]).insert(hash(keys[i]));
            }
        }

        @Override
        void addKeys(long[] keys, UniqSet set, int count) {
            if (count == 0) {
                return;
            }
            long previous = ~keys[0];
            for (int i = 0; i < count; i++) {
                if (keys[i] != previous) {
                    previous = keys[i];
                    set.insert(hash(previous));
                }
            }
        }

        @Override
        long estimate(UniqSet set) {
            return set.estimate();
        }

        @Override
        protected void merge(UniqSet set, UniqSet other) {
            set.merge(other);
        }

        @Override
        protected void write(UniqSet set, ByteSink out) {
            set.write(out);
        }

        @Override
        protected UniqSet read(ByteSource in) {
            UniqSet set = new UniqSet();
            set.readMerge(in);
            return set;
        }

        @Override
        protected long sizeOf(UniqSet set) {
            return set.sizeBytes();
        }
    }
}
