package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writers of arrays, maps and tuples. */
final class ContainerWriters {
    private ContainerWriters() {}

    /** A container's text as it stands, or as one CSV field. */
    private static TextWriter inStyle(TextWriter container, TextStyle style) {
        return style == TextStyle.CSV ? new CsvField(container) : container;
    }

    /** Arrays: {@code [1,2]} in every style. */
    static final class Array extends TextWriter {
        private final TextWriter elements;
        private int[] offsets = {0};

        Array(TextWriter elements) {
            this.elements = elements;
        }

        TextWriter in(TextStyle style) {
            return inStyle(this, style);
        }

        @Override
        public void bind(Column column) {
            ArrayColumn array = cast(ArrayColumn.class, column);
            offsets = array.offsets();
            elements.bind(array.elements());
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte('[');
            int from = offsets[row];
            int to = offsets[row + 1];
            for (int i = from; i < to; i++) {
                if (i > from) {
                    out.putByte(',');
                }
                elements.write(i, out);
            }
            out.putByte(']');
        }
    }

    /** Maps: {@code {'a':1}}, in JSON an object. */
    static final class Map extends TextWriter {
        private final TextWriter keys;
        private final TextWriter values;
        private int[] offsets = {0};

        Map(TextWriter keys, TextWriter values) {
            this.keys = keys;
            this.values = values;
        }

        TextWriter in(TextStyle style) {
            return inStyle(this, style);
        }

        @Override
        public void bind(Column column) {
            ArrayColumn array = cast(ArrayColumn.class, column);
            TupleColumn pairs = cast(TupleColumn.class, array.elements());
            offsets = array.offsets();
            keys.bind(pairs.elements().get(0));
            values.bind(pairs.elements().get(1));
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte('{');
            int from = offsets[row];
            int to = offsets[row + 1];
            for (int i = from; i < to; i++) {
                if (i > from) {
                    out.putByte(',');
                }
                keys.write(i, out);
                out.putByte(':');
                values.write(i, out);
            }
            out.putByte('}');
        }
    }

    /** Tuples: {@code (1,'a')}, in JSON a list or an object, in CSV several cells. */
    static final class Tuple extends TextWriter {
        private final TextWriter[] elements;
        private final byte[][] before;
        private final byte[] after;

        private Tuple(List<TextWriter> elements, byte[][] before, byte[] after) {
            this.elements = elements.toArray(TextWriter[]::new);
            this.before = before;
            this.after = after;
        }

        TextWriter in(TextStyle style) {
            return inStyle(this, style);
        }

        static Tuple list(List<TextWriter> elements, boolean json) {
            return new Tuple(elements, separators(elements.size(), json ? "[" : "(", ","), bytes(json ? "]" : ")"));
        }

        static Tuple cells(List<TextWriter> elements, byte delimiter) {
            return new Tuple(elements, separators(elements.size(), "", Character.toString(delimiter)), bytes(""));
        }

        static Tuple object(List<TextWriter> elements, List<String> names, TextOptions options) {
            byte[][] before = new byte[names.size() + 1][];
            before[names.size()] = bytes("{");
            for (int i = 0; i < names.size(); i++) {
                ByteSink text = new ByteSink();
                text.putByte(i == 0 ? '{' : ',');
                byte[] name = bytes(names.get(i));
                StringEscapes.json(name, 0, name.length, options, text);
                text.putByte(':');
                before[i] = text.toByteArray();
            }
            return new Tuple(elements, before, bytes("}"));
        }

        /** What stands in front of each element; one more for the tuple without any. */
        private static byte[][] separators(int count, String open, String separator) {
            byte[][] before = new byte[count + 1][];
            for (int i = 0; i <= count; i++) {
                before[i] = bytes(i == 0 ? open : separator);
            }
            before[count] = bytes(count == 0 ? open : "");
            return before;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
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
            if (elements.length == 0) {
                out.put(before[0]);
            }
            for (int i = 0; i < elements.length; i++) {
                out.put(before[i]);
                elements[i].write(row, out);
            }
            out.put(after);
        }
    }

    /** A container as one quoted CSV field. */
    private static final class CsvField extends TextWriter {
        private final TextWriter container;
        private final ByteSink scratch = new ByteSink();

        CsvField(TextWriter container) {
            this.container = container;
        }

        @Override
        public void bind(Column column) {
            container.bind(column);
        }

        @Override
        public void write(int row, ByteSink out) {
            scratch.clear();
            container.write(row, scratch);
            StringEscapes.csv(scratch.array(), 0, scratch.size(), out);
        }
    }
}
