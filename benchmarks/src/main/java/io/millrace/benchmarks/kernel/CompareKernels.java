package io.millrace.benchmarks.kernel;

import io.millrace.base.setting.Settings;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** Conditions: comparing a block of numbers with a constant. */
final class CompareKernels {
    private static final int ROWS = 65_536;
    /** Times a block is compared in a run: one is done before its loop is compiled. */
    private static final int BLOCKS = 64;

    private static final BindContext CONTEXT = new BindContext(
            new Functions(),
            Settings.defaults(),
            ZoneId.of("UTC"),
            Instant.EPOCH,
            "",
            "",
            "",
            "",
            EvaluationContext.unlimited());

    private final Random random;

    CompareKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        int[] ints = random.ints(ROWS, 0, 10_000).toArray();
        short[] shorts = new short[ROWS];
        long[] longs = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            shorts[i] = (short) ints[i];
            longs[i] = ints[i];
        }
        return List.of(
                kernel("compare numbers of two bytes with one", Types.INT16, new ShortColumn(shorts, ROWS)),
                kernel("compare numbers of four bytes with one", Types.INT32, new IntColumn(ints, ROWS)),
                kernel("compare numbers of eight bytes with one", Types.INT64, new LongColumn(longs, ROWS)));
    }

    private static Kernel kernel(String name, DataType type, Column values) {
        List<Argument> arguments = List.of(Argument.value("a", type), Argument.value("b", type));
        BoundPredicate less = (BoundPredicate) CONTEXT.functions().bindScalar("less", arguments, CONTEXT);
        ColumnBuilder one = ColumnBuilder.of(type, 1);
        one.append(values, 0);
        Column[] columns = {values, new ConstColumn(one.build(), ROWS)};
        EvaluationContext context = EvaluationContext.unlimited();
        long[] bitmap = new long[Bitmaps.words(ROWS)];
        return new Kernel(name, ROWS * BLOCKS, 6, () -> {
            for (int block = 0; block < BLOCKS; block++) {
                less.select(columns, ROWS, bitmap, context);
            }
            return Bitmaps.count(bitmap, ROWS);
        });
    }
}
