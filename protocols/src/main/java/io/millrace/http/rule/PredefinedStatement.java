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
 * @param bodyAsText whether it wants the request's body as a text, and not as a value that the body describes
 */
public record PredefinedStatement(String text, Set<String> parameters, boolean inserts, boolean bodyAsText) {
    /** The parameter that stands for the request's body. */
    public static final String BODY = "_request_body";

    private static final Set<String> TEXTS = Set.of("String", "Nullable", "LowCardinality", "FixedString");

    static PredefinedStatement of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens(bytes, 0, bytes.length, false, Dialect.CLICKHOUSE);
        boolean inserts = word(bytes, tokens, 0).equalsIgnoreCase("insert");
        Set<String> names = new LinkedHashSet<>();
        boolean bodyAsText = false;
        for (int i = 0; tokens.kind(i) != TokenKind.END && !tokens.kind(i).isFault(); i++) {
            if (tokens.kind(i) == TokenKind.OPENING_CURLY && tokens.kind(i + 2) == TokenKind.COLON) {
                String name = word(bytes, tokens, i + 1);
                names.add(name);
                bodyAsText |= name.equals(BODY) && TEXTS.contains(word(bytes, tokens, i + 3));
            }
        }
        return new PredefinedStatement(text, Set.copyOf(names), inserts, bodyAsText);
    }

    private static String word(byte[] text, Tokens tokens, int index) {
        return new String(text, tokens.start(index), tokens.end(index) - tokens.start(index), StandardCharsets.UTF_8);
    }
}
