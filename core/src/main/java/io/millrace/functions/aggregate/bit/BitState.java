package io.millrace.functions.aggregate.bit;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/** Bits per group. */
final class BitState implements FixedSizeState {
    /** The operation. */
    enum Operation {
        AND,
        OR,
        XOR
    }

    private final DataType type;
    private final Operation operation;
    private long[] bits = {};

    BitState(DataType type, Operation operation) {
        this.type = type;
        this.operation = operation;
    }

    @Override
    public void resize(int groups) {
        int old = bits.length;
        if (groups > old) {
            bits = Arrays.copyOf(bits, Growth.capacity(old, groups));
            if (operation == Operation.AND) {
                Arrays.fill(bits, old, bits.length, -1L);
            }
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        long[] values = ColumnReads.longs(arguments[0], false, 0, rows);
        long[] target = bits;
        switch (operation) {
            case AND -> {
                for (int i = 0; i < rows; i++) {
                    target[groupOf[i]] &= values[i];
                }
            }
            case OR -> {
                for (int i = 0; i < rows; i++) {
                    target[groupOf[i]] |= values[i];
                }
            }
            case XOR -> {
                for (int i = 0; i < rows; i++) {
                    target[groupOf[i]] ^= values[i];
                }
            }
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        long[] values = ColumnReads.longs(arguments[0], false, from, to);
        for (int i = 0; i < to - from; i++) {
            combine(group, values[i]);
        }
    }

    private void combine(int group, long value) {
        bits[group] = switch (operation) {
            case AND -> bits[group] & value;
            case OR -> bits[group] | value;
            case XOR -> bits[group] ^ value;
        };
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        long[] theirs = ((BitState) other).bits;
        for (int i = 0; i < groups; i++) {
            combine(targetOf[i], theirs[i]);
        }
    }

    @Override
    public Column result(int from, int to) {
        return Numbers.column(type.layout(), bits, from, to);
    }

    @Override
    public void write(int group, ByteSink out) {
        long rest = bits[group];
        for (int b = 0; b < Numbers.width(type); b++) {
            out.putByte((int) rest);
            rest >>>= 8;
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        int width = Numbers.width(type);
        long value = operation == Operation.AND && width < 8 ? -1L << (8 * width) : 0;
        for (int b = 0; b < width; b++) {
            value |= (in.getByte() & 0xFFL) << (8 * b);
        }
        combine(group, value);
    }

    @Override
    public long sizeBytes() {
        return 8L * bits.length;
    }
}
