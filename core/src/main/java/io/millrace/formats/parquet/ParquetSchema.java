package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** The schema of our columns as Parquet writes it, and the leaves of its tree in order. */
final class ParquetSchema {
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;

    /** A leaf, its path, and its deepest levels. */
    record LeafPath(Leaf leaf, List<String> path, int column, int maxDefinition, int maxRepetition) {}

    private final ThriftWriter thrift;
    private final boolean textAsText;
    private final List<LeafPath> leaves = new ArrayList<>();
    private int column;

    ParquetSchema(ThriftWriter thrift, boolean textAsText) {
        this.thrift = thrift;
        this.textAsText = textAsText;
    }

    List<LeafPath> leaves() {
        return leaves;
    }

    static DbException unsupported(DataType type, String column) {
        String name = type instanceof DataType.IntervalType ? "Interval" : type.name();
        return new DbException(
                ErrorCode.UNKNOWN_TYPE,
                "Internal type '" + name + "' of column '" + column
                        + "' is not supported for conversion into Parquet data format.");
    }

    /** Writes the list of elements into field 2. */
    void write(Header header) {
        int count =
                1 + header.types().stream().mapToInt(ParquetSchema::elements).sum();
        thrift.structs(2, count);
        thrift.element().text(4, "schema").int32(5, header.width()).end();
        for (Header.Field field : header.fields()) {
            node(field.name(), field.type(), List.of(field.name()), REQUIRED, 0, 0);
            column++;
        }
    }

    private static int elements(DataType type) {
        return switch (type) {
            case DataType.NullableType n -> elements(n.nested());
            case DataType.LowCardinalityType l -> elements(l.nested());
            case DataType.SimpleAggregateType s -> elements(s.nested());
            case DataType.ArrayType a -> 2 + elements(a.element());
            case DataType.MapType m -> 2 + elements(m.key()) + elements(m.value());
            case DataType.TupleType t ->
                1 + t.elements().stream().mapToInt(ParquetSchema::elements).sum();
            default -> 1;
        };
    }

    private static List<String> below(List<String> path, String... names) {
        List<String> longer = new ArrayList<>(path);
        longer.addAll(List.of(names));
        return List.copyOf(longer);
    }

    private void node(String name, DataType type, List<String> path, int repetition, int definition, int repeated) {
        switch (type) {
            case DataType.NullableType n -> node(name, n.nested(), path, OPTIONAL, definition + 1, repeated);
            case DataType.LowCardinalityType l -> node(name, l.nested(), path, repetition, definition, repeated);
            case DataType.SimpleAggregateType s -> node(name, s.nested(), path, repetition, definition, repeated);
            case DataType.ArrayType a -> {
                group(name, repetition, 1)
                        .int32(6, 3)
                        .struct(10)
                        .struct(3)
                        .end()
                        .end()
                        .end();
                group("list", REPEATED, 1).end();
                node("element", a.element(), below(path, "list", "element"), REQUIRED, definition + 1, repeated + 1);
            }
            case DataType.MapType m -> {
                group(name, repetition, 1)
                        .int32(6, 1)
                        .struct(10)
                        .struct(2)
                        .end()
                        .end()
                        .end();
                group("key_value", REPEATED, 2).end();
                node("key", m.key(), below(path, "key_value", "key"), REQUIRED, definition + 1, repeated + 1);
                node("value", m.value(), below(path, "key_value", "value"), REQUIRED, definition + 1, repeated + 1);
            }
            case DataType.TupleType t -> {
                if (t.elements().isEmpty()) {
                    throw unsupported(type, path.getFirst());
                }
                group(name, repetition, t.elements().size()).end();
                for (int i = 0; i < t.elements().size(); i++) {
                    String element = t.names().isEmpty()
                            ? Integer.toString(i + 1)
                            : t.names().get(i);
                    node(element, t.elements().get(i), below(path, element), REQUIRED, definition, repeated);
                }
            }
            default -> {
                Leaf leaf = Leaf.of(type, path.getFirst(), textAsText);
                leaves.add(new LeafPath(leaf, path, column, definition, repeated));
                thrift.element().int32(1, leaf.physical());
                if (leaf.length() > 0) {
                    thrift.int32(2, leaf.length());
                }
                thrift.int32(3, repetition).text(4, name);
                leaf.annotation().accept(thrift);
                thrift.end();
            }
        }
    }

    private ThriftWriter group(String name, int repetition, int children) {
        return thrift.element().int32(3, repetition).text(4, name).int32(5, children);
    }
}
