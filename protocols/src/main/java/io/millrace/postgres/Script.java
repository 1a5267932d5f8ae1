package io.millrace.postgres;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a simple query into statements; semicolons in strings, comments and quotes do not count. */
final class Script {
    private Script() {}

    /** The statements that are not empty, without their semicolons. */
    static List<String> statements(String text, Dialect dialect) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens(bytes, 0, bytes.length, false, dialect);
        List<String> statements = new ArrayList<>();
        int first = 0;
        for (int token = 0; ; token++) {
            TokenKind kind = tokens.kind(token);
            if (kind.isFault()) {
                // the parser says what is wrong with it
                add(bytes, tokens.start(first), bytes.length, statements);
                return statements;
            }
            if (kind == TokenKind.SEMICOLON || kind == TokenKind.END) {
                if (token > first) {
                    add(bytes, tokens.start(first), tokens.end(token - 1), statements);
                }
                first = token + 1;
                if (kind == TokenKind.END) {
                    return statements;
                }
            }
        }
    }

    private static void add(byte[] bytes, int from, int to, List<String> statements) {
        statements.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
}
