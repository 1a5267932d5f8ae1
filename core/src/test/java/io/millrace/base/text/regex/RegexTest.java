package io.millrace.base.text.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of matching; the expected values are ClickHouse 26.7's answers to {@code match}, {@code extract} and {@code extractGroups}. */
final class RegexTest {
    /** Characters of a Latin-1 string are bytes: how the tests write invalid UTF-8. */
    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean match(String text, String pattern) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Regex.compile(pattern).matcher().find(bytes, 0, bytes.length);
    }

    private static boolean matchBytes(String text, String pattern) {
        byte[] bytes = bytes(text);
        return Regex.compile(bytes(pattern), RegexOptions.DEFAULT).matcher().find(bytes, 0, bytes.length);
    }

    /** As {@code extract}: the first group or, without groups, the whole match. */
    private static String extract(String text, String pattern) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Regex regex = Regex.compile(pattern);
        int[] slots = new int[4];
        if (!regex.matcher().find(bytes, 0, 0, bytes.length, slots)) {
            return "";
        }
        int at = regex.groupCount() > 0 ? 2 : 0;
        return slots[at] < 0 ? "" : new String(bytes, slots[at], slots[at + 1] - slots[at], StandardCharsets.UTF_8);
    }

    private static List<String> groups(String text, String pattern) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Regex regex = Regex.compile(pattern);
        int[] slots = new int[2 * (regex.groupCount() + 1)];
        ArrayList<String> groups = new ArrayList<>();
        if (regex.matcher().find(bytes, 0, 0, bytes.length, slots)) {
            for (int i = 2; i < slots.length; i += 2) {
                groups.add(
                        slots[i] < 0
                                ? ""
                                : new String(bytes, slots[i], slots[i + 1] - slots[i], StandardCharsets.UTF_8));
            }
        }
        return groups;
    }

    @Test
    void matchesAsClickHouse() {
        assertThat(match("a\nb", "a.b")).isTrue();
        assertThat(match("a\nb", "^b")).isFalse();
        assertThat(match("a\n", "a$")).isFalse();
        assertThat(match("a\nb", "(?m)^b$")).isTrue();
        assertThat(match("a\n", "(?m)a$")).isTrue();
        assertThat(match("ab\n", "(?s-m)b$")).isFalse();
        assertThat(match("\n", "(?-s).")).isFalse();
        assertThat(match("\n", ".")).isTrue();
        assertThat(match("", "^$")).isTrue();
        assertThat(match("a", "(|a)*")).isTrue();
        assertThat(match("aaa", "(a|b)*?$")).isTrue();
        assertThat(match("ab", "a\\zb")).isFalse();
        assertThat(match("ab", "\\Aab\\z")).isTrue();
        assertThat(match("a", "^*")).isTrue();
        assertThat(match("aab", "^+aab")).isTrue();
        assertThat(match("a", "$*")).isTrue();
        assertThat(match("a", "\\b+")).isTrue();
        assertThat(match("", "\\b")).isFalse();
        assertThat(match("", "\\B")).isTrue();
        assertThat(match("aéb", "a\\bé")).isTrue();
        assertThat(match("é", "^\\B")).isTrue();
        assertThat(match("", "(?:^)*")).isTrue();
        assertThat(match("x", "(|)+")).isTrue();
        assertThat(match("a", ".^{2}")).isFalse();
        assertThat(match("a", ".$?")).isTrue();
        assertThat(match("a\0b", "a.b")).isTrue();
    }

    @Test
    void readsRepetitionsAndBraces() {
        assertThat(match("a{,2}", "a{,2}")).isTrue();
        assertThat(match("a", "a{,2}")).isFalse();
        assertThat(match("a{1", "a{1$")).isTrue();
        assertThat(match("a{}", "a{}")).isTrue();
        assertThat(match("abcde", "^.{,5}$")).isFalse();
        assertThat(match("a{5,6", ".{5,6")).isTrue();
        assertThat(match("a{1,2,3}", "^a{1,2,3}$")).isTrue();
        assertThat(match("a", ".{99999999999}")).isFalse();
        assertThat(match("a", "a{0}")).isTrue();
        assertThat(match("a", "a{1001")).isFalse();
        assertThat(extract("aaaa", "a{2,3}")).isEqualTo("aaa");
        assertThat(extract("aaaa", "a{2,3}?")).isEqualTo("aa");
        assertThat(extract("aaaa", "a{2,}")).isEqualTo("aaaa");
        assertThat(extract("xay", "(?U)a*y")).isEqualTo("ay");
        assertThat(match("a", "((a{10}){10}){10}")).isFalse();
        assertThat(match("aaa", "(?:(?:a?){1000})")).isTrue();
        assertThat(match("a", "(?:.*){1000}")).isTrue();
    }

    @Test
    void readsClassesAndEscapes() {
        assertThat(match("-", "[a-]")).isTrue();
        assertThat(match("-", "[-a]")).isTrue();
        assertThat(match("]", "[]a]")).isTrue();
        assertThat(match("^", "[a^]")).isTrue();
        assertThat(match("-", "[a-b-c]")).isTrue();
        assertThat(match("-", "[\\w-z]")).isTrue();
        assertThat(match(":", "^[[:alpha]$")).isTrue();
        assertThat(match("\u000b", "\\s")).isFalse();
        assertThat(match("\u000b", "[[:space:]]")).isTrue();
        assertThat(match("\u00a0", "\\s")).isFalse();
        assertThat(match("٣", "\\d")).isFalse();
        assertThat(match("é", "\\w")).isFalse();
        assertThat(match("é", "\\pL")).isTrue();
        assertThat(match("é", "\\p{^L}")).isFalse();
        assertThat(match("é", "\\P{L}")).isFalse();
        assertThat(match("α", "\\p{Greek}")).isTrue();
        assertThat(match("中", "\\p{Han}")).isTrue();
        assertThat(match("a", "[^\\pL]")).isFalse();
        assertThat(match("é", "[[:^alpha:]]")).isTrue();
        assertThat(match("a", "[^\\x00-\\x{10FFFF}]")).isFalse();
        assertThat(match("", "[^\\x00-\\x{10FFFF}]*")).isTrue();
        assertThat(match(" b", "[\\W\\d]b")).isTrue();
        assertThat(match("A", "\\101")).isTrue();
        assertThat(match("\u0001", "\\01")).isTrue();
        assertThat(match("\u0007", "\\a")).isTrue();
        assertThat(match("a", "\\x{61}")).isTrue();
        assertThat(match("_", "\\_")).isTrue();
        assertThat(match("aab", "\\Qa\\E+b")).isTrue();
        assertThat(match("ab", "\\Qab\\E{2}")).isFalse();
        assertThat(match("ab\\", "\\Qab\\")).isTrue();
        assertThat(match("a.b", "\\Qa.b")).isTrue();
    }

    @Test
    void foldsCaseAsRe2() {
        assertThat(match("a", "(?i)(?-i)A")).isFalse();
        assertThat(match("aA", "(?i:A)A")).isTrue();
        assertThat(match("AA", "(?i-s:a)A")).isTrue();
        assertThat(match("\u212A", "(?i)k")).isTrue();
        assertThat(match("\u017F", "(?i)s")).isTrue();
        assertThat(match("\u0130", "(?i)i")).isFalse();
        assertThat(match("\u0131", "(?i)i")).isFalse();
        assertThat(match("ς", "(?i)Σ")).isTrue();
        assertThat(match("ϴ", "(?i)θ")).isTrue();
        assertThat(match("Ǆ", "(?i)ǆ")).isTrue();
        assertThat(match("ß", "(?i)ẞ")).isTrue();
        assertThat(match("\u017F", "(?i)[^s]")).isFalse();
        assertThat(match("\u212A", "(?i)[a-z]")).isTrue();
        assertThat(match("aa", "(?i)a\\x{41}")).isTrue();
        assertThat(extract("ТЕСТ", "(?i)[а-я]+")).isEqualTo("ТЕСТ");
    }

    @Test
    void treatsInvalidUtf8AsRe2() {
        assertThat(matchBytes("\u00ff", ".")).isFalse();
        assertThat(matchBytes("\u00ff", "^\\C$")).isTrue();
        assertThat(matchBytes("\u00ff\u00fe", "[^a]")).isFalse();
        assertThat(matchBytes("\u00c0\u0080", "^.$")).isFalse();
        assertThat(matchBytes("\u00ed\u00a0\u0080", "^.$")).isTrue();
        assertThat(matchBytes("\u00e0\u0080\u0080", "^.$")).isTrue();
        assertThat(matchBytes("\u00f4\u00bf\u00bf\u00bf", "^.$")).isTrue();
        assertThat(matchBytes("\u00ed\u00a0\u0080", "^[^a-z]$")).isTrue();
        assertThat(matchBytes("\u00ed\u00a0\u0080", "\\x{D800}")).isTrue();
        assertThat(matchBytes("\u00ed\u00a0\u0080", "[\\x{100}-\\x{FFFF}]")).isTrue();
        assertThat(matchBytes("\u00ff", "\\xff")).isFalse();
        assertThat(match("ÿ", "\\xff")).isTrue();
        assertThat(match("é", "\\xC3")).isFalse();
    }

    @Test
    void readsAnInvalidPatternAsLatin1() {
        assertThat(matchBytes("\u00ff", "[\u00ff]")).isTrue();
        assertThat(matchBytes("\u00ff", "\u00ff.")).isFalse();
        assertThat(matchBytes("\u00ff\u00fe", "\u00ff.")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "foobar, foo|foobar, foo",
        "foobar, (?:foo|foobar)$, foobar",
        "aab, a*?b, aab",
        "xabab, (ab)*?$, ab",
        "abc, (a|ab)(c|bcd)?, a",
        "x=12, =(\\d+), 12",
        "abcd, a(?:b|bc|bcd), ab",
        "aaaa, '(a{2}){1,2}', aa",
        "aaaaa, '(?:a{2}){1,2}', aaaa",
        "abcabc, (?:abc){2}, abcabc",
        "ab12, [[:alpha:]]+, ab",
        "ab12, [[:^alpha:]]+, 12",
        "ab_12 x, \\w+, ab_12",
        "тест123, [а-я]+, тест",
        "тест, ., т",
        "a.b, [.]b, .b",
        "a]b, []]b, ]b"
    })
    void extractsAsClickHouse(String text, String pattern, String expected) {
        assertThat(extract(text, pattern)).isEqualTo(expected);
    }

    @Test
    void findsGroupsLeftmostFirst() {
        assertThat(groups("abcd", "(a|ab)(c|bcd)(d*)")).containsExactly("a", "bcd", "");
        assertThat(groups("aaa", "(a*)(a*)")).containsExactly("aaa", "");
        assertThat(groups("aaa", "(a*?)(a*)")).containsExactly("", "aaa");
        assertThat(groups("aba", "(?:(a)|b)*")).containsExactly("a");
        assertThat(groups("ab", "((a)|b)*")).containsExactly("b", "a");
        assertThat(groups("ab", "(a|(b))*")).containsExactly("b", "b");
        assertThat(groups("", "(a*)*")).containsExactly("");
        assertThat(groups("b", "(a*)+b")).containsExactly("");
        assertThat(groups("aab", "(a|aa)(b|ab)")).containsExactly("a", "ab");
        assertThat(groups("aaab", "(a+)(a*)(b?)")).containsExactly("aaa", "", "b");
        assertThat(groups("abab", "(?:(a)(b)?)*")).containsExactly("a", "b");
        assertThat(groups("abc", "(x)?(b)")).containsExactly("", "b");
    }

    @Test
    void looksAtTheTextBeforeTheSearch() {
        byte[] text = bytes("ab ab");
        int[] slots = new int[2];
        assertThat(Regex.compile("^ab").matcher().find(text, 0, 3, 5, slots)).isFalse();
        assertThat(Regex.compile("\\bab").matcher().find(text, 0, 1, 5, slots)).isTrue();
        assertThat(slots).containsExactly(3, 5);
        assertThat(Regex.compile("b").matcher().find(text, 0, 2, 5, slots)).isTrue();
        assertThat(slots).containsExactly(4, 5);
        assertThat(Regex.compile("[ab]*b").matcher().find(text, 0, 1, 5, slots)).isTrue();
        assertThat(slots).containsExactly(1, 2);
    }

    @Test
    void namesGroups() {
        Regex regex = Regex.compile("(?P<year>\\d{4})-(?<month>\\d\\d)(?P<year>x)?");
        assertThat(regex.groupCount()).isEqualTo(3);
        assertThat(regex.groupNames())
                .containsEntry("year", 1)
                .containsEntry("month", 2)
                .hasSize(2);
    }

    @Test
    void matchesRowsOfAColumn() {
        byte[] arena = bytes("google.comgo" + "ogle.com" + "" + "www.google.ru");
        int[] offsets = {0, 12, 20, 20, 33};
        for (String pattern :
                List.of("google", "google\\.", "go+gle.*(com|ru)", "^google|www", "(?i)GOOGLE", "[g]oogle")) {
            long[] bitmap = new long[1];
            Regex.compile(pattern).matcher().matchRows(arena, offsets, 4, bitmap);
            assertThat(bitmap[0]).as(pattern).isEqualTo(0b1001);
        }
        long[] bitmap = new long[1];
        Regex.compile("").matcher().matchRows(arena, offsets, 4, bitmap);
        assertThat(bitmap[0]).isEqualTo(0b1111);
    }
}
