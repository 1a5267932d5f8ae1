package io.millrace.base.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.RegexOptions;
import io.millrace.base.text.search.Substring;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled LIKE or ILIKE pattern.
 *
 * <p>{@code %} is any text, {@code _} one code point, a backslash takes the meaning from {@code %}, {@code _} and itself and stands for itself before
 * anything else, all as in ClickHouse. Common shapes are plain comparisons or substring searches, the rest are regular expressions. As there, text that is
 * not valid UTF-8 is not "any text" between two fixed parts, but is before the first or behind the last. Immutable and thread-safe; threads match with their
 * own {@link #matcher}.
 */
public final class LikePattern {
    /** What a pattern amounts to. {@code ignoreCase} in these is about ASCII letters. */
    sealed interface Shape {
        record Anything() implements Shape {}

        record Equal(byte[] text, boolean ignoreCase) implements Shape {}

        record Prefix(byte[] text, boolean ignoreCase) implements Shape {}

        record Suffix(byte[] text, boolean ignoreCase) implements Shape {}

        record Contains(Substring needle) implements Shape {}

        /** Fixed parts in order; the first begins the text unless {@code openStart}, the last ends it unless {@code openEnd}. */
        record Sequence(byte[][] parts, boolean openStart, boolean openEnd, Regex exact) implements Shape {}

        record Expression(Regex regex) implements Shape {}
    }

    /** Fixed bytes, or one of the two wildcards. */
    private sealed interface Token {
        record Text(byte[] bytes) implements Token {}

        record AnyText() implements Token {}

        record OneCharacter() implements Token {}
    }

    private static final String REGEX_SPECIAL = "\\.+*?()|[]{}^$";

    private final Shape shape;
    private final byte[] prefix;

    private LikePattern(Shape shape, byte[] prefix) {
        this.shape = shape;
        this.prefix = prefix;
    }

    /** Compiles; a lone backslash at the end is an error with code CANNOT_PARSE_ESCAPE_SEQUENCE. */
    public static LikePattern compile(byte[] pattern, boolean ignoreCase) {
        List<Token> tokens = tokens(pattern);
        boolean fixedStart = !ignoreCase && !tokens.isEmpty() && tokens.getFirst() instanceof Token.Text;
        byte[] prefix = fixedStart && tokens.getFirst() instanceof Token.Text(byte[] bytes) ? bytes : new byte[0];
        return new LikePattern(shape(tokens, ignoreCase), prefix);
    }

    public static LikePattern compile(String pattern, boolean ignoreCase) {
        return compile(pattern.getBytes(StandardCharsets.UTF_8), ignoreCase);
    }

    /** A matcher for one thread. */
    public LikeMatcher matcher() {
        return LikeMatcher.of(shape);
    }

    /** The bytes every matching text begins with, empty if none are certain: what an index can use. */
    public byte[] prefix() {
        return prefix.clone();
    }

    Shape shape() {
        return shape;
    }

    private static Shape shape(List<Token> tokens, boolean ignoreCase) {
        if (tokens.contains(new Token.OneCharacter())) {
            return new Shape.Expression(regex(tokens, ignoreCase));
        }
        boolean openStart = !tokens.isEmpty() && tokens.getFirst() instanceof Token.AnyText;
        boolean openEnd = !tokens.isEmpty() && tokens.getLast() instanceof Token.AnyText;
        ArrayList<byte[]> parts = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Token.Text(byte[] bytes)) {
                parts.add(bytes);
            }
        }
        if (parts.isEmpty()) {
            return openStart ? new Shape.Anything() : new Shape.Equal(new byte[0], false);
        }
        byte[] first = parts.getFirst();
        if (parts.size() == 1 && openStart && openEnd) {
            return new Shape.Contains(ignoreCase ? Substring.ignoringCase(first) : Substring.of(first));
        }
        if (ignoreCase && (parts.size() > 1 || !foldsWithinAscii(first))) {
            return new Shape.Expression(regex(tokens, true));
        }
        if (parts.size() > 1) {
            return new Shape.Sequence(parts.toArray(byte[][]::new), openStart, openEnd, regex(tokens, false));
        }
        return openEnd
                ? new Shape.Prefix(first, ignoreCase)
                : openStart ? new Shape.Suffix(first, ignoreCase) : new Shape.Equal(first, ignoreCase);
    }

    /** Without letters that have partners outside ASCII: the Kelvin sign for K, the long s for S. */
    private static boolean foldsWithinAscii(byte[] text) {
        for (byte b : text) {
            if (b < 0 || (b | 0x20) == 'k' || (b | 0x20) == 's') {
                return false;
            }
        }
        return true;
    }

    /** Splits the pattern; neighbouring {@code %} become one. */
    private static List<Token> tokens(byte[] pattern) {
        ArrayList<Token> tokens = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < pattern.length; i++) {
            byte b = pattern[i];
            if (b == '%' || b == '_') {
                if (text.size() > 0) {
                    tokens.add(new Token.Text(text.toByteArray()));
                    text.reset();
                }
                if (b == '_') {
                    tokens.add(new Token.OneCharacter());
                } else if (tokens.isEmpty() || !(tokens.getLast() instanceof Token.AnyText)) {
                    tokens.add(new Token.AnyText());
                }
                continue;
            }
            if (b == '\\') {
                if (i + 1 == pattern.length) {
                    String shown = new String(pattern, StandardCharsets.UTF_8);
                    throw new DbException(
                            ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
                            "Invalid escape sequence at the end of LIKE pattern '" + shown + "'");
                }
                byte next = pattern[i + 1];
                if (next == '%' || next == '_' || next == '\\') {
                    b = next;
                    i++;
                }
            }
            text.write(b);
        }
        if (text.size() > 0) {
            tokens.add(new Token.Text(text.toByteArray()));
        }
        return tokens;
    }

    private static Regex regex(List<Token> tokens, boolean ignoreCase) {
        ByteArrayOutputStream regex = new ByteArrayOutputStream();
        if (!(tokens.getFirst() instanceof Token.AnyText)) {
            regex.write('^');
        }
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Token.Text(byte[] bytes) -> {
                    for (byte b : bytes) {
                        if (b > 0 && REGEX_SPECIAL.indexOf(b) >= 0) {
                            regex.write('\\');
                        }
                        regex.write(b);
                    }
                }
                case Token.OneCharacter() -> regex.write('.');
                case Token.AnyText() -> {
                    if (i > 0 && i < tokens.size() - 1) {
                        regex.writeBytes(new byte[] {'.', '*'});
                    }
                }
            }
        }
        if (!(tokens.getLast() instanceof Token.AnyText)) {
            regex.write('$');
        }
        return Regex.compile(regex.toByteArray(), new RegexOptions(true, ignoreCase, false));
    }
}
