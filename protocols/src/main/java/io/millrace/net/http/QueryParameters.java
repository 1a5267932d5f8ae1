package io.millrace.net.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoded parameters of a request target in the order they came, repeated names kept; immutable.
 *
 * <p>Decoded as ClickHouse does: pairs are separated by {@code &} only, {@code +} is a space, {@code %XX} is a byte, a
 * pair without {@code =} has an empty value. Values are bytes first, because a query may hold any.
 */
public final class QueryParameters {
    private final List<Parameter> parameters;

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** One name and value. */
    public static final class Parameter {
        private final String name;
        private final byte[] bytes;

        private Parameter(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        public String name() {
            return name;
        }

        /** The value as text; what is not UTF-8 becomes replacement characters. */
        public String value() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The value as it was sent, decoded. */
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * Decodes what follows the question mark of a target.
     *
     * @param text one character per byte
     * @throws HttpException 400 for broken percent sequences, too many parameters or too long names
     */
    static QueryParameters parse(String text, HttpLimits limits) throws HttpException {
        ArrayList<Parameter> found = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', from);
            boolean valued = equals >= 0 && equals < end;
            int nameEnd = valued ? equals : end;
            if (nameEnd - from > limits.maxFieldName()) {
                throw HttpException.bad("Field name too long");
            }
            if (found.size() == limits.maxFields()) {
                throw HttpException.bad("Too many form fields");
            }
            String name = new String(decode(text, from, nameEnd), StandardCharsets.UTF_8);
            found.add(new Parameter(name, valued ? decode(text, equals + 1, end) : new byte[0]));
            from = end + 1;
        }
        return new QueryParameters(List.copyOf(found));
    }

    private static byte[] decode(String text, int from, int to) throws HttpException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (to - i < 3) {
                    throw HttpException.bad("URI encoding: two hex digits must follow percent sign");
                }
                bytes.write(hexDigit(text.charAt(i + 1)) << 4 | hexDigit(text.charAt(i + 2)));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static int hexDigit(char c) throws HttpException {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw HttpException.bad("URI encoding: not a hex digit");
        }
        return digit;
    }

    /** These, and one more behind them: a field of a form. */
    public QueryParameters and(String name, byte[] value) {
        ArrayList<Parameter> all = new ArrayList<>(parameters);
        all.add(new Parameter(name, value.clone()));
        return new QueryParameters(List.copyOf(all));
    }

    /** All parameters in order; a name may be empty or come twice. */
    public List<Parameter> all() {
        return parameters;
    }

    /** The first value with this name; names are compared with case. */
    public Optional<String> first(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    public boolean contains(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }
}
