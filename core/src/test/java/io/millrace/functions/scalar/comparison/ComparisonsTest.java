package io.millrace.functions.scalar.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.setting.Settings;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Comparisons of all number types with each other, and of strings, against exact arithmetic. */
final class ComparisonsTest {
    private static final int ROWS = 150;
    private static final List<DataType> NUMBERS = List.of(
            Types.INT8,
            Types.UINT8,
            Types.INT16,
            Types.UINT16,
            Types.INT32,
            Types.UINT32,
            Types.INT64,
            Types.UINT64,
            Types.INT128,
            Types.UINT256,
            Types.FLOAT32,
            Types.FLOAT64);
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

    private final long seed = Long.getLong("seed", 20_261_121L);
    private final Random random = new Random(seed);

    @Test
    void numbersCompareExactly() {
        for (DataType a : NUMBERS) {
            for (DataType b : NUMBERS) {
                for (Operator operator : Operator.values()) {
                    Column x = numbers(a);
                    Column y = numbers(b);
                    check(operator, a, x, b, y);
                    check(operator, a, x, b, new ConstColumn(y.slice(3, 4), ROWS));
                    check(operator, a, new ConstColumn(x.slice(5, 6), ROWS), b, y);
                }
            }
        }
    }

    private Column numbers(DataType type) {
        if (type instanceof FloatType) {
            double[] values = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                values[i] = switch (random.nextInt(6)) {
                    case 0 -> random.nextInt(7) - 3;
                    case 1 -> (random.nextInt(7) - 3) / 2.0;
                    case 2 -> random.nextLong();
                    case 3 ->
                        new double[] {0x1p63, -0x1p63, 0x1p64, Double.NaN, Double.POSITIVE_INFINITY, -0.0}
                                [random.nextInt(6)];
                    case 4 -> 0x1p53 + random.nextInt(3);
                    default -> random.nextInt(300) - 100;
                };
            }
            return Narrowing.ofDoubles(values, ROWS, type);
        }
        return integers((IntegerType) type, ROWS);
    }

    private Column integers(IntegerType type, int rows) {
        BigInteger[] values = new BigInteger[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = switch (random.nextInt(5)) {
                case 0 -> Numbers.min(type).add(BigInteger.valueOf(random.nextInt(3)));
                case 1 -> Numbers.max(type).subtract(BigInteger.valueOf(random.nextInt(3)));
                case 2 -> BigInteger.valueOf((1L << 53) + random.nextInt(3));
                default -> BigInteger.valueOf(random.nextInt(7) - 3);
            };
        }
        return Narrowing.ofBigs(values, rows, type);
    }

    /** More rows than are compared in one go, the last word incomplete. */
    @Test
    void manyIntegersCompareWithAConstant() {
        int rows = 5_000 + random.nextInt(64);
        for (DataType type : List.of(
                Types.INT8,
                Types.UINT8,
                Types.INT16,
                Types.UINT16,
                Types.INT32,
                Types.UINT32,
                Types.INT64,
                Types.UINT64)) {
            Column values = integers((IntegerType) type, rows);
            for (Operator operator : Operator.values()) {
                int chosen = random.nextInt(rows);
                Column constant = new ConstColumn(values.slice(chosen, chosen + 1), rows);
                List<Argument> arguments = List.of(Argument.value("a", type), Argument.value("b", type));
                BoundPredicate predicate = (BoundPredicate) Comparisons.bind(operator, arguments, CONTEXT);
                long[] bitmap = new long[Bitmaps.words(rows)];
                predicate.select(new Column[] {values, constant}, rows, bitmap, EvaluationContext.unlimited());
                BigInteger number = Numbers.bigAt(values, chosen, type);
                long[] expected = new long[bitmap.length];
                for (int i = 0; i < rows; i++) {
                    if (operator.holds(Numbers.bigAt(values, i, type).compareTo(number))) {
                        Bitmaps.set(expected, i);
                    }
                }
                assertThat(bitmap)
                        .as("%s %s %s, seed %d", type.name(), operator, number, seed)
                        .isEqualTo(expected);
            }
        }
    }

    private void check(Operator operator, DataType a, Column x, DataType b, Column y) {
        List<Argument> arguments = List.of(Argument.value("a", a), Argument.value("b", b));
        BoundPredicate predicate = (BoundPredicate) Comparisons.bind(operator, arguments, CONTEXT);
        long[] bitmap = new long[Bitmaps.words(ROWS)];
        Arrays.fill(bitmap, -1L);
        predicate.select(new Column[] {x, y}, ROWS, bitmap, EvaluationContext.unlimited());
        for (int i = 0; i < ROWS; i++) {
            assertThat(Bitmaps.get(bitmap, i))
                    .as("%s %s %s, row %d, seed %d", a.name(), operator, b.name(), i, seed)
                    .isEqualTo(expected(operator, a, x, b, y, i));
        }
        assertThat(bitmap[bitmap.length - 1] >>> (ROWS & 63)).isZero();
    }

    private static boolean expected(Operator operator, DataType a, Column x, DataType b, Column y, int row) {
        double left = a instanceof FloatType ? Numbers.doubleAt(x, row, a) : 0;
        double right = b instanceof FloatType ? Numbers.doubleAt(y, row, b) : 0;
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return operator == Operator.NOT_EQUALS;
        }
        if (Double.isInfinite(left) || Double.isInfinite(right)) {
            return operator.holds(
                    Double.compare(Double.isInfinite(left) ? left : 0, Double.isInfinite(right) ? right : 0));
        }
        BigDecimal p = a instanceof FloatType ? new BigDecimal(left) : new BigDecimal(Numbers.bigAt(x, row, a));
        BigDecimal q = b instanceof FloatType ? new BigDecimal(right) : new BigDecimal(Numbers.bigAt(y, row, b));
        return operator.holds(p.compareTo(q));
    }

    @Test
    void stringsCompareByBytes() {
        String[] words = {
            "", "a", "ab", "abcdefgh", "abcdefghi", "abcdefgz", "abcdefghijklmnopq", "b", "é", "a\0", "\u007f"
        };
        String[] texts = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            texts[i] = words[random.nextInt(words.length)];
        }
        StringColumn column = StringColumn.of(texts);
        for (String word : words) {
            StringColumn one = StringColumn.of(word);
            for (Operator operator : Operator.values()) {
                long[] constant = select(operator, column, new ConstColumn(one, ROWS));
                long[] full = select(operator, column, new ConstColumn(one, ROWS).plain());
                long[] swapped = select(operator.swapped(), new ConstColumn(one, ROWS), column);
                assertThat(constant)
                        .as("%s '%s', seed %d", operator, word, seed)
                        .isEqualTo(full);
                assertThat(swapped).as("%s '%s', seed %d", operator, word, seed).isEqualTo(full);
                for (int i = 0; i < ROWS; i++) {
                    int outcome = Arrays.compareUnsigned(column.copyOf(i), one.copyOf(0));
                    assertThat(Bitmaps.get(full, i))
                            .as("'%s' %s '%s'", texts[i], operator, word)
                            .isEqualTo(operator.holds(outcome));
                }
            }
        }
    }

    private static long[] select(Operator operator, Column a, Column b) {
        long[] bitmap = new long[Bitmaps.words(ROWS)];
        new StringComparison(operator).select(new Column[] {a, b}, ROWS, bitmap, EvaluationContext.unlimited());
        return bitmap;
    }
}
