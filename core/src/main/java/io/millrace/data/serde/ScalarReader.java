package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Readers of values that are one token: the cursor finds the token, a parser understands it. */
abstract class ScalarReader extends TextReader {
    final ValueParser parser;
    private final TextStyle style;
    private final TextOptions options;

    ScalarReader(ValueParser parser, TextStyle style, TextOptions options) {
        this.parser = parser;
        this.style = style;
        this.options = options;
    }

    @Override
    public final void read(TextCursor in) {
        in.next(style, options);
        if (in.kind == TextCursor.Kind.NULL) {
            readNull(in);
        } else if (in.from == in.to && in.kind == TextCursor.Kind.BARE) {
            readEmpty(in);
        } else {
            readToken(in);
        }
    }

    private void readToken(TextCursor in) {
        if (style == TextStyle.QUOTED && in.kind == TextCursor.Kind.BARE && !parser.isBareLiteral()) {
            in.at = in.from;
            throw in.expected('\'');
        }
        if (style == TextStyle.JSON && in.kind == TextCursor.Kind.BARE && parser.isText()) {
            checkText(in);
        }
        if (style == TextStyle.JSON && in.kind == TextCursor.Kind.BARE && parser.isNumber()) {
            byte first = in.token[in.from];
            if ((first == 't' || first == 'f') && options.reading().jsonBoolsAsNumbers()) {
                in.token = new byte[] {(byte) (isTrue(in) ? '1' : '0')};
                in.from = 0;
                in.to = 1;
            }
        }
        boolean empty =
                in.from == in.to && style == TextStyle.JSON && options.reading().jsonEmptyAsDefault();
        if (empty) {
            in.defaulted = true;
            appendDefault();
        } else if (style == TextStyle.CSV && options.reading().csvBadAsDefault()) {
            appendOrDefault(in);
        } else {
            append(in.token, in.from, in.to);
        }
    }

    private void appendOrDefault(TextCursor in) {
        try {
            append(in.token, in.from, in.to);
        } catch (DbException e) {
            in.defaulted = true;
            appendDefault();
        }
    }

    /** Values that are no strings become texts if the settings allow it. */
    private void checkText(TextCursor in) {
        ReadOptions allowed = options.reading();
        byte first = in.token[in.from];
        boolean fine = switch (first) {
            case '{' -> allowed.jsonObjectsAsStrings();
            case '[' -> allowed.jsonArraysAsStrings();
            case 't', 'f' -> allowed.jsonBoolsAsStrings();
            default -> allowed.jsonNumbersAsStrings();
        };
        if (!fine) {
            String text = new String(in.token, in.from, Math.min(100, in.to - in.from), StandardCharsets.UTF_8);
            boolean number = first != '{' && first != '[' && first != 't' && first != 'f';
            throw new DbException(
                    number ? ErrorCode.CANNOT_PARSE_QUOTED_STRING : ErrorCode.INCORRECT_DATA,
                    number
                            ? "Cannot parse JSON string: expected opening quote"
                            : "Cannot parse JSON String value here: " + text);
        }
    }

    private static boolean isTrue(TextCursor in) {
        boolean yes = in.to - in.from == 4 && in.token[in.from] == 't';
        if (!yes && (in.to - in.from != 5 || in.token[in.from] != 'f')) {
            throw in.expected('"');
        }
        return yes;
    }

    private void readNull(TextCursor in) {
        if (!appendNull()) {
            boolean jsonNumber = style == TextStyle.JSON && parser.isNumber();
            if (!options.nullAsDefault() && !jsonNumber) {
                throw new DbException(
                        ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
                        "Cannot insert NULL value into a column that is not Nullable");
            }
            in.defaulted = true;
            appendDefault();
        }
    }

    private void readEmpty(TextCursor in) {
        if (style == TextStyle.CSV && options.reading().csvEmptyAsDefault()
                || style == TextStyle.ESCAPED && options.reading().tsvEmptyAsDefault()) {
            in.defaulted = true;
            appendDefault();
        } else if ((style == TextStyle.ESCAPED || style == TextStyle.CSV) && parser.emptyIsDefault()) {
            appendValueDefault();
        } else if (style == TextStyle.ESCAPED || style == TextStyle.RAW || style == TextStyle.CSV) {
            append(in.token, in.from, in.to);
        } else {
            throw in.expected(style == TextStyle.JSON ? '"' : '\'');
        }
    }

    /** Appends NULL; false if there is none here. */
    abstract boolean appendNull();

    /** Appends the default of the column: NULL if there is one. */
    abstract void appendDefault();

    /** Appends the default of the type under Nullable. */
    void appendValueDefault() {
        appendDefault();
    }

    /** Of a type without NULL. */
    static final class Plain extends ScalarReader {
        private ColumnBuilder out;

        Plain(ValueParser parser, TextStyle style, TextOptions options) {
            super(parser, style, options);
            out = ColumnBuilder.of(Types.NOTHING, 0);
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = builder;
            parser.bind(builder);
        }

        @Override
        public void append(byte[] bytes, int from, int to) {
            parser.append(bytes, from, to);
        }

        @Override
        boolean appendNull() {
            return false;
        }

        @Override
        void appendDefault() {
            out.appendDefault();
        }
    }

    /** Of Nullable. */
    static final class Nullable extends ScalarReader {
        private NullableColumn.Builder out;

        Nullable(ValueParser parser, TextStyle style, TextOptions options) {
            super(parser, style, options);
            out = (NullableColumn.Builder) ColumnBuilder.of(Types.NULL, 0);
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (NullableColumn.Builder) builder;
            parser.bind(out.values());
        }

        @Override
        public void append(byte[] bytes, int from, int to) {
            parser.append(bytes, from, to);
            out.appendNotNull();
        }

        @Override
        boolean appendNull() {
            out.appendNull();
            return true;
        }

        @Override
        void appendDefault() {
            out.appendNull();
        }

        @Override
        void appendValueDefault() {
            out.values().appendDefault();
            out.appendNotNull();
        }
    }

    /** Of LowCardinality: texts that were seen before cost one look into a table. */
    static final class Dictionary extends ScalarReader {
        private static final int SLOTS = 1 << 12;

        private final DataType nested;
        private final boolean nullable;
        private final byte[][] seen = new byte[SLOTS][];
        private final int[] codes = new int[SLOTS];
        private DictionaryColumn.Builder out;

        Dictionary(DataType.LowCardinalityType type, TextStyle style, TextOptions options) {
            super(TextReaders.parser(Types.withoutNullable(type.nested()), options), style, options);
            nested = type.nested();
            nullable = nested.isNullable();
            out = (DictionaryColumn.Builder) ColumnBuilder.of(type, 0);
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (DictionaryColumn.Builder) builder;
            Arrays.fill(seen, null);
        }

        @Override
        public void append(byte[] bytes, int from, int to) {
            int hash = 0;
            for (int i = from; i < to; i++) {
                hash = hash * 31 + bytes[i];
            }
            int slot = (hash ^ hash >>> 15) & SLOTS - 1;
            byte[] known = seen[slot];
            if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
                out.appendCode(codes[slot]);
                return;
            }
            ColumnBuilder one = ColumnBuilder.of(nested, 1);
            if (one instanceof NullableColumn.Builder value) {
                parser.bind(value.values());
                parser.append(bytes, from, to);
                value.appendNotNull();
            } else {
                parser.bind(one);
                parser.append(bytes, from, to);
            }
            int code = out.codeOf(one.build(), 0);
            seen[slot] = Arrays.copyOfRange(bytes, from, to);
            codes[slot] = code;
            out.appendCode(code);
        }

        @Override
        boolean appendNull() {
            if (nullable) {
                appendDefault();
            }
            return nullable;
        }

        @Override
        void appendDefault() {
            ColumnBuilder one = ColumnBuilder.of(nested, 1);
            one.appendDefault();
            out.appendCode(out.codeOf(one.build(), 0));
        }
    }
}
