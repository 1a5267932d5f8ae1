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
        return of(type, depth, "\t", options);
    }

    /** The same with something else than tabs. */
    public static TextWriter of(DataType type, int depth, String indent, TextOptions options) {
        return switch (type) {
            case DataType.TupleType t when !t.elements().isEmpty() -> new Tuple(t, depth, indent, options);
            case DataType.MapType m ->
                new Elements(
                        TextWriters.jsonKey(m.key(), options),
                        of(m.value(), depth + 1, indent, options),
                        depth,
                        indent,
                        true);
            case DataType.ArrayType a
            when isNested(a.element()) ->
                new Elements(
                        of(a.element(), depth + 1, indent, options),
                        of(a.element(), depth + 1, indent, options),
                        depth,
                        indent,
                        false);
            case DataType.NullableType n
            when isNested(n.nested()) ->
                new ScalarWriters.Null(of(n.nested(), depth, indent, options), TextStyle.JSON, options);
            case DataType.SimpleAggregateType s -> of(s.nested(), depth, indent, options);
            default -> TextWriter.of(type, TextStyle.JSON, options);
        };
    }

    private static boolean isNested(DataType type) {
        return type instanceof DataType.TupleType
                || type instanceof DataType.MapType
                || type instanceof DataType.ArrayType;
    }

    private static byte[] line(int depth, String indent) {
        return ("\n" + indent.repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }

    /** A tuple as an object or a list. */
    private static final class Tuple extends TextWriter {
        private final TextWriter[] elements;
        private final byte[][] keys;
        private final byte[] inner;
        private final byte[] outer;
        private final boolean object;

        Tuple(DataType.TupleType type, int depth, String indent, TextOptions options) {
            inner = line(depth + 1, indent);
            outer = line(depth, indent);
            object = !type.names().isEmpty() && options.jsonNamedTuplesAsObjects();
            elements = type.elements().stream()
                    .map(element -> IndentedJson.of(element, depth + 1, indent, options))
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
                out.put(inner);
                out.put(keys[i]);
                elements[i].write(row, out);
            }
            out.put(outer);
            out.putByte(object ? '}' : ']');
        }
    }

    /** A map, or an array of nested values. */
    private static final class Elements extends TextWriter {
        private final TextWriter keys;
        private final TextWriter values;
        private final byte[] inner;
        private final byte[] outer;
        private final boolean map;
        private int[] offsets = {0};

        Elements(TextWriter keys, TextWriter values, int depth, String indent, boolean map) {
            this.keys = keys;
            this.values = values;
            inner = line(depth + 1, indent);
            outer = line(depth, indent);
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
                out.put(inner);
                if (map) {
                    keys.write(i, out);
                    out.putText(": ");
                }
                values.write(i, out);
            }
            if (offsets[row] < offsets[row + 1]) {
                out.put(outer);
            }
            out.putByte(map ? '}' : ']');
        }
    }
}
