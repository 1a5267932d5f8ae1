package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.WideColumn;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Sums of two or four words: decimals, integers of 128 and 256 bits. */
final class WideSumState implements FixedSizeState {
    private final boolean signed;
    private final int words;
    private long[] sums = {};

    WideSumState(boolean signed, int words) {
        this.signed = signed;
        this.words = words;
    }

    @Override
    public void resize(int groups) {
        if (groups * words > sums.length) {
            sums = Arrays.copyOf(sums, Growth.capacity(sums.length, Math.multiplyExact(groups, words)));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        WideSums.scatter(arguments[0], signed, groupOf, sums, words, rows);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        WideSums.sum(arguments[0], signed, group, sums, words, from, to);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        long[] theirs = ((WideSumState) other).sums;
        for (int i = 0; i < groups; i++) {
            WideSums.addWords(sums, targetOf[i] * words, words, theirs, i * words, words, true);
        }
    }

    @Override
    public WideColumn result(int from, int to) {
        return new WideColumn(Arrays.copyOfRange(sums, from * words, to * words), words, to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        for (int w = 0; w < words; w++) {
            out.putLong(sums[group * words + w]);
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        long[] value = new long[words];
        for (int w = 0; w < words; w++) {
            value[w] = in.getLong();
        }
        WideSums.addWords(sums, group * words, words, value, 0, words, true);
    }

    @Override
    public long sizeBytes() {
        return 8L * sums.length;
    }
}
