package io.millrace.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of LIKE and ILIKE against ClickHouse 26.7's answers and a naive matcher. */
final class LikePatternTest {
    private static boolean like(String text, String pattern) {
        return matches(text.getBytes(StandardCharsets.UTF_8), pattern.getBytes(StandardCharsets.UTF_8), false);
    }

    private static boolean ilike(String text, String pattern) {
        return matches(text.getBytes(StandardCharsets.UTF_8), pattern.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Characters are bytes: how the tests write invalid UTF-8. */
    private static boolean likeBytes(String text, String pattern) {
        return matches(
                text.getBytes(StandardCharsets.ISO_8859_1), pattern.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    private static boolean matches(byte[] text, byte[] pattern, boolean ignoreCase) {
        LikeMatcher matcher = LikePattern.compile(pattern, ignoreCase).matcher();
        boolean matches = matcher.matches(text, 0, text.length);
        long[] bitmap = new long[1];
        matcher.matchRows(text, new int[] {0, text.length}, 1, bitmap);
        assertThat(bitmap[0]).isEqualTo(matches ? 1 : 0);
        return matches;
    }

    @Test
    void matchesAsClickHouse() {
        assertThat(like("a\nb", "a_b")).isTrue();
        assertThat(like("a\nb", "a%b")).isTrue();
        assertThat(like("é", "_")).isTrue();
        assertThat(like("é", "__")).isFalse();
        assertThat(like("é中", "__")).isTrue();
        assertThat(like("", "%")).isTrue();
        assertThat(like("", "")).isTrue();
        assertThat(like("a", "")).isFalse();
        assertThat(like("", "_")).isFalse();
        assertThat(like("", "%%")).isTrue();
        assertThat(like("", "%_%")).isFalse();
        assertThat(like("ab", "%_")).isTrue();
        assertThat(like("b", "%b%b%")).isFalse();
        assertThat(like("bb", "%b%b%")).isTrue();
        assertThat(like("aba", "aba%aba")).isFalse();
        assertThat(like("ababa", "aba%aba")).isFalse();
        assertThat(like("abaaba", "aba%aba")).isTrue();
        assertThat(like("ac", "a%%c")).isTrue();
        assertThat(like("a\0b", "a%b")).isTrue();
        assertThat(like("a.c", "a.c")).isTrue();
        assertThat(like("abc", "a.c")).isFalse();
        assertThat(like("a[c", "a[%")).isTrue();
        assertThat(like("a(b", "%(_")).isTrue();
    }

    @Test
    void readsBackslashesAsClickHouse() {
        assertThat(like("a\\b", "a\\\\b")).isTrue();
        assertThat(like("a%b", "a\\%b")).isTrue();
        assertThat(like("axb", "a\\%b")).isFalse();
        assertThat(like("a\\xb", "a\\xb")).isTrue();
        assertThat(like("axb", "a\\xb")).isFalse();
        assertThat(like("a\\", "a\\\\")).isTrue();
        assertThat(like("abc", "%\\%")).isFalse();
        assertThat(like("abc%", "%\\%")).isTrue();
        assertThat(like("a_c", "a\\_c")).isTrue();
        assertThat(like("abc", "a\\_c")).isFalse();
        assertThat(like("a\\bc", "%\\b%")).isTrue();
        assertThatThrownBy(() -> like("a", "b\\"))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE))
                .hasMessage("Invalid escape sequence at the end of LIKE pattern 'b\\'");
    }

    @Test
    void treatsInvalidUtf8AsClickHouse() {
        assertThat(likeBytes("\u00ff", "_")).isFalse();
        assertThat(likeBytes("a\u00ffb", "a%b")).isFalse();
        assertThat(likeBytes("\u00ffabc", "%abc")).isTrue();
        assertThat(likeBytes("abc\u00ff", "abc%")).isTrue();
        assertThat(likeBytes("\u00ff", "%")).isTrue();
        assertThat(likeBytes("x\u00ffab\u00ffc", "%ab%c")).isFalse();
        assertThat(likeBytes("x\u00ffab\u00ffc", "%ab_")).isFalse();
        assertThat(likeBytes("\u00ff", "\u00ff")).isTrue();
        assertThat(likeBytes("a\u00ff", "%\u00ff%")).isTrue();
        assertThat(likeBytes("a\u00ff", "a\u00ff%")).isTrue();
        assertThat(likeBytes("a\u00ffbc", "a\u00ff%c")).isTrue();
        assertThat(likeBytes("a\u00ffb", "a_b")).isFalse();
        assertThat(likeBytes("\u00ff", "%_%")).isFalse();
        assertThat(likeBytes("ab\u00ff", "a_%")).isTrue();
        assertThat(likeBytes("\u00ffab", "%a_")).isTrue();
        assertThat(likeBytes("a\u00ffbxb", "a%b")).isFalse();
        assertThat(likeBytes("a\u00ffbaxb", "%a%b")).isTrue();
        assertThat(likeBytes("a\u00ffb", "%%b")).isTrue();
        assertThat(likeBytes("ab\u00ffc", "%a%b%")).isTrue();
        assertThat(likeBytes("a\u00ffc\u00ff", "%a%c%")).isFalse();
    }

    @Test
    void ignoresCaseAsClickHouse() {
        assertThat(ilike("A\nb", "a_b")).isTrue();
        assertThat(ilike("É", "é")).isTrue();
        assertThat(ilike("Éa", "é%")).isTrue();
        assertThat(ilike("ÀÉ", "%àé%")).isTrue();
        assertThat(ilike("\u212A", "k")).isTrue();
        assertThat(ilike("x\u212A", "%k%")).isTrue();
        assertThat(ilike("x\u212Ay", "%k%y")).isTrue();
        assertThat(ilike("\u017F", "%s%")).isFalse();
        assertThat(ilike("\u212Ax", "k%")).isTrue();
        assertThat(ilike("x\u212A", "%k")).isTrue();
        assertThat(ilike("ς", "%Σ%")).isFalse();
        assertThat(ilike("ß", "ẞ")).isTrue();
    }

    @Test
    void tellsTheCertainPrefix() {
        assertThat(LikePattern.compile("ab\\_c%d", false).prefix()).isEqualTo("ab_c".getBytes(StandardCharsets.UTF_8));
        assertThat(LikePattern.compile("%d", false).prefix()).isEmpty();
        assertThat(LikePattern.compile("ab%", true).prefix()).isEmpty();
    }

    @Test
    void agreesWithANaiveMatcher() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            String pattern = word(random, "ab%_é%c", 8);
            String text = word(random, "aabbcé", 10);
            assertThat(like(text, pattern))
                    .as("seed %d text %s pattern %s", seed, text, pattern)
                    .isEqualTo(naive(text, 0, pattern, 0));
            String upper = text.toUpperCase(Locale.ROOT);
            assertThat(ilike(upper, pattern))
                    .as("seed %d text %s pattern %s", seed, upper, pattern)
                    .isEqualTo(naive(text, 0, pattern, 0));
        }
    }

    private static boolean naive(String text, int t, String pattern, int p) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        if (pattern.charAt(p) == '%') {
            return naive(text, t, pattern, p + 1) || (t < text.length() && naive(text, t + 1, pattern, p));
        }
        return t < text.length()
                && (pattern.charAt(p) == '_' || pattern.charAt(p) == text.charAt(t))
                && naive(text, t + 1, pattern, p + 1);
    }

    private static String word(Random random, String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
