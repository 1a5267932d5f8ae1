package io.millrace.sql.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    private static String tokens(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Lexer lexer = new Lexer(bytes, 0, bytes.length, false, Dialect.CLICKHOUSE);
        StringBuilder out = new StringBuilder();
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            out.append(kind).append(':');
            out.append(new String(bytes, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8))
                    .append(' ');
            if (kind.isFault()) {
                break;
            }
        }
        return out.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                ".5 1. 1e5 1_000 0xFf 0b11 1.5e-3~NUMBER:.5 NUMBER:1. NUMBER:1e5 NUMBER:1_000 NUMBER:0xFf NUMBER:0b11 NUMBER:1.5e-3",
                "t.1.2~BARE_WORD:t DOT:. NUMBER:1 DOT:. NUMBER:2",
                "1st 1e~BARE_WORD:1st BARE_WORD:1e",
                "1.5x~WRONG_NUMBER:1.5x",
                "a--b~BARE_WORD:a",
                "1 # c~NUMBER:1",
                "/* a /* b */ c */ 1~NUMBER:1",
                "'it''s' 'a\\'b'~STRING:'it''s' STRING:'a\\'b'",
                "x'41' b'01'~STRING:x'41' STRING:b'01'",
                "$$a'b$$ $t$ x $t$~HEREDOC:$$a'b$$ HEREDOC:$t$ x $t$",
                "`a b` \"c\"~QUOTED_IDENTIFIER:`a b` QUOTED_IDENTIFIER:\"c\"",
                "->::<=>=<> ==||@@~ARROW:-> DOUBLE_COLON::: SPACESHIP:<=> EQUALS:= NOT_EQUALS:<> EQUALS:== CONCATENATION:|| DOUBLE_AT:@@",
                "!~LONE_EXCLAMATION:!",
                "|~LONE_PIPE:|",
                "'a~UNCLOSED_STRING:'a",
                "\u2018a\u2019 \u201Cb\u201D~STRING:\u2018a\u2019 QUOTED_IDENTIFIER:\u201Cb\u201D",
                "a\u00A0b~BARE_WORD:a BARE_WORD:b",
            })
    void splitsText(String text, String wanted) {
        assertThat(tokens(text)).isEqualTo(wanted);
    }
}
