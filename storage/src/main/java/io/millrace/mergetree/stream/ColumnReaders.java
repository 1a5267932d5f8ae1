package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the {@link ColumnReader} of a type over the streams of one part. Streams are asked for in the order in which a writer writes them: all
 * prefixes, then sizes before elements.
 */
public final class ColumnReaders {
    private final ReadStreams streams;
    private final StateFormats states;
    private final boolean stringSizes;
    private final boolean nestedStringSizes;

    /**
     * @param stringSizes whether strings have a stream of their lengths
     * @param nestedStringSizes whether that also holds for strings inside Array, Map and Nullable
     */
    public ColumnReaders(ReadStreams streams, StateFormats states, boolean stringSizes, boolean nestedStringSizes) {
        this.streams = streams;
        this.states = states;
        this.stringSizes = stringSizes;
        this.nestedStringSizes = stringSizes && nestedStringSizes;
    }

    /** Reads a whole column. */
    public ColumnReader column(String name, DataType type, SparseKinds kinds) {
        String base = StreamNames.escape(name);
        return reader(type, base, sizesBase(name, base, type), 0, kinds, stringSizes);
    }

    /** Reads only the map of NULLs of a Nullable column, as UInt8. */
    public ColumnReader nullMap(String name) {
        return new NumberReader(Types.UINT8, required(StreamNames.escape(name) + ".null"));
    }

    /** Reads only the number of elements per row of an Array or Map column, as UInt64. */
    public ColumnReader arraySizes(String name, DataType type) {
        String base = StreamNames.escape(name);
        return new NumberReader(Types.UINT64, required(sizesBase(name, base, type) + ".size0"));
    }

    /** Reads only the lengths of a String column that has a stream of them, as UInt64. */
    public ColumnReader stringSizes(String name, SparseKinds kinds) {
        String base = StreamNames.escape(name);
        if (!kinds.sparse()) {
            return new NumberReader(Types.UINT64, required(base + ".size"));
        }
        StreamReader offsets = required(base + ".sparse.idx");
        return new SparseReader(offsets, new NumberReader(Types.UINT64, required(base + ".size")), false);
    }

    /** Elements of a Nested share the sizes stream, which has the name before the first dot. */
    static String sizesBase(String name, String base, DataType type) {
        int dot = name.indexOf('.');
        return dot > 0 && type instanceof DataType.ArrayType ? StreamNames.escape(name.substring(0, dot)) : base;
    }

    private ColumnReader reader(
            DataType type, String base, String sizesBase, int level, SparseKinds kinds, boolean sizedStrings) {
        if (kinds.sparse()) {
            DataType inner = Types.withoutNullable(type);
            return new SparseReader(
                    required(base + ".sparse.idx"),
                    reader(inner, base, sizesBase, level, SparseKinds.NONE, sizedStrings),
                    type.isNullable());
        }
        return switch (type) {
            case DataType.NullableType n ->
                new NullableReader(
                        required(base + ".null"),
                        reader(n.nested(), base, sizesBase, level, SparseKinds.NONE, nestedStringSizes));
            case DataType.LowCardinalityType l -> dictionary(l, base);
            case DataType.ArrayType a -> {
                StreamReader sizes = required(sizesBase + ".size" + level);
                yield new ArrayReader(
                        sizes, reader(a.element(), base, base, level + 1, SparseKinds.NONE, nestedStringSizes));
            }
            case DataType.MapType m -> reader(m.asArray(), base, base, level, SparseKinds.NONE, nestedStringSizes);
            case DataType.TupleType t -> {
                List<ColumnReader> elements = new ArrayList<>();
                for (int i = 0; i < t.elements().size(); i++) {
                    String element = base + "%2E" + StreamNames.escape(elementName(t, i));
                    elements.add(reader(t.elements().get(i), element, element, level, kinds.element(i), sizedStrings));
                }
                yield new TupleReader(elements);
            }
            case DataType.SimpleAggregateType s -> reader(s.nested(), base, sizesBase, level, kinds, sizedStrings);
            case DataType.AggregateStateType a -> new StateReader(required(base), states.of(a));
            case DataType.StringType s ->
                sizedStrings
                        ? new StringReader(required(base + ".size"), required(base))
                        : new InlineStringReader(required(base));
            default -> new NumberReader(type, required(base));
        };
    }

    private ColumnReader dictionary(DataType.LowCardinalityType type, String base) {
        Optional<StreamReader> prefix = streams.isCompact() ? streams.open(base + ".dict_prefix") : Optional.empty();
        Optional<StreamReader> dictionary = streams.open(base + ".dict");
        return new DictionaryReader(type, required(base), dictionary, prefix);
    }

    static String elementName(DataType.TupleType tuple, int index) {
        return tuple.names().isEmpty()
                ? Integer.toString(index + 1)
                : tuple.names().get(index);
    }

    private StreamReader required(String name) {
        return streams.open(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.NO_FILE_IN_DATA_PART, "The part has no stream " + name + ", which its columns need"));
    }
}
