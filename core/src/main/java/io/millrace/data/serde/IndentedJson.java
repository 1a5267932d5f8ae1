package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON with one line per element of tuples, maps and nested arrays, as the JSON format prints them; arrays of plain values stay on one line. */
public final class IndentedJson {
    private IndentedJson() {}

    /** The writer for a type; {@code depth} is the number of tabs in front of the line that the value begins on. */
    public static TextWriter of(DataType type, int depth, TextOptions options) {
        return switch (type) {
            case DataType.TupleType t when !t.elements().isEmpty() -> new Tuple(t, depth, options);
            case DataType.MapType m ->
                new Elements(TextWriters.jsonKey(m.key(), options), of(m.value(), depth + 1, options), depth, true);
            case DataType.ArrayType a
            when isNested(a.element()) ->
                new Elements(of(a.element(), depth + 1, options), of(a.element(), depth + 1, options), depth, false);
            case DataType.NullableType n
            when isNested(n.nested()) ->
                new ScalarWriters.Null(of(n.nested(), depth, options), TextStyle.JSON, options);
            case DataType.SimpleAggregateType s -> of(s.nested(), depth, options);
            default -> TextWriter.of(type, TextStyle.JSON, options);
        };
    }

    private static boolean isNested(DataType type) {
        return type instanceof DataType.TupleType
                || type instanceof DataType.MapType
                || type instanceof DataType.ArrayType;
    }

    private static void line(int depth, ByteSink out) {
        out.putByte('\n');
        for (int i = 0; i < depth; i++) {
            out.putByte('\t');
        }
    }

    /** A tuple as an object or a list. */
    private static final class Tuple extends TextWriter {
        private final TextWriter[] elements;
        private final byte[][] keys;
        private final int depth;
        private final boolean object;

        Tuple(DataType.TupleType type, int depth, TextOptions options) {
            this.depth = depth;
            object = !type.names().isEmpty() && options.jsonNamedTuplesAsObjects();
            elements = type.elements().stream()
                    .map(element -> IndentedJson.of(element, depth + 1, options))
                    .toArray(TextWriter[]::new);
            keys = new byte[elements.length][];
            for (int i = 0; i < keys.length; i++) {
                ByteSink key = new ByteSink();
                if (object) {
                    byte[] name = type.names().get(i).getBytes(StandardCharsets.UTF_8);
                    StringEscapes.json(name, 0, name.length, options, key);
                    key.putText(": ");
                }
                keys[i] = key.toByteArray();
            }
        }

        @Override
        public void bind(Column column) {
            List<Column> columns = cast(TupleColumn.class, column).elements();
            for (int i = 0; i < elements.length; i++) {
                elements[i].bind(columns.get(i));
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte(object ? '{' : '[');
            for (int i = 0; i < elements.length; i++) {
                if (i > 0) {
                    out.putByte(',');
                }
                line(depth + 1, out);
                out.put(keys[i]);
                elements[i].write(row, out);
            }
            line(depth, out);
            out.putByte(object ? '}' : ']');
        }
    }

    /** A map, or an array of nested values. */
    private static final class Elements extends TextWriter {
        private final TextWriter keys;
        private final TextWriter values;
        private final int depth;
        private final boolean map;
        private int[] offsets = {0};

        Elements(TextWriter keys, TextWriter values, int depth, boolean map) {
            this.keys = keys;
            this.values = values;
            this.depth = depth;
            this.map = map;
        }

        @Override
        public void bind(Column column) {
            ArrayColumn array = cast(ArrayColumn.class, column);
            offsets = array.offsets();
            if (map) {
                TupleColumn pairs = cast(TupleColumn.class, array.elements());
                keys.bind(pairs.elements().get(0));
                values.bind(pairs.elements().get(1));
            } else {
                values.bind(array.elements());
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte(map ? '{' : '[');
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                if (i > offsets[row]) {
                    out.putByte(',');
                }
                line(depth + 1, out);
                if (map) {
                    keys.write(i, out);
                    out.putText(": ");
                }
                values.write(i, out);
            }
            if (offsets[row] < offsets[row + 1]) {
                line(depth, out);
            }
            out.putByte(map ? '}' : ']');
        }
    }
}
