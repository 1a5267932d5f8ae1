package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Readers of arrays, maps and tuples, in the grammar of SQL literals or of JSON. */
final class ContainerReaders {
    private ContainerReaders() {}

    /** What containers have in common: their whole text is read by a cursor of its own. */
    abstract static class Container extends TextReader {
        private final TextCursor whole = new TextCursor();

        @Override
        public final void append(byte[] bytes, int from, int to) {
            // one byte more, so that a number at the end is known to be complete
            byte[] text = new byte[to - from + 1];
            System.arraycopy(bytes, from, text, 0, to - from);
            text[to - from] = '\n';
            whole.over(text, 0, text.length);
            read(whole);
            whole.skipSpace();
            if (whole.at < whole.limit) {
                throw new DbException(
                        ErrorCode.CANNOT_PARSE_TEXT,
                        "Cannot parse string '"
                                + new String(bytes, from, Math.min(100, to - from), StandardCharsets.UTF_8)
                                + "': syntax error at position " + whole.at);
            }
        }
    }

    /** Reads {@code [..]}. */
    static final class Array extends Container {
        private final TextReader element;
        private ArrayColumn.Builder out = (ArrayColumn.Builder) ColumnBuilder.of(new ArrayType(Types.NOTHING), 0);

        Array(TextReader element) {
            this.element = element;
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (ArrayColumn.Builder) builder;
            element.bind(out.elements());
        }

        @Override
        public void read(TextCursor in) {
            in.skipSpace();
            if (in.peek() != '[') {
                throw notArray(in);
            }
            in.at++;
            in.skipSpace();
            if (in.peek() == ']') {
                in.at++;
            } else {
                elements(in);
            }
            out.endRow();
        }

        private void elements(TextCursor in) {
            while (true) {
                element.read(in);
                in.skipSpace();
                if (in.peek() == ']') {
                    in.at++;
                    return;
                }
                if (in.bytes[in.at] != ',') {
                    throw notArray(in);
                }
                in.at++;
            }
        }

        private static DbException notArray(TextCursor in) {
            return new DbException(
                    ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
                    "Cannot read array from text, expected comma or end of array, found '" + in.rest() + "'");
        }
    }

    /** Reads {@code {'k':v}}, in JSON {@code {"k":v}}. */
    static final class Map extends Container {
        private final TextReader key;
        private final TextReader value;
        private final boolean json;
        private ArrayColumn.Builder out = (ArrayColumn.Builder) ColumnBuilder.of(new ArrayType(Types.NOTHING), 0);
        private TupleColumn.Builder pairs =
                (TupleColumn.Builder) ColumnBuilder.of(new TupleType(List.of(), List.of()), 0);

        Map(TextReader key, TextReader value, TextStyle style) {
            this.key = key;
            this.value = value;
            this.json = style == TextStyle.JSON;
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (ArrayColumn.Builder) builder;
            pairs = (TupleColumn.Builder) out.elements();
            key.bind(pairs.element(0));
            value.bind(pairs.element(1));
        }

        @Override
        public void read(TextCursor in) {
            in.skipSpace();
            in.expect('{');
            in.skipSpace();
            if (in.peek() == '}') {
                in.at++;
            } else {
                entries(in);
            }
            out.endRow();
        }

        private void entries(TextCursor in) {
            while (true) {
                if (json) {
                    in.skipSpace();
                    in.peek();
                    JsonTokens.string(in);
                    key.append(in.token, in.from, in.to);
                } else {
                    key.read(in);
                }
                in.skipSpace();
                in.expect(':');
                value.read(in);
                pairs.endRow();
                in.skipSpace();
                if (in.peek() == '}') {
                    in.at++;
                    return;
                }
                in.expect(',');
            }
        }
    }

    /** Reads {@code (..)}, in JSON a list or an object. */
    static final class Tuple extends Container {
        private final TextReader[] elements;
        private final List<String> names;
        private final boolean json;
        private final ReadOptions options;
        private TupleColumn.Builder out =
                (TupleColumn.Builder) ColumnBuilder.of(new TupleType(List.of(), List.of()), 0);

        Tuple(List<TextReader> elements, List<String> names, TextStyle style, ReadOptions options) {
            this.options = options;
            this.elements = elements.toArray(TextReader[]::new);
            this.names = names;
            this.json = style == TextStyle.JSON;
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (TupleColumn.Builder) builder;
            for (int i = 0; i < elements.length; i++) {
                elements[i].bind(out.element(i));
            }
        }

        @Override
        public void read(TextCursor in) {
            in.skipSpace();
            if (json && !names.isEmpty() && options.jsonTuplesFromObjects() && in.peek() == '{') {
                readObject(in);
                out.endRow();
                return;
            }
            in.expect(json ? '[' : '(');
            for (int i = 0; i < elements.length; i++) {
                if (i > 0) {
                    in.skipSpace();
                    in.expect(',');
                }
                elements[i].read(in);
            }
            in.skipSpace();
            if (!json && elements.length == 1 && in.peek() == ',') {
                in.at++;
                in.skipSpace();
            }
            in.expect(json ? ']' : ')');
            out.endRow();
        }

        private void readObject(TextCursor in) {
            boolean[] seen = new boolean[elements.length];
            in.expect('{');
            in.skipSpace();
            while (in.peek() != '}') {
                JsonTokens.string(in);
                String name = new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
                int index = names.indexOf(name);
                if (index < 0 && !options.jsonUnknownKeys()) {
                    throw new DbException(
                            ErrorCode.INCORRECT_DATA,
                            "Tuple doesn't have element with name '" + name
                                    + "', enable setting input_format_json_ignore_unknown_keys_in_named_tuple");
                }
                in.skipSpace();
                in.expect(':');
                if (index < 0 || seen[index]) {
                    JsonTokens.skip(in);
                } else {
                    elements[index].read(in);
                    seen[index] = true;
                }
                in.skipSpace();
                if (in.peek() == ',') {
                    in.at++;
                    in.skipSpace();
                } else if (in.bytes[in.at] != '}') {
                    throw in.expected(',');
                }
            }
            in.at++;
            for (int i = 0; i < elements.length; i++) {
                if (!seen[i] && !options.jsonMissingElements()) {
                    throw new DbException(
                            ErrorCode.INCORRECT_DATA,
                            "JSON object doesn't contain tuple element " + names.get(i)
                                    + ". If you want to insert defaults in case of missing elements, enable setting"
                                    + " input_format_json_defaults_for_missing_elements_in_named_tuple");
                }
                if (!seen[i]) {
                    out.element(i).appendDefault();
                }
            }
        }
    }

    /** Nullable(Tuple): NULL is looked for in front of the tuple. */
    static final class NullableTuple extends Container {
        private final TextReader tuple;
        private final TextStyle style;
        private final TextOptions options;
        private NullableColumn.Builder out = (NullableColumn.Builder) ColumnBuilder.of(Types.NULL, 0);

        NullableTuple(TextReader tuple, TextStyle style, TextOptions options) {
            this.tuple = tuple;
            this.style = style;
            this.options = options;
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (NullableColumn.Builder) builder;
            tuple.bind(out.values());
        }

        @Override
        public void read(TextCursor in) {
            in.skipSpace();
            byte first = in.peek();
            if (first == 'n' || first == 'N' || first == '\\') {
                in.next(style, options);
                if (in.kind == TextCursor.Kind.NULL) {
                    out.appendNull();
                    return;
                }
            }
            tuple.read(in);
            out.appendNotNull();
        }
    }

    /** A tuple whose elements are CSV fields of their own. */
    static final class Cells extends TextReader {
        private final TextReader[] elements;
        private final char delimiter;
        private TupleColumn.Builder out =
                (TupleColumn.Builder) ColumnBuilder.of(new TupleType(List.of(), List.of()), 0);

        Cells(List<TextReader> elements, byte delimiter) {
            this.elements = elements.toArray(TextReader[]::new);
            this.delimiter = (char) delimiter;
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = (TupleColumn.Builder) builder;
            for (int i = 0; i < elements.length; i++) {
                elements[i].bind(out.element(i));
            }
        }

        @Override
        public void read(TextCursor in) {
            for (int i = 0; i < elements.length; i++) {
                if (i > 0) {
                    in.expect(delimiter);
                }
                elements[i].read(in);
            }
            out.endRow();
        }

        @Override
        public void append(byte[] bytes, int from, int to) {
            read(new TextCursor().over(bytes, from, to));
        }
    }

    /** A container inside of one TabSeparated or CSV field. */
    static final class Embedded extends TextReader {
        private final TextReader container;
        private final TextStyle style;
        private final TextOptions options;
        private ColumnBuilder out = ColumnBuilder.of(Types.NOTHING, 0);

        Embedded(TextReader container, TextStyle style, TextOptions options) {
            this.container = container;
            this.style = style;
            this.options = options;
        }

        @Override
        public void bind(ColumnBuilder builder) {
            out = builder;
            container.bind(builder);
        }

        @Override
        public void read(TextCursor in) {
            if (style == TextStyle.ESCAPED) {
                in.nextEscapedContainer();
            } else {
                in.next(style, options);
            }
            boolean missing = in.from == in.to || in.to - in.from == 2 && in.token[in.from] == '\\';
            if (in.kind == TextCursor.Kind.NULL || missing) {
                in.defaulted = true;
                out.appendDefault();
                return;
            }
            append(in.token, in.from, in.to);
        }

        @Override
        public void append(byte[] bytes, int from, int to) {
            container.append(bytes, from, to);
        }
    }
}
