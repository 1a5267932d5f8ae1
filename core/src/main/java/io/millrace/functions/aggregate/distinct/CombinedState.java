package io.millrace.functions.aggregate.distinct;

import io.millrace.base.hash.IntHash;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import java.util.List;

/** One {@link CombinedSet} per group. */
final class CombinedState extends HashedState<CombinedSet> {
    private final int precision;
    private final int hashBits;

    CombinedState(List<DataType> arguments, int precision, int hashBits) {
        super(arguments);
        this.precision = precision;
        // single strings keep all 64 bits of their hash, as in ClickHouse
        this.hashBits = isString(arguments) ? 64 : hashBits;
    }

    private static boolean isString(List<DataType> arguments) {
        return arguments.size() == 1 && io.millrace.data.type.Types.isStringLike(arguments.getFirst());
    }

    private long hash(long key) {
        long hash = hashes.finishedForCombined() ? IntHash.finalizer(key) : key;
        return hashBits == 32 ? hash & 0xFFFFFFFFL : hash;
    }

    @Override
    protected CombinedSet create() {
        return new CombinedSet(precision, hashBits);
    }

    @Override
    void addKeys(long[] keys, int[] groupOf, int count) {
        for (int i = 0; i < count; i++) {
            at(groupOf[i]).insert(hash(keys[i]));
        }
    }

    @Override
    void addKeys(long[] keys, CombinedSet set, int count) {
        for (int i = 0; i < count; i++) {
            set.insert(hash(keys[i]));
        }
    }

    @Override
    long estimate(CombinedSet set) {
        return set.estimate();
    }

    @Override
    protected void merge(CombinedSet set, CombinedSet other) {
        set.merge(other);
    }

    @Override
    protected void write(CombinedSet set, ByteSink out) {
        set.write(out);
    }

    @Override
    protected CombinedSet read(ByteSource in) {
        CombinedSet set = create();
        set.readMerge(in);
        return set;
    }

    @Override
    protected long sizeOf(CombinedSet set) {
        return set.sizeBytes();
    }
}
