package io.millrace.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the JDK's own reader, which is exact. */
final class NearestDoubleTest {
    private static final int MANY = 300_000;

    private static void check(long digits, int exponent) {
        String text = Long.toUnsignedString(digits) + "E" + exponent;
        double expected = Double.parseDouble(text);
        double found = NearestDouble.of(digits, exponent);
        boolean normal = expected >= Double.MIN_NORMAL && expected <= Double.MAX_VALUE;
        if (normal || !Double.isNaN(found)) {
            assertThat(found).as(text).isEqualTo(expected);
        }
    }

    @Test
    void anyDigitsWithAnyExponent() {
        Random random = new Random(20261121);
        for (int i = 0; i < MANY; i++) {
            long digits = random.nextLong() >>> random.nextInt(64);
            check(digits == 0 ? 1 : digits, random.nextInt(-345, 312));
            check(digits == 0 ? 1 : digits, random.nextInt(-25, 25));
        }
    }

    @Test
    void theShortestTextsOfDoubles() {
        Random random = new Random(42);
        for (int i = 0; i < MANY; i++) {
            double value = i % 2 == 0 ? i / 7.0 : Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            if (value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE) {
                BigDecimal decimal = new BigDecimal(Double.toString(value));
                assertThat(NearestDouble.of(decimal.unscaledValue().longValue(), -decimal.scale()))
                        .isEqualTo(value);
            }
        }
    }

    /** Numbers right between two doubles, and their neighbours. */
    @Test
    void halvesGoToEven() {
        Random random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            long mantissa = 1L << 53 | random.nextLong() >>> 11;
            long between = 2 * mantissa + 1;
            for (long digits = between - 1; digits <= between + 1; digits++) {
                check(digits, 0);
                check(digits << random.nextInt(9), 0);
            }
        }
        check(9007199254740993L, 0);
        check(9007199254740995L, 0);
        check(5L, -1);
        check(-1L, 0);
    }

    @Test
    void whatIsTooLargeOrTooSmallIsLeft() {
        assertThat(NearestDouble.of(1, 309)).isNaN();
        assertThat(NearestDouble.of(9, 308)).isNaN();
        assertThat(NearestDouble.of(1, -320)).isNaN();
        assertThat(NearestDouble.of(1, -400)).isNaN();
        assertThat(NearestDouble.of(22250738585072014L, -324)).isEqualTo(Double.MIN_NORMAL);
        assertThat(NearestDouble.of(17976931348623157L, 292)).isEqualTo(Double.MAX_VALUE);
    }
}
