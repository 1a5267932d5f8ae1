package io.millrace.base.text.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of replacing; the expected values are ClickHouse 26.7's. */
final class ReplacementTest {
    private static byte[] replace(byte[] text, String pattern, String replacement, boolean all) {
        Regex regex = Regex.compile(pattern);
        ByteSink out = new ByteSink();
        if (all) {
            Replacement.compile(replacement, regex).replaceAll(regex.matcher(), text, 0, text.length, out);
        } else {
            Replacement.compile(replacement, regex).replaceFirst(regex.matcher(), text, 0, text.length, out);
        }
        return Arrays.copyOf(out.array(), out.size());
    }

    private static String all(String text, String pattern, String replacement) {
        return new String(
                replace(text.getBytes(StandardCharsets.UTF_8), pattern, replacement, true), StandardCharsets.UTF_8);
    }

    private static String one(String text, String pattern, String replacement) {
        return new String(
                replace(text.getBytes(StandardCharsets.UTF_8), pattern, replacement, false), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "hello, x*, -h-e-l-l-o-",
        "'', x*, -",
        "baaac, a*, -b--c-",
        "baaac, a*?, -b-a-a-a-c-",
        "aaa, a*, --",
        "baaa, a*, -b--",
        "ab, b?, -a--",
        "ab, b|$, a--",
        "a, a|$, --",
        "ab, $, ab-",
        "ab, b*$, a--",
        "a, a*?$, --",
        "'', ^, -",
        "'', a, ''",
        "ab, (?:b|), -a--",
        "abc, ^, -abc",
        "a b, \\b, -a- -b-",
        "aaa, a??, -a-a-a-",
        "ab, (?:), -a-b-",
        "ababab, ^ab|b, -a-a-",
        "aaa, ^a, -aa",
        "aaa, \\ba, -aa"
    })
    void replacesAllMatches(String text, String pattern, String expected) {
        assertThat(all(text, pattern, "-")).isEqualTo(expected);
    }

    @Test
    void copiesOneByteAfterAnEmptyMatch() {
        byte[] accents = "hé".getBytes(StandardCharsets.UTF_8);
        assertThat(replace(accents, "x*", "-", true)).containsExactly('-', 'h', '-', 0xC3, '-', 0xA9, '-');
        assertThat(replace("жя".getBytes(StandardCharsets.UTF_8), "\\B", "|", true))
                .containsExactly(0x7C, 0xD0, 0x7C, 0xB6, 0x7C, 0xD1, 0x7C, 0x8F, 0x7C);
        assertThat(all("a\nb", "(?m)^", ">")).isEqualTo(">a\n>b");
        assertThat(one("aaa", "x*", "-")).isEqualTo("-aaa");
        assertThat(one("", "^", "-")).isEqualTo("-");
    }

    @Test
    void putsGroupsIn() {
        assertThat(all("abc", "b", "[\\0]")).isEqualTo("a[b]c");
        assertThat(all("abc", "(b)", "\\1\\1")).isEqualTo("abbc");
        assertThat(all("abc", "(b)", "[\\1\\0]")).isEqualTo("a[bb]c");
        assertThat(all("abc", "(a)|(b)", "<\\2>")).isEqualTo("<><b>c");
        assertThat(all("abc", "b", "\\\\")).isEqualTo("a\\c");
        assertThat(all("abc", "b", "\\\\0")).isEqualTo("a\\0c");
        assertThat(all("abc", "b", "\\x")).isEqualTo("axc");
        assertThat(all("abc", "b", "x\\")).isEqualTo("ax\\c");
        assertThat(all("abc", "b", "$0")).isEqualTo("a$0c");
        assertThat(all("abc", "((((((((((b))))))))))", "\\9")).isEqualTo("abc");
        assertThat(all("abc", "(b)", "\\10")).isEqualTo("ab0c");
        assertThatThrownBy(() -> all("abc", "b", "\\1"))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENTS))
                .hasMessage(
                        "Substitution '\\1' in replacement argument is invalid, regexp has only 0 capturing groups");
    }

    @Test
    void takesTheHostOutOfUrls() {
        String pattern = "^https?://(?:www\\.)?([^/]+)/.*$";
        assertThat(one("http://www.a.b/c?d", pattern, "\\1")).isEqualTo("a.b");
        assertThat(one("https://x/", pattern, "\\1")).isEqualTo("x");
        assertThat(one("ftp://x/", pattern, "\\1")).isEqualTo("ftp://x/");
        assertThat(one("http://www./x", pattern, "\\1")).isEqualTo("www.");
        assertThat(one("http://www.яндекс.рф/путь/к/файлу", pattern, "\\1")).isEqualTo("яндекс.рф");
        assertThat(one("http://wwwww.long-enough-host-name.example.com/a/b/c/d/e/f", pattern, "\\1"))
                .isEqualTo("wwwww.long-enough-host-name.example.com");
        byte[] invalid = "http://www.host.com/\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(replace(invalid, pattern, "\\1", false)).isEqualTo(invalid);
    }

    @Test
    void replacesInRows() {
        byte[] arena = "http://a/xhttps://bb/y".getBytes(StandardCharsets.UTF_8);
        Regex regex = Regex.compile("^https?://([^/]+)/.*$");
        ByteSink out = new ByteSink();
        int[] offsets = new int[4];
        Replacement.compile("\\1", regex)
                .replaceRows(regex.matcher(), arena, new int[] {0, 10, 10, 22}, 0, 3, false, out, offsets);
        assertThat(offsets).containsExactly(0, 1, 1, 3);
        assertThat(new String(out.array(), 0, out.size(), StandardCharsets.UTF_8))
                .isEqualTo("abb");
    }
}
