package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import java.util.List;

/** Arrays, tuples and maps as XML elements. */
final class XmlContainers {
    private XmlContainers() {}

    /** An array: {@code <array><elem>1</elem></array>}. */
    static final class Elements extends TextWriter {
        private final TextWriter elements;
        private int[] offsets = {0};

        Elements(TextWriter elements) {
            this.elements = elements;
        }

        @Override
        public void bind(Column column) {
            ArrayColumn array = cast(ArrayColumn.class, column);
            offsets = array.offsets();
            elements.bind(array.elements());
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putText("<array>");
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                out.putText("<elem>");
                elements.write(i, out);
                out.putText("</elem>");
            }
            out.putText("</array>");
        }
    }

    /** A map: {@code <map><elem><key>k</key><value>v</value></elem></map>}. */
    static final class Pairs extends TextWriter {
        private final TextWriter keys;
        private final TextWriter values;
        private int[] offsets = {0};

        Pairs(TextWriter keys, TextWriter values) {
            this.keys = keys;
            this.values = values;
        }

        @Override
        public void bind(Column column) {
            ArrayColumn array = cast(ArrayColumn.class, column);
            offsets = array.offsets();
            List<Column> pairs = cast(TupleColumn.class, array.elements()).elements();
            keys.bind(pairs.get(0));
            values.bind(pairs.get(1));
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putText("<map>");
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                out.putText("<elem><key>");
                keys.write(i, out);
                out.putText("</key><value>");
                values.write(i, out);
                out.putText("</value></elem>");
            }
            out.putText("</map>");
        }
    }

    /** A tuple: {@code <tuple><elem>1</elem></tuple>}. */
    static final class Tuple extends TextWriter {
        private final TextWriter[] elements;

        Tuple(List<TextWriter> elements) {
            this.elements = elements.toArray(TextWriter[]::new);
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
            out.putText("<tuple>");
            for (TextWriter element : elements) {
                out.putText("<elem>");
                element.write(row, out);
                out.putText("</elem>");
            }
            out.putText("</tuple>");
        }
    }
}
