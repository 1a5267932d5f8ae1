package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.FaultingVfs;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.FilterProgram;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ValueSet;
import io.millrace.expressions.tree.Expression;
import io.millrace.expressions.tree.SetReference;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.read.PartsScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A pruned read gives exactly the rows that a full read and a filter give, whatever the condition; and it reads less where it can. */
final class PruningTest {
    private static final Header HEADER = Header.of(
            new Header.Field("a", Types.INT64),
            new Header.Field("b", Types.INT64),
            new Header.Field("s", Types.STRING),
            new Header.Field("v", Types.INT64));

    /** A comparison of two columns of one type. */
    private record Compare(DataType type, String name) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Column left = plain(arguments[0]);
            Column right = plain(arguments[1]);
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            ValueOrder values = ValueOrder.of(type);
            for (int i = 0; i < rows; i++) {
                int c = values.compare(left, i, right, i, 1);
                boolean is = switch (name) {
                    case "equals" -> c == 0;
                    case "notEquals" -> c != 0;
                    case "less" -> c < 0;
                    case "lessOrEquals" -> c <= 0;
                    case "greater" -> c > 0;
                    default -> c >= 0;
                };
                if (is) {
                    Bitmaps.set(bitmap, i);
                }
            }
        }

        private static Column plain(Column column) {
            return column instanceof ConstColumn c ? c.plain() : column;
        }

        @Override
        public DataType type() {
            return Types.UINT8;
        }
    }

    /** and, or, not over UInt8, as values. */
    private record Logic(String name) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            long[] other = new long[bitmap.length];
            io.millrace.expressions.evaluate.Conditions.truth(arguments[0], rows, bitmap);
            for (int i = 1; i < arguments.length; i++) {
                io.millrace.expressions.evaluate.Conditions.truth(arguments[i], rows, other);
                for (int w = 0; w < Bitmaps.words(rows); w++) {
                    bitmap[w] = name.equals("and") ? bitmap[w] & other[w] : bitmap[w] | other[w];
                }
            }
            if (name.equals("not")) {
                long[] all = Bitmaps.all(rows);
                for (int w = 0; w < all.length; w++) {
                    bitmap[w] = all[w] & ~bitmap[w];
                }
            }
        }
    }

    private record Negate() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.INT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] values = ((LongColumn) arguments[0].plain()).values();
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = -values[i];
            }
            return new LongColumn(result, rows);
        }
    }

    private record Longs(Column values) implements ValueSet {
        @Override
        public DataType type() {
            return Types.INT64;
        }

        @Override
        public void contains(Column column, int rows, long[] bitmap) {
            long[] members = ((LongColumn) values).values();
            long[] asked = ((LongColumn) column).values();
            for (int i = 0; i < rows; i++) {
                for (int m = 0; m < values.rows(); m++) {
                    if (members[m] == asked[i]) {
                        Bitmaps.set(bitmap, i);
                    }
                }
            }
        }

        @Override
        public int size() {
            return values.rows();
        }
    }

    private static Expression input(int index) {
        return new Expression.Input(index, HEADER.name(index), HEADER.type(index));
    }

    private static Expression call(String name, BoundScalar bound, Expression... arguments) {
        return new Expression.Call(name, bound, List.of(arguments), true);
    }

    private static Expression random(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            String name = List.of("and", "or", "not").get(random.nextInt(3));
            return name.equals("not")
                    ? call(name, new Logic(name), random(random, depth - 1))
                    : call(name, new Logic(name), random(random, depth - 1), random(random, depth - 1));
        }
        String name = List.of("equals", "notEquals", "less", "lessOrEquals", "greater", "greaterOrEquals")
                .get(random.nextInt(6));
        int column = random.nextInt(4);
        if (column == 2) {
            Expression constant = new Expression.Constant(Types.STRING, StringColumn.of(text(random)));
            return call(name, new Compare(Types.STRING, name), input(2), constant);
        }
        if (random.nextInt(5) == 0) {
            long[] members = random.longs(1 + random.nextInt(4), -5, 45).toArray();
            SetReference set = SetReference.of(new Longs(new LongColumn(members, members.length)));
            return new Expression.InSet(input(column), set, random.nextBoolean(), Types.UINT8);
        }
        Expression left = input(column);
        if (random.nextInt(4) == 0) {
            left = call("negate", new Negate(), left);
        }
        Expression constant =
                new Expression.Constant(Types.INT64, new LongColumn(new long[] {random.nextInt(-45, 45)}, 1));
        Compare compare = new Compare(Types.INT64, name);
        return random.nextInt(6) == 0 ? call(name, compare, constant, left) : call(name, compare, left, constant);
    }

    private static String text(Random random) {
        return "k".repeat(random.nextInt(3)) + random.nextInt(30);
    }

    @Test
    void prunedReadsGiveTheRowsOfFullReads() {
        long seed = 20;
        Random random = new Random(seed);
        for (boolean partitioned : new boolean[] {false, true}) {
            TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
            List<String> key = partitioned ? List.of("b", "s") : List.of("a", "b", "s");
            MergeTreeTable table = Tables.create(
                    Tables.definition(
                            HEADER, key, partitioned ? List.of("a") : List.of(), Map.of("index_granularity", "16")),
                    services,
                    new MergeMode.Ordinary());
            List<Block> all = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                Block block = block(random, 800);
                all.add(block);
                Tables.insert(table, services, Optional.empty(), block);
            }
            long read = 0;
            for (int i = 0; i < 400; i++) {
                Expression filter = random(random, 3);
                PartsScan scan = (PartsScan) table.scan(Tables.request(HEADER, Optional.of(filter), false, 2));
                read += scan.rowsToRead().orElseThrow();
                List<String> found = Tables.lines(Tables.drain(scan.open())).stream()
                        .sorted()
                        .toList();
                List<String> expected = filtered(all, filter);
                assertThat(found)
                        .as("seed %s, condition %s: %s", seed, i, scan.explain())
                        .isEqualTo(expected);
            }
            assertThat(read).isLessThan(400L * 2400 * 9 / 10);
        }
    }

    private static Block block(Random random, int rows) {
        long[] a = random.longs(rows, 0, 40).toArray();
        long[] b = random.longs(rows, -20, 20).toArray();
        long[] v = random.longs(rows, 0, 40).toArray();
        StringColumn.Builder s = new StringColumn.Builder(rows);
        for (int i = 0; i < rows; i++) {
            s.append(text(random));
        }
        return new Block(
                HEADER,
                List.of(new LongColumn(a, rows), new LongColumn(b, rows), s.build(), new LongColumn(v, rows)),
                rows);
    }

    private static List<String> filtered(List<Block> blocks, Expression filter) {
        FilterProgram program = FilterProgram.compile(filter);
        List<Block> left = new ArrayList<>();
        for (Block block : blocks) {
            long[] bitmap = new long[Bitmaps.words(block.rows())];
            int selected = program.select(block, bitmap, EvaluationContext.unlimited());
            left.add(block.filter(bitmap, selected));
        }
        return Tables.lines(left).stream().sorted().toList();
    }
}
