package io.millrace.formats.infer;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How guesses of several values become one type. Guesses are bare types, NOTHING for a value that says nothing (NULL, an empty field); {@link #column} makes a
 * column's type of them. Stateless.
 */
final class InferredTypes {
    static final DataType UNKNOWN = Types.NOTHING;
    static final DataType DATETIME64 = new DataType.DateTime64Type(9, Optional.empty());

    private InferredTypes() {}

    /** The type of a column: everything may be NULL but containers; what never said anything is a text. */
    static DataType column(DataType guess) {
        return switch (guess) {
            case DataType.NothingType n -> Types.nullable(Types.STRING);
            case DataType.ArrayType a -> Types.array(column(a.element()));
            case DataType.MapType m -> new DataType.MapType(m.key(), column(m.value()));
            case DataType.TupleType t when t.elements().isEmpty() -> Types.nullable(Types.STRING);
            case DataType.TupleType t ->
                new DataType.TupleType(
                        t.elements().stream().map(InferredTypes::column).toList(), t.names());
            default -> Types.nullable(guess);
        };
    }

    /**
     * The guess for two values, empty if they have nothing in common.
     *
     * @param json whether numbers and truth values may become one another and texts, as JSON's readers allow
     */
    static Optional<DataType> merge(DataType a, DataType b, boolean json) {
        if (a.equals(b) || b.equals(UNKNOWN)) {
            return Optional.of(a);
        }
        if (a.equals(UNKNOWN)) {
            return Optional.of(b);
        }
        if (a instanceof DataType.ArrayType x && b instanceof DataType.ArrayType y) {
            return merge(x.element(), y.element(), json).map(Types::array);
        }
        if (a instanceof DataType.MapType x && b instanceof DataType.MapType y) {
            return merge(x.value(), y.value(), json).map(v -> new DataType.MapType(x.key(), v));
        }
        if (a instanceof DataType.TupleType x && b instanceof DataType.TupleType y) {
            return tuples(x, y, json);
        }
        if (isContainer(a) || isContainer(b)) {
            return Optional.empty();
        }
        return Optional.of(scalars(a, b, json));
    }

    private static boolean isContainer(DataType type) {
        return type instanceof DataType.ArrayType
                || type instanceof DataType.MapType
                || type instanceof DataType.TupleType;
    }

    private static DataType scalars(DataType a, DataType b, boolean json) {
        if (isNumber(a, json) && isNumber(b, json)) {
            boolean whole = isWhole(a) && isWhole(b);
            return whole ? Types.INT64 : Types.FLOAT64;
        }
        if (Types.isDateOrTime(a) && Types.isDateOrTime(b)) {
            return a.equals(DATETIME64) || b.equals(DATETIME64) ? DATETIME64 : Types.DATETIME;
        }
        return Types.STRING;
    }

    private static boolean isNumber(DataType type, boolean json) {
        return json ? Types.isNumber(type) : Types.isNumber(type) && !type.equals(Types.BOOL);
    }

    private static boolean isWhole(DataType type) {
        return type.equals(Types.INT64) || type.equals(Types.BOOL);
    }

    /** Tuples without names of one length element by element; those with names have the names of both. */
    private static Optional<DataType> tuples(DataType.TupleType a, DataType.TupleType b, boolean json) {
        boolean named = !a.names().isEmpty() || !b.names().isEmpty();
        if (!named && a.elements().size() != b.elements().size()) {
            return a.elements().isEmpty() ? Optional.of(b) : b.elements().isEmpty() ? Optional.of(a) : Optional.empty();
        }
        List<DataType> elements = new ArrayList<>(a.elements());
        List<String> names = new ArrayList<>(a.names());
        for (int i = 0; i < b.elements().size(); i++) {
            int at = named ? names.indexOf(b.names().get(i)) : i;
            if (at < 0) {
                names.add(b.names().get(i));
                elements.add(b.elements().get(i));
                continue;
            }
            Optional<DataType> merged = merge(elements.get(at), b.elements().get(i), json);
            if (merged.isEmpty()) {
                return Optional.empty();
            }
            elements.set(at, merged.get());
        }
        return Optional.of(new DataType.TupleType(elements, names));
    }
}
