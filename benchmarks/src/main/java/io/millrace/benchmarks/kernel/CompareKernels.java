package io.millrace.benchmarks.kernel;

import io.millrace.base.setting.Settings;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.mergetree.stream.SparseRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** Conditions: comparing a block with a constant. */
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
        short s = shorts[0];
        int n = ints[0];
        long l = longs[0];
        return List.of(
                kernel(
                        17,
                        "compare numbers of two bytes",
                        Types.INT16,
                        new ShortColumn(shorts, ROWS),
                        i -> shorts[i] < s),
                kernel(17, "compare numbers of four bytes", Types.INT32, new IntColumn(ints, ROWS), i -> ints[i] < n),
                kernel(
                        21,
                        "compare into a bitmap, not a list of rows",
                        Types.INT64,
                        new LongColumn(longs, ROWS),
                        i -> longs[i] < l),
                notEmpty(),
                sparse());
    }

    private static Kernel kernel(int rule, String name, DataType type, Column values, IntPredicate passes) {
        ColumnBuilder one = ColumnBuilder.of(type, 1);
        one.append(values, 0);
        BoundPredicate less = predicate("less", type);
        Column[] columns = {values, new ConstColumn(one.build(), ROWS)};
        return repeated(rule, name, 0.8, () -> selected(less, columns, ROWS), () -> {
            int[] rows = new int[ROWS];
            int count = 0;
            for (int i = 0; i < ROWS; i++) {
                if (passes.test(i)) {
                    rows[count++] = i;
                }
            }
            return (long) rows[0] + count;
        });
    }

    /** Empty strings are found by their lengths; their bytes are not looked at. */
    private Kernel notEmpty() {
        StringColumn.Builder builder = new StringColumn.Builder(ROWS);
        for (int i = 0; i < ROWS; i++) {
            builder.append(random.nextInt(5) == 0 ? "phrase " + random.nextInt() : "");
        }
        StringColumn values = builder.build();
        BoundPredicate differs = predicate("notEquals", Types.STRING);
        Column[] columns = {values, new ConstColumn(StringColumn.of(""), ROWS)};
        byte[] empty = {};
        return repeated(5, "find the strings that are not empty", 0.5, () -> selected(differs, columns, ROWS), () -> {
            int count = 0;
            for (int i = 0; i < ROWS; i++) {
                count += Arrays.equals(values.copyOf(i), empty) ? 0 : 1;
            }
            return count;
        });
    }

    /** Of a column of defaults only the other values are compared. */
    private Kernel sparse() {
        int found = ROWS / 30;
        int[] positions = random.ints(0, ROWS).distinct().limit(found).sorted().toArray();
        short[] stored = new short[found];
        for (int i = 0; i < found; i++) {
            stored[i] = (short) (1 + random.nextInt(50));
        }
        SparseRows rows = new SparseRows(new ShortColumn(stored, found), positions, found, ROWS, false);
        BoundPredicate differs = predicate("notEquals", Types.INT16);
        Column zero = new ShortColumn(new short[1], 1);
        return repeated(
                6,
                "compare the values of a sparse column",
                0.4,
                () -> selected(differs, new Column[] {rows.stored(), new ConstColumn(zero, found)}, found),
                () -> selected(differs, new Column[] {rows.spread(), new ConstColumn(zero, ROWS)}, ROWS));
    }

    private static BoundPredicate predicate(String function, DataType type) {
        List<Argument> arguments = List.of(Argument.value("a", type), Argument.value("b", type));
        return (BoundPredicate) CONTEXT.functions().bindScalar(function, arguments, CONTEXT);
    }

    private static long selected(BoundPredicate predicate, Column[] columns, int rows) {
        long[] bitmap = new long[Bitmaps.words(rows)];
        predicate.select(columns, rows, bitmap, EvaluationContext.unlimited());
        return Bitmaps.count(bitmap, rows);
    }

    private static Kernel repeated(int rule, String name, double mostRatio, Kernel.Run ours, Kernel.Run obvious) {
        return new Kernel(rule, name, ROWS * BLOCKS, mostRatio, ours.times(BLOCKS), obvious.times(BLOCKS));
    }
}
