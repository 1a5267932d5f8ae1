package io.millrace.sql.lexer;

import java.util.Arrays;

/**
 * The tokens of a text, read when they are first asked for and kept, so that a parser can go back.
 *
 * <p>Not thread-safe.
 */
public final class Tokens {
    private static final TokenKind[] KINDS = TokenKind.values();

    private final byte[] text;
    private final int end;
    private final Lexer lexer;
    private byte[] kinds = new byte[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    public Tokens(byte[] text, int begin, int end, boolean cutOff, Dialect dialect) {
        this.text = text;
        this.end = end;
        this.lexer = new Lexer(text, begin, end, cutOff, dialect);
    }

    /** The text all tokens point into. */
    public byte[] text() {
        return text;
    }

    /** Where the text ends. */
    public int textEnd() {
        return end;
    }

    public TokenKind kind(int index) {
        fill(index);
        return KINDS[kinds[index]];
    }

    /** The byte offset where the token begins. */
    public int start(int index) {
        fill(index);
        return starts[index];
    }

    /** The byte offset behind the token. */
    public int end(int index) {
        fill(index);
        return ends[index];
    }

    private void fill(int index) {
        while (size <= index) {
            if (size == starts.length) {
                kinds = Arrays.copyOf(kinds, size * 2);
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            kinds[size] = (byte) lexer.next().ordinal();
            starts[size] = lexer.start();
            ends[size] = lexer.end();
            size++;
        }
    }
}
