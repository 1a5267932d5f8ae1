package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows of one column (or a part of one) into its streams. Granules are written one after another by {@link #write}; {@link #finish} ends the
 * part. Not thread-safe.
 */
public abstract class ColumnWriter {
    ColumnWriter() {}

    /**
     * The writer of a column. Asks for all of its streams: first those of prefixes, then the others in the order of writing.
     *
     * @param sparse whether defaults are left out; only for types that {@link DefaultValues#mayBeSparse}
     */
    public static ColumnWriter of(String name, DataType type, boolean sparse, WriteStreams streams) {
        String base = StreamNames.escape(name);
        ColumnWriter whole = of(type, base, ColumnReaders.sizesBase(name, base, type), 0);
        ColumnWriter writer = sparse ? new SparseWriter(base, whole) : whole;
        writer.openPrefixes(streams);
        writer.open(streams);
        return writer;
    }

    private static ColumnWriter of(DataType type, String base, String sizesBase, int level) {
        return switch (type) {
            case DataType.NullableType n -> new Nullable(base, of(n.nested(), base, sizesBase, level));
            case DataType.LowCardinalityType l -> new DictionaryWriter(l, base);
            case DataType.ArrayType a -> new Array(sizesBase + ".size" + level, of(a.element(), base, base, level + 1));
            case DataType.MapType m -> of(m.asArray(), base, base, level);
            case DataType.TupleType t -> {
                List<ColumnWriter> elements = new ArrayList<>();
                for (int i = 0; i < t.elements().size(); i++) {
                    String element = base + "%2E" + StreamNames.escape(ColumnReaders.elementName(t, i));
                    elements.add(of(t.elements().get(i), element, element, level));
                }
                yield new Tuple(elements);
            }
            case DataType.SimpleAggregateType s -> of(s.nested(), base, sizesBase, level);
            case DataType.AggregateStateType a -> new Values(base);
            case DataType.StringType s -> new Strings(base);
            default -> new Values(base);
        };
    }

    /** Asks for the streams of prefixes. */
    void openPrefixes(WriteStreams streams) {}

    /** Asks for the streams of data. */
    abstract void open(WriteStreams streams);

    /** Writes what stands before the data: once in Wide parts, before every granule in Compact ones. */
    public void prefix() {}

    /** Writes rows {@code from} to {@code to} (exclusive) of a column in the type's layout. */
    public abstract void write(Column column, int from, int to);

    /** Writes what comes after all rows. */
    public void finish() {}

    /** The streams that are shared by name with another column of the part are opened by the first of them only. */
    private static Optional<WriteStreams.Stream> opened(WriteStreams streams, String name, boolean values) {
        return Optional.of(streams.open(name, values));
    }

    private static StreamWriter out(Optional<WriteStreams.Stream> stream) {
        return stream.orElseThrow(() -> DbException.bug("A column is written before its streams are open"))
                .out();
    }

    /** Numbers and everything else of fixed width, and aggregate states back to back. */
    private static final class Values extends ColumnWriter {
        private final String name;
        private Optional<WriteStreams.Stream> stream = Optional.empty();

        Values(String name) {
            this.name = name;
        }

        @Override
        void open(WriteStreams streams) {
            stream = opened(streams, name, true);
        }

        @Override
        public void write(Column column, int from, int to) {
            StreamWriter out = out(stream);
            int rows = to - from;
            switch (column) {
                case ByteColumn c -> out.put(c.values(), from, rows);
                case ShortColumn c -> out.putShorts(c.values(), from, rows);
                case IntColumn c -> out.putInts(c.values(), from, rows);
                case LongColumn c -> out.putLongs(c.values(), from, rows);
                case FloatColumn c -> out.putFloats(c.values(), from, rows);
                case DoubleColumn c -> out.putDoubles(c.values(), from, rows);
                case WideColumn c -> out.putLongs(c.words(), from * c.wordsPerValue(), rows * c.wordsPerValue());
                case FixedColumn c -> out.put(c.bytes(), from * c.width(), rows * c.width());
                case StringColumn c -> out.put(c.bytes(), c.offsets()[from], c.offsets()[to] - c.offsets()[from]);
                default -> throw DbException.bug("A " + column.getClass().getSimpleName() + " has no values to store");
            }
        }
    }

    /** Strings: lengths, then bytes. */
    private static final class Strings extends ColumnWriter {
        private final String base;
        private Optional<WriteStreams.Stream> sizes = Optional.empty();
        private Optional<WriteStreams.Stream> chars = Optional.empty();

        Strings(String base) {
            this.base = base;
        }

        @Override
        void open(WriteStreams streams) {
            sizes = opened(streams, base + ".size", false);
            chars = opened(streams, base, true);
        }

        @Override
        public void write(Column column, int from, int to) {
            StringColumn strings = (StringColumn) column;
            int[] offsets = strings.offsets();
            out(sizes).putLengths(offsets, from, to);
            out(chars).put(strings.bytes(), offsets[from], offsets[to] - offsets[from]);
        }
    }

    /** Nullable: the map, then values. */
    private static final class Nullable extends ColumnWriter {
        private final String base;
        private final ColumnWriter values;
        private Optional<WriteStreams.Stream> nulls = Optional.empty();

        Nullable(String base, ColumnWriter values) {
            this.base = base;
            this.values = values;
        }

        @Override
        void open(WriteStreams streams) {
            nulls = opened(streams, base + ".null", false);
            values.open(streams);
        }

        @Override
        public void write(Column column, int from, int to) {
            NullableColumn nullable = (NullableColumn) column;
            out(nulls).put(nullable.nulls(), from, to - from);
            values.write(nullable.values(), from, to);
        }
    }

    /** Arrays and maps: numbers of elements, then elements. */
    private static final class Array extends ColumnWriter {
        private final String sizesName;
        private final ColumnWriter elements;
        private Optional<WriteStreams.Stream> sizes = Optional.empty();

        Array(String sizesName, ColumnWriter elements) {
            this.sizesName = sizesName;
            this.elements = elements;
        }

        @Override
        void openPrefixes(WriteStreams streams) {
            elements.openPrefixes(streams);
        }

        @Override
        void open(WriteStreams streams) {
            sizes = opened(streams, sizesName, false);
            elements.open(streams);
        }

        @Override
        public void prefix() {
            elements.prefix();
        }

        @Override
        public void write(Column column, int from, int to) {
            ArrayColumn array = (ArrayColumn) column;
            int[] offsets = array.offsets();
            out(sizes).putLengths(offsets, from, to);
            elements.write(array.elements(), offsets[from], offsets[to]);
        }

        @Override
        public void finish() {
            elements.finish();
        }
    }

    /** Tuples: element after element. */
    private static final class Tuple extends ColumnWriter {
        private final List<ColumnWriter> elements;

        Tuple(List<ColumnWriter> elements) {
            this.elements = elements;
        }

        @Override
        void openPrefixes(WriteStreams streams) {
            elements.forEach(e -> e.openPrefixes(streams));
        }

        @Override
        void open(WriteStreams streams) {
            elements.forEach(e -> e.open(streams));
        }

        @Override
        public void prefix() {
            elements.forEach(ColumnWriter::prefix);
        }

        @Override
        public void write(Column column, int from, int to) {
            TupleColumn tuple = (TupleColumn) column;
            for (int i = 0; i < elements.size(); i++) {
                elements.get(i).write(tuple.elements().get(i), from, to);
            }
        }

        @Override
        public void finish() {
            elements.forEach(ColumnWriter::finish);
        }
    }
}
