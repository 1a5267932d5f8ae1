package io.millrace.base.text.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of refused patterns; the texts are ClickHouse 26.7's. */
final class RegexErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "( ~ missing ): (",
                ".) ~ unexpected ): .)",
                "[a ~ missing ]: [a",
                "[z-a] ~ invalid character class range: z-a",
                "*a ~ no argument for repetition operator: *",
                "a** ~ bad repetition operator: **",
                "a++ ~ bad repetition operator: ++",
                "a??? ~ bad repetition operator: ???",
                "a{2}{3} ~ bad repetition operator: {2}{3}",
                "x{2}* ~ bad repetition operator: {2}*",
                "a{1001} ~ invalid repetition size: {1001}",
                "a{2,1} ~ invalid repetition size: {2,1}",
                ".{0,1001} ~ invalid repetition size: {0,1001}",
                "(a{100}){100} ~ invalid repetition size: {100}",
                "(a{30}){40} ~ invalid repetition size: {40}",
                "\\8 ~ invalid escape sequence: \\8",
                "(a)\\1 ~ invalid escape sequence: \\1",
                "\\q ~ invalid escape sequence: \\q",
                "(?P<n a) ~ invalid named capture group: (?P<n a)",
                "(?P<n-x>a) ~ invalid named capture group: (?P<n-x>",
                "(?P<>a) ~ invalid named capture group: (?P<>",
                ".(?P<n ~ invalid named capture group: (?P<n",
                ".(?<n x>a) ~ invalid named capture group: (?<n x>",
                ".(?P<n> ~ missing ): .(?P<n>",
                ".(?P< ~ invalid perl operator: (?P",
                "(?P=n) ~ invalid perl operator: (?P",
                "(?=a) ~ invalid perl operator: (?=",
                "(?!a) ~ invalid perl operator: (?!",
                "(?<=a) ~ invalid perl operator: (?<=",
                "(?i ~ invalid perl operator: (?i",
                "(?z)a ~ invalid perl operator: (?z",
                "(?i-)a ~ invalid perl operator: (?i-)",
                "(? ~ invalid perl operator: (?",
                "\\pX ~ invalid character class range: \\pX",
                "\\p{Foo} ~ invalid character class range: \\p{Foo}",
                "\\p{Greek ~ invalid character class range: \\p{Greek",
                "\\p{L&} ~ invalid character class range: \\p{L&}",
                ".\\p ~ invalid character class range: \\p",
                "\\p{Letter} ~ invalid character class range: \\p{Letter}",
                "[[:foo:]] ~ invalid character class range: [:foo:]",
                ".[[:Alpha:]] ~ invalid character class range: [:Alpha:]",
                "\\x{110000} ~ invalid escape sequence: \\x{110000",
                "\\xZ ~ invalid escape sequence: \\xZ",
                ".\\x{} ~ invalid escape sequence: \\x{}",
                ".\\x{zz} ~ invalid escape sequence: \\x{z",
                ".\\x{61 ~ invalid escape sequence: \\x{61",
                ".\\x ~ invalid escape sequence: \\x",
                ".\\x1 ~ invalid escape sequence: \\x1",
                ".\\é ~ invalid escape sequence: \\é",
                ".\\E ~ invalid escape sequence: \\E",
                "[a-\\d] ~ invalid escape sequence: \\d",
                "[\\b] ~ invalid escape sequence: \\b",
                ".\\ ~ trailing \\",
                ".[\\ ~ trailing \\",
                ".[a- ~ missing ]: [a-",
                ".[[:alpha: ~ missing ]: [[:alpha:",
                ".|* ~ no argument for repetition operator: *",
                "(?:+) ~ no argument for repetition operator: +"
            })
    void saysWhatIsWrong(String pattern, String error) {
        assertThatThrownBy(() -> Regex.compile(pattern))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_COMPILE_REGEXP))
                .hasMessage("OptimizedRegularExpression: cannot compile re2: " + pattern + ", error: " + error
                        + ". Look at https://github.com/google/re2/wiki/Syntax for reference. Please note that if you specify regex as an SQL string literal, "
                        + "the slashes have to be additionally escaped. For example, to match an opening brace, write '\\(' -- the first slash is for SQL and "
                        + "the second one is for regex");
    }

    @Test
    void refusesTooLargePatterns() {
        assertThatThrownBy(() -> Regex.compile("(?i)([\\pL\\pN]{10}){100}|(\\pL{10}){100}"))
                .hasMessageContaining("pattern too large - compile failed");
        assertThatThrownBy(() -> Regex.compile("(".repeat(5000))).hasMessageContaining("nests too deeply");
        Regex.compile("(".repeat(999) + "a" + ")".repeat(999));
    }

    @Test
    void neverFailsOtherwise() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        String alphabet = "ab(((()))|*+?{}[[]]^$.\\-,:0129PpdwsQEbBAzCixmU<>=!&é中_ ";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                byte[] subject = "ab ab\né01".getBytes(StandardCharsets.UTF_8);
                Regex regex = Regex.compile(text.toString());
                Matcher matcher = regex.matcher();
                int[] slots = new int[2 * regex.groupCount() + 2];
                boolean found = matcher.find(subject, 0, 0, subject.length, slots);
                assertThat(matcher.find(subject, 0, subject.length))
                        .as("seed %d pattern %s", seed, text)
                        .isEqualTo(found);
            } catch (DbException e) {
                assertThat(e.code()).as("seed %d pattern %s", seed, text).isEqualTo(ErrorCode.CANNOT_COMPILE_REGEXP);
            }
        }
    }
}
