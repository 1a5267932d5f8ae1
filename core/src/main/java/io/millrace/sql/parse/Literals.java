package io.millrace.sql.parse;

import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads literals, names and lists of literals. */
final class Literals {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 2;

    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger SMALLEST = BigInteger.ONE.shiftLeft(63).negate();

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The name that stands here, bare or quoted, if there is one. */
    Optional<String> takeIdentifier() {
        switch (cursor.kind()) {
            case BARE_WORD -> {
                String name = cursor.tokenText();
                if (name.charAt(0) == '$') {
                    cursor.expected("identifier");
                    return Optional.empty();
                }
                cursor.advance();
                return Optional.of(name);
            }
            case QUOTED_IDENTIFIER -> {
                boolean escapes = !cursor.options().dialect().isPostgres() || cursor.bytes()[cursor.start()] == '`';
                byte[] name = unquote(cursor.bytes(), cursor.start(), cursor.tokenEnd(), escapes);
                if (name.length == 0) {
                    cursor.expected("identifier");
                    return Optional.empty();
                }
                cursor.advance();
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
            case OPENING_CURLY -> {
                return takeIdentifierParameter();
            }
            default -> {
                cursor.expected("identifier");
                return Optional.empty();
            }
        }
    }

    /** {@code {name:Identifier}} with its value from the request. */
    private Optional<String> takeIdentifierParameter() {
        if (cursor.kindAt(1) != TokenKind.BARE_WORD
                || cursor.kindAt(2) != TokenKind.COLON
                || !cursor.looksAt(3, "IDENTIFIER")
                || cursor.kindAt(4) != TokenKind.CLOSING_CURLY) {
            cursor.expected("identifier");
            return Optional.empty();
        }
        cursor.advance();
        String name = cursor.tokenText();
        String value = cursor.options().identifiers().get(name);
        if (value == null) {
            throw Parser.parameterNotSet(name);
        }
        cursor.moveTo(cursor.index() + 4);
        return Optional.of(value);
    }

    String needIdentifier() {
        return takeIdentifier().orElseThrow(cursor::failure);
    }

    Optional<String> takeString() {
        if (cursor.kind() == TokenKind.STRING || cursor.kind() == TokenKind.HEREDOC) {
            return Optional.of(new String(takeBytes(), StandardCharsets.UTF_8));
        }
        cursor.expected("string literal");
        return Optional.empty();
    }

    String needString() {
        return takeString().orElseThrow(cursor::failure);
    }

    long needUnsigned() {
        if (cursor.kind() == TokenKind.NUMBER) {
            Optional<LiteralValue> number = number(cursor.tokenText(), false);
            if (number.isPresent()
                    && number.get() instanceof LiteralValue.IntegerValue(BigInteger value)
                    && value.bitLength() < 64) {
                cursor.advance();
                return value.longValue();
            }
        }
        throw cursor.failure("unsigned integer");
    }

    /** The literal that stands here: a number with its sign, a string, NULL, true, false. */
    Optional<LiteralValue> takeScalar() {
        switch (cursor.kind()) {
            case NUMBER -> {
                return takeNumber(false);
            }
            case MINUS -> {
                if (cursor.kindAt(1) == TokenKind.NUMBER) {
                    cursor.advance();
                    return takeNumber(true);
                }
                if (cursor.looksAt(1, "INF") || cursor.looksAt(1, "NAN")) {
                    boolean infinite = cursor.looksAt(1, "INF");
                    cursor.moveTo(cursor.index() + 2);
                    return Optional.of(new LiteralValue.FloatValue(infinite ? Double.NEGATIVE_INFINITY : Double.NaN));
                }
            }
            case STRING, HEREDOC -> {
                return Optional.of(new LiteralValue.StringValue(takeBytes()));
            }
            case BARE_WORD -> {
                return takeWord();
            }
            default -> {}
        }
        cursor.expected("literal");
        return Optional.empty();
    }

    private Optional<LiteralValue> takeWord() {
        LiteralValue value;
        if (cursor.looksAt("NULL")) {
            value = new LiteralValue.NullValue();
        } else if (cursor.looksAt("TRUE")) {
            value = new LiteralValue.BoolValue(true);
        } else if (cursor.looksAt("FALSE")) {
            value = new LiteralValue.BoolValue(false);
        } else if (cursor.looksAt("INF") || cursor.looksAt("INFINITY")) {
            value = new LiteralValue.FloatValue(Double.POSITIVE_INFINITY);
        } else if (cursor.looksAt("NAN")) {
            value = new LiteralValue.FloatValue(Double.NaN);
        } else {
            cursor.expected("literal");
            return Optional.empty();
        }
        cursor.advance();
        return Optional.of(value);
    }

    private Optional<LiteralValue> takeNumber(boolean negative) {
        Optional<LiteralValue> value = number(cursor.tokenText(), negative);
        if (value.isEmpty()) {
            cursor.expected("number");
            return value;
        }
        cursor.advance();
        return value;
    }

    /** A literal, or an array, tuple or map of literals, as the value of a setting. */
    LiteralValue needSettingValue() {
        cursor.enter(DEPTH_STEPS);
        try {
            switch (cursor.kind()) {
                case OPENING_SQUARE -> {
                    return new LiteralValue.ArrayValue(settingValues(TokenKind.CLOSING_SQUARE));
                }
                case OPENING_ROUND -> {
                    return new LiteralValue.TupleValue(settingValues(TokenKind.CLOSING_ROUND));
                }
                case OPENING_CURLY -> {
                    return map();
                }
                default -> {}
            }
            if (cursor.kind() == TokenKind.BARE_WORD && !atWordLiteral()) {
                // A bare word is a string, as in SETTINGS format = TSV.
                return LiteralValue.StringValue.of(needIdentifier());
            }
            return takeScalar().orElseThrow(cursor::failure);
        } finally {
            cursor.leave(DEPTH_STEPS);
        }
    }

    private boolean atWordLiteral() {
        return cursor.looksAt("NULL")
                || cursor.looksAt("TRUE")
                || cursor.looksAt("FALSE")
                || cursor.looksAt("INF")
                || cursor.looksAt("NAN");
    }

    private List<LiteralValue> settingValues(TokenKind closing) {
        cursor.advance();
        ArrayList<LiteralValue> values = new ArrayList<>();
        if (cursor.take(closing)) {
            return values;
        }
        do {
            values.add(needSettingValue());
        } while (cursor.take(TokenKind.COMMA));
        cursor.need(closing);
        return values;
    }

    private LiteralValue map() {
        cursor.advance();
        ArrayList<LiteralValue.Entry> entries = new ArrayList<>();
        if (!cursor.take(TokenKind.CLOSING_CURLY)) {
            do {
                LiteralValue key = needSettingValue();
                cursor.need(TokenKind.COLON);
                entries.add(new LiteralValue.Entry(key, needSettingValue()));
            } while (cursor.take(TokenKind.COMMA));
            cursor.need(TokenKind.CLOSING_CURLY);
        }
        return new LiteralValue.MapValue(entries);
    }

    /**
     * Reads a long list of plain numbers and strings quickly: the elements behind the cursor up to, but without, the closing
     * bracket. Empty, and nothing read, when something else stands in it.
     */
    Optional<List<LiteralValue>> takePlainList(TokenKind closing) {
        int begin = cursor.index();
        ArrayList<LiteralValue> values = new ArrayList<>();
        while (true) {
            TokenKind kind = cursor.kind() == TokenKind.MINUS ? cursor.kindAt(1) : cursor.kind();
            boolean plain = kind == TokenKind.NUMBER || cursor.kind() == TokenKind.STRING;
            Optional<LiteralValue> value = plain ? takeScalar() : Optional.empty();
            if (value.isEmpty()) {
                break;
            }
            values.add(value.get());
            if (cursor.kind() == closing) {
                return Optional.of(values);
            }
            if (cursor.kind() != TokenKind.COMMA) {
                break;
            }
            cursor.advance();
        }
        cursor.moveTo(begin);
        return Optional.empty();
    }

    private byte[] takeBytes() {
        byte[] value = stringBytes(
                cursor.bytes(),
                cursor.start(),
                cursor.tokenEnd(),
                cursor.options().dialect());
        cursor.advance();
        return value;
    }

    /** A number's value; empty when it is beyond a double. Whole numbers beyond 64 bits are floats. */
    static Optional<LiteralValue> number(String token, boolean negative) {
        String digits = token.indexOf('_') < 0 ? token : token.replace("_", "");
        String lower = digits.toLowerCase(Locale.ROOT);
        boolean hex = lower.startsWith("0x");
        boolean binary = lower.startsWith("0b");
        boolean whole = hex ? lower.indexOf('.') < 0 && lower.indexOf('p') < 0 : binary || isDecimal(digits);
        if (whole) {
            BigInteger value = hex || binary
                    ? new BigInteger(lower.substring(2), hex ? 16 : 2)
                    : digits.length() <= 18
                            ? BigInteger.valueOf(Long.parseLong(digits))
                            : digits.length() < 100 ? new BigInteger(digits) : LARGEST.add(BigInteger.ONE);
            BigInteger signed = negative ? value.negate() : value;
            if (signed.compareTo(LARGEST) <= 0 && signed.compareTo(SMALLEST) >= 0) {
                return Optional.of(new LiteralValue.IntegerValue(signed));
            }
            lower = hex ? lower + "p0" : binary ? value.toString() : lower;
        } else if (hex && lower.indexOf('p') < 0) {
            lower = lower + "p0";
        }
        double value = Double.parseDouble(lower);
        if (Double.isInfinite(value)) {
            return Optional.empty();
        }
        return Optional.of(new LiteralValue.FloatValue(negative ? -value : value));
    }

    private static boolean isDecimal(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The value of a string token: quoted, typographically quoted, heredoc, {@code x'41'} or {@code b'0101'}. */
    static byte[] stringBytes(byte[] text, int start, int end, Dialect dialect) {
        return switch (text[start]) {
            case '$' -> {
                int tag = start + 1;
                while (text[tag] != '$') {
                    tag++;
                }
                int length = tag + 1 - start;
                yield Arrays.copyOfRange(text, start + length, end - length);
            }
            case 'x', 'X' -> radixBytes(text, start + 2, end - 1, 2, 16);
            case 'b', 'B' -> radixBytes(text, start + 2, end - 1, 8, 2);
            case 'e', 'E' -> EscapedString.bytes(text, start + 2, end - 1);
            case 'n', 'N' -> unquote(text, start + 1, end, dialect.backslashEscapes());
            case 'u', 'U' -> EscapedString.unicode(text, start + 3, end - 1);
            default -> unquote(text, start, end, dialect.backslashEscapes());
        };
    }

    private static byte[] radixBytes(byte[] text, int from, int to, int digitsPerByte, int radix) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int lead = (to - from) % digitsPerByte;
        int value = 0;
        int digits = lead == 0 ? 0 : digitsPerByte - lead;
        for (int i = from; i < to; i++) {
            value = value * radix + Math.max(0, Character.digit(text[i], radix));
            if (++digits == digitsPerByte) {
                out.write(value);
                value = 0;
                digits = 0;
            }
        }
        return out.toByteArray();
    }

    /** What stands between quotes, doubled quotes and escapes replaced. */
    static byte[] unquote(byte[] text, int start, int end, boolean escapes) {
        if (text[start] == (byte) 0xE2) {
            return Arrays.copyOfRange(text, start + 3, end - 3);
        }
        byte quote = text[start];
        int special = start + 1;
        while (special < end - 1 && !(escapes && text[special] == '\\') && text[special] != quote) {
            special++;
        }
        if (special == end - 1) {
            return Arrays.copyOfRange(text, start + 1, end - 1);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
        int i = start + 1;
        while (i < end - 1) {
            byte c = text[i];
            if (c == quote) {
                out.write(c);
                i += 2;
            } else if (escapes && c == '\\') {
                i = escape(text, i + 1, end - 1, out);
            } else {
                out.write(c);
                i++;
            }
        }
        return out.toByteArray();
    }

    /** Writes what the escape behind a backslash stands for; returns the offset behind it. */
    private static int escape(byte[] text, int at, int end, ByteArrayOutputStream out) {
        byte c = text[at];
        switch (c) {
            case 'x' -> {
                if (at + 2 < end && Character.digit(text[at + 1], 16) >= 0 && Character.digit(text[at + 2], 16) >= 0) {
                    out.write(Character.digit(text[at + 1], 16) * 16 + Character.digit(text[at + 2], 16));
                    return at + 3;
                }
                out.write('\\');
                out.write('x');
            }
            case 'N' -> {}
            case 'a' -> out.write(7);
            case 'b' -> out.write(8);
            case 'e' -> out.write(27);
            case 'f' -> out.write(12);
            case 'n' -> out.write(10);
            case 'r' -> out.write(13);
            case 't' -> out.write(9);
            case 'v' -> out.write(11);
            case '0' -> out.write(0);
            case '\\', '\'', '"', '`', '/', '=' -> out.write(c);
            default -> {
                out.write('\\');
                out.write(c);
            }
        }
        return at + 1;
    }
}
