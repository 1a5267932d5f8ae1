package io.millrace.base.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine hash: padded and plain forms agree, keys spread. */
final class EngineHashTest {
    @Test
    void paddedAndPlainAgreeAndIgnoreNeighbours() {
        long seed = 20260101L;
        Random random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            int len = random.nextInt(40);
            byte[] padded = new byte[len + 5 + 16];
            random.nextBytes(padded);
            byte[] exact = Arrays.copyOfRange(padded, 5, 5 + len);
            long expected = EngineHash.hashBytes(exact, 0, len);
            assertThat(EngineHash.hashBytes(padded, 5, len))
                    .as("seed %d length %d", seed, len)
                    .isEqualTo(expected);
            assertThat(EngineHash.hashPadded(padded, 5, len))
                    .as("seed %d length %d", seed, len)
                    .isEqualTo(expected);
        }
    }

    @Test
    void sequentialKeysAndShortStringsDoNotCollide() {
        Set<Long> numbers = new HashSet<>();
        Set<Integer> topBits = new HashSet<>();
        Set<Integer> lowBits = new HashSet<>();
        Set<Long> strings = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            long h = EngineHash.mix(i);
            numbers.add(h);
            topBits.add((int) (h >>> 48));
            lowBits.add((int) h & 0xFFFF);
            byte[] text = Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            strings.add(EngineHash.hashBytes(text, 0, text.length));
        }
        assertThat(numbers).hasSize(100_000);
        assertThat(strings).hasSize(100_000);
        // 100,000 throws into 65,536 boxes leave about 21.7 % empty
        assertThat(topBits.size()).isBetween(50_000, 53_000);
        assertThat(lowBits.size()).isBetween(50_000, 53_000);
    }
}
