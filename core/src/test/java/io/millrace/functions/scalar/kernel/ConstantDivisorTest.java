package io.millrace.functions.scalar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConstantDivisorTest {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        -2,
        3,
        7,
        10,
        60,
        3600,
        86_400,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE + 1,
        1L << 62
    };

    @Test
    void dividesAsTheOperatorDoes() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long divisor = value(random);
            long value = value(random);
            if (divisor != 0) {
                ConstantDivisor constant = new ConstantDivisor(divisor);
                assertThat(constant.quotient(value))
                        .as("%d / %d, seed %d", value, divisor, seed)
                        .isEqualTo(value / divisor);
                assertThat(constant.floor(value))
                        .as("floor %d / %d, seed %d", value, divisor, seed)
                        .isEqualTo(Math.floorDiv(value, divisor));
            }
        }
    }

    private static long value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> random.nextLong();
            default -> random.nextInt(2000) - 1000;
        };
    }
}
