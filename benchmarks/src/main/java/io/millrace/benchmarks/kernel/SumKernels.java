package io.millrace.benchmarks.kernel;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.function.Functions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Aggregates of a whole column. */
final class SumKernels {
    private static final int ROWS = 65_536;
    /** Times a block is added in a run: one is done before its loop is compiled. */
    private static final int BLOCKS = 64;

    private final Random random;

    SumKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        long[] longs = random.longs(ROWS).toArray();
        Long[] boxed = Arrays.stream(longs).boxed().toArray(Long[]::new);
        short[] shorts = new short[ROWS];
        double[] doubles = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            shorts[i] = (short) longs[i];
            doubles[i] = longs[i];
        }
        Column shortColumn = new ShortColumn(shorts, ROWS);
        return List.of(
                kernel(
                        1,
                        "sum numbers of an array, not objects",
                        1.5,
                        "sum",
                        Types.INT64,
                        new LongColumn(longs, ROWS),
                        () -> {
                            long sum = 0;
                            for (Long value : boxed) {
                                sum += value;
                            }
                            return sum;
                        }),
                kernel(2, "sum numbers of two bytes at their width", 0.9, "sum", Types.INT16, shortColumn, () -> {
                    long[] wide = new long[ROWS];
                    for (int i = 0; i < ROWS; i++) {
                        wide[i] = shorts[i];
                    }
                    long sum = 0;
                    for (int i = 0; i < ROWS; i++) {
                        sum += wide[i];
                    }
                    return sum;
                }),
                kernel(15, "sum in a plain loop, not unrolled by hand", 0.9, "sum", Types.INT16, shortColumn, () -> {
                    int sum = 0;
                    for (int i = 0; i < ROWS; i += 4) {
                        sum += shorts[i];
                        sum += shorts[i + 1];
                        sum += shorts[i + 2];
                        sum += shorts[i + 3];
                    }
                    return sum;
                }),
                kernel(16, "sum floats in lanes", 0.7, "sum", Types.FLOAT64, new DoubleColumn(doubles, ROWS), () -> {
                    double sum = 0;
                    for (double value : doubles) {
                        sum += value;
                    }
                    return (long) sum;
                }));
    }

    private static Kernel kernel(
            int rule,
            String name,
            double mostRatio,
            String function,
            DataType type,
            Column values,
            Kernel.Run obvious) {
        GroupedState state = new Functions()
                .bindAggregate(function, List.of(), List.of(type))
                .newState();
        state.resize(1);
        Column[] arguments = {values};
        Kernel.Run ours = () -> {
            state.addRange(0, arguments, 0, ROWS);
            return state.sizeBytes();
        };
        return new Kernel(rule, name, ROWS * BLOCKS, mostRatio, ours.times(BLOCKS), obvious.times(BLOCKS));
    }
}
