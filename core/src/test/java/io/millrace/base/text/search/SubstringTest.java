package io.millrace.base.text.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of substring search against plain loops and ClickHouse 26.7's answers. */
final class SubstringTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int position(Substring needle, String text) {
        byte[] bytes = utf8(text);
        return needle.indexOf(bytes, 0, bytes.length) + 1;
    }

    @Test
    void findsWhatAPlainLoopFinds() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            String text = word(random, random.nextInt(120));
            String needle = word(random, 1 + random.nextInt(round % 20 == 0 ? 30 : 4));
            byte[] bytes = Arrays.copyOf(utf8(text), text.length() + (round & 1) * 64);
            int from = random.nextInt(text.length() + 1);
            String what = "seed " + seed + " needle " + needle + " text " + text + " from " + from;
            assertThat(Substring.of(utf8(needle)).indexOf(bytes, from, text.length()))
                    .as(what)
                    .isEqualTo(text.indexOf(needle, from));
            int caseless = text.toLowerCase(Locale.ROOT).indexOf(needle.toLowerCase(Locale.ROOT), from);
            assertThat(Substring.ignoringAsciiCase(utf8(needle)).indexOf(bytes, from, text.length()))
                    .as(what)
                    .isEqualTo(caseless);
            assertThat(new CaselessSubstring(utf8(needle)).indexOf(bytes, from, text.length()))
                    .as(what)
                    .isEqualTo(caseless);
        }
    }

    @Test
    void mapsHitsToRows() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int rows = random.nextInt(200);
            int[] offsets = new int[rows + 1];
            StringBuilder arena = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                arena.append(word(random, random.nextInt(3) * random.nextInt(20)));
                offsets[row + 1] = arena.length();
            }
            byte[] bytes = utf8(arena.toString());
            String text = word(random, random.nextInt(4));
            for (Substring needle : List.of(
                    Substring.of(utf8(text)),
                    Substring.ignoringAsciiCase(utf8(text)),
                    Substring.ignoringCase(utf8(text)))) {
                long[] bitmap = new long[(rows + 63) / 64];
                needle.matchRows(bytes, offsets, rows, bitmap);
                for (int row = 0; row < rows; row++) {
                    boolean expected = needle.indexOf(bytes, offsets[row], offsets[row + 1]) >= 0;
                    assertThat((bitmap[row >> 6] >>> row & 1) != 0)
                            .as("seed %d row %d needle %s", seed, row, text)
                            .isEqualTo(expected);
                }
                if (rows % 64 != 0) {
                    assertThat(bitmap[rows >> 6] >>> rows).isZero();
                }
            }
        }
    }

    @Test
    void ignoresCaseAsClickHouse() {
        assertThat(position(Substring.ignoringCase(utf8("k")), "\u212A")).isEqualTo(1);
        assertThat(position(Substring.ignoringCase(utf8("ak")), "a\u212A")).isEqualTo(1);
        assertThat(position(Substring.ignoringCase(utf8("i")), "\u0130")).isZero();
        assertThat(position(Substring.ignoringCase(utf8("s")), "\u017F")).isZero();
        assertThat(position(Substring.ignoringCase(utf8("\u212A")), "xxk")).isEqualTo(3);
        assertThat(position(Substring.ignoringCase(utf8("ẞ")), "xxß")).isEqualTo(3);
        assertThat(position(Substring.ignoringCase(utf8("Σ")), "ς")).isZero();
        assertThat(position(Substring.ignoringCase(utf8("ǆ")), "Ǆ")).isEqualTo(1);
        assertThat(position(Substring.ignoringCase(utf8("привет")), "ПРИВЕТ")).isEqualTo(1);
        assertThat(position(Substring.ignoringAsciiCase(utf8("привет")), "ПРИВЕТ"))
                .isZero();
        assertThat(position(Substring.ignoringAsciiCase(utf8("bc")), "ABC")).isEqualTo(2);
        byte[] invalid = {'a', (byte) 0xFF, 'B'};
        assertThat(Substring.ignoringCase(new byte[] {(byte) 0xFF, 'b'}).indexOf(invalid, 0, 3))
                .isEqualTo(1);
    }

    @Test
    void countsWithoutOverlap() {
        assertThat(Substring.of(utf8("aa")).count(utf8("aaaa"), 0, 4)).isEqualTo(2);
        assertThat(Substring.of(utf8("")).count(utf8("aaa"), 0, 3)).isZero();
        assertThat(position(Substring.of(utf8("")), "")).isEqualTo(1);
    }

    @Test
    void searchesManyNeedles() {
        byte[] text = utf8("abcb");
        Needles needles =
                new Needles(List.of(Substring.of(utf8("c")), Substring.of(utf8("b")), Substring.of(utf8("z"))));
        int[] positions = new int[3];
        needles.allPositions(text, 0, 4, positions);
        assertThat(positions).containsExactly(2, 1, -1);
        assertThat(needles.firstIndex(text, 0, 4)).isEqualTo(1);
        assertThat(needles.firstPosition(text, 0, 4)).isEqualTo(1);
        assertThat(needles.any(text, 0, 1)).isFalse();
        long[] bitmap = new long[1];
        needles.matchRows(text, new int[] {0, 1, 2, 4}, 3, bitmap);
        assertThat(bitmap[0]).isEqualTo(0b110);
    }

    private static String word(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aaabAB/k@".charAt(random.nextInt(9)));
        }
        return text.toString();
    }
}
