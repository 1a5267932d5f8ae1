package io.millrace.sql.print;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A CREATE USER or ALTER USER as others may see it, in lists of queries and in logs. Stateless. */
public final class HiddenPasswords {
    private static final byte[] HIDDEN = "'[HIDDEN]'".getBytes(StandardCharsets.UTF_8);

    private HiddenPasswords() {}

    /**
     * The text with {@code '[HIDDEN]'} in place of passwords, hashes and salts, as ClickHouse shows it.
     *
     * @param statement a CREATE USER or ALTER USER that could be parsed
     */
    public static String in(String statement) {
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens(bytes, 0, bytes.length, false, Dialect.CLICKHOUSE);
        ByteArrayOutputStream shown = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (int i = 1; tokens.kind(i - 1) != TokenKind.END && tokens.kind(i) != TokenKind.END; i++) {
            boolean text = tokens.kind(i) == TokenKind.STRING || tokens.kind(i) == TokenKind.HEREDOC;
            if (text && isSecretBehind(tokens, i - 1)) {
                shown.write(bytes, done, tokens.start(i) - done);
                shown.writeBytes(HIDDEN);
                done = tokens.end(i);
            }
        }
        shown.write(bytes, done, bytes.length - done);
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static boolean isSecretBehind(Tokens tokens, int index) {
        String word = new String(
                tokens.text(), tokens.start(index), tokens.end(index) - tokens.start(index), StandardCharsets.UTF_8);
        return tokens.kind(index) == TokenKind.BARE_WORD
                && (word.equalsIgnoreCase("BY") || word.equalsIgnoreCase("SALT"));
    }
}
