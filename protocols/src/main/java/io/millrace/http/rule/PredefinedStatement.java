package io.millrace.http.rule;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A statement of the administrator's. Immutable.
 *
 * @param parameters names of its {@code {name:Type}}: a request may give them without {@code param_}
 * @param inserts whether it is an INSERT, which takes the request's body as its data
 */
public record PredefinedStatement(String text, Set<String> parameters, boolean inserts) {
    /** The parameter that stands for the request's body. */
    public static final String BODY = "_request_body";

    static PredefinedStatement of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens(bytes, 0, bytes.length, false, Dialect.CLICKHOUSE);
        boolean inserts = word(bytes, tokens, 0).equalsIgnoreCase("insert");
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; tokens.kind(i) != TokenKind.END && !tokens.kind(i).isFault(); i++) {
            if (tokens.kind(i) == TokenKind.OPENING_CURLY && tokens.kind(i + 2) == TokenKind.COLON) {
                names.add(word(bytes, tokens, i + 1));
            }
        }
        return new PredefinedStatement(text, Set.copyOf(names), inserts);
    }

    private static String word(byte[] text, Tokens tokens, int index) {
        return new String(text, tokens.start(index), tokens.end(index) - tokens.start(index), StandardCharsets.UTF_8);
    }
}
