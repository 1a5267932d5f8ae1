package io.millrace.data.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the values of a column mean. Closed: a new member makes the compiler list the work.
 *
 * <p>Immutable records with value equality. {@link #name()} is exactly what ClickHouse's {@code toTypeName} prints; {@link #layout()} says
 * how values lie in memory.
 */
public sealed interface DataType {
    /** ClickHouse's name of the type, with parameters. */
    String name();

    /** Which column class holds its values. */
    Layout layout();

    default boolean isNullable() {
        return false;
    }

    /** Int8 .. Int256, UInt8 .. UInt256. */
    record IntegerType(int bits, boolean signed) implements DataType {
        @Override
        public String name() {
            return (signed ? "Int" : "UInt") + bits;
        }

        @Override
        public Layout layout() {
            return Layout.ofBits(bits);
        }
    }

    /** Float32, Float64. */
    record FloatType(int bits) implements DataType {
        @Override
        public String name() {
            return "Float" + bits;
        }

        @Override
        public Layout layout() {
            return bits == 32 ? Layout.FLOAT : Layout.DOUBLE;
        }
    }

    /** Decimal(P, S): an integer of the smallest fitting width (4, 8, 16, 32 bytes) that counts units of 10^-S. */
    record DecimalType(int precision, int scale) implements DataType {
        @Override
        public String name() {
            return "Decimal(" + precision + ", " + scale + ")";
        }

        /** Width of the stored integer: 32, 64, 128 or 256. */
        public int bits() {
            return precision <= 9 ? 32 : precision <= 18 ? 64 : precision <= 38 ? 128 : 256;
        }

        @Override
        public Layout layout() {
            return Layout.ofBits(bits());
        }
    }

    /** Bool: 0 or 1 in a byte, printed as false and true. */
    record BoolType() implements DataType {
        @Override
        public String name() {
            return "Bool";
        }

        @Override
        public Layout layout() {
            return Layout.BYTE;
        }
    }

    /** String: any bytes, usually UTF-8. */
    record StringType() implements DataType {
        @Override
        public String name() {
            return "String";
        }

        @Override
        public Layout layout() {
            return Layout.STRING;
        }
    }

    /** FixedString(N): exactly N bytes, padded with zero bytes. */
    record FixedStringType(int length) implements DataType {
        @Override
        public String name() {
            return "FixedString(" + length + ")";
        }

        @Override
        public Layout layout() {
            return Layout.FIXED;
        }
    }

    /** Date: days since 1970-01-01 in 16 bits, unsigned. */
    record DateType() implements DataType {
        @Override
        public String name() {
            return "Date";
        }

        @Override
        public Layout layout() {
            return Layout.SHORT;
        }
    }

    /** Date32: days since 1970-01-01 in 32 bits, signed. */
    record Date32Type() implements DataType {
        @Override
        public String name() {
            return "Date32";
        }

        @Override
        public Layout layout() {
            return Layout.INT;
        }
    }

    /** DateTime: seconds since the epoch in 32 bits, unsigned; shown in the named zone or the session's. */
    record DateTimeType(Optional<String> zone) implements DataType {
        @Override
        public String name() {
            return zone.map(z -> "DateTime('" + z + "')").orElse("DateTime");
        }

        @Override
        public Layout layout() {
            return Layout.INT;
        }
    }

    /** DateTime64(P): ticks of 10^-P seconds since the epoch in 64 bits, signed. */
    record DateTime64Type(int precision, Optional<String> zone) implements DataType {
        @Override
        public String name() {
            return "DateTime64(" + precision + zone.map(z -> ", '" + z + "'").orElse("") + ")";
        }

        @Override
        public Layout layout() {
            return Layout.LONG;
        }
    }

    /** UUID: two 64-bit words per value, first the one of the first 8 bytes of the text form. */
    record UuidType() implements DataType {
        @Override
        public String name() {
            return "UUID";
        }

        @Override
        public Layout layout() {
            return Layout.WIDE;
        }
    }

    /** IPv4: the address as an unsigned 32-bit number. */
    record Ipv4Type() implements DataType {
        @Override
        public String name() {
            return "IPv4";
        }

        @Override
        public Layout layout() {
            return Layout.INT;
        }
    }

    /** IPv6: 16 bytes in network order. */
    record Ipv6Type() implements DataType {
        @Override
        public String name() {
            return "IPv6";
        }

        @Override
        public Layout layout() {
            return Layout.FIXED;
        }
    }

    /** Enum8 or Enum16: named numbers, in order of their numbers. */
    record EnumType(int bits, List<Entry> entries) implements DataType {
        /** One name and its number. */
        public record Entry(String name, int value) {}

        @Override
        public String name() {
            return entries.stream()
                    .map(e -> TypeText.quote(e.name()) + " = " + e.value())
                    .collect(Collectors.joining(", ", "Enum" + bits + "(", ")"));
        }

        @Override
        public Layout layout() {
            return Layout.ofBits(bits);
        }

        /** Number of a name, empty when the type has no such name. */
        public Optional<Integer> valueOf(String entryName) {
            return entries.stream()
                    .filter(e -> e.name().equals(entryName))
                    .map(Entry::value)
                    .findFirst();
        }

        public Optional<String> nameOf(int value) {
            return entries.stream()
                    .filter(e -> e.value() == value)
                    .map(Entry::name)
                    .findFirst();
        }

        /** All names by their numbers, for loops that look up many. */
        public Map<Integer, String> namesByValue() {
            return entries.stream().collect(Collectors.toMap(Entry::value, Entry::name));
        }
    }

    /** Nullable(T). */
    record NullableType(DataType nested) implements DataType {
        @Override
        public String name() {
            return "Nullable(" + nested.name() + ")";
        }

        @Override
        public Layout layout() {
            return Layout.NULLABLE;
        }

        @Override
        public boolean isNullable() {
            return true;
        }
    }

    /** LowCardinality(T): values as codes into a dictionary; T may be Nullable. */
    record LowCardinalityType(DataType nested) implements DataType {
        @Override
        public String name() {
            return "LowCardinality(" + nested.name() + ")";
        }

        @Override
        public Layout layout() {
            return Layout.DICTIONARY;
        }

        @Override
        public boolean isNullable() {
            return nested.isNullable();
        }
    }

    /** Array(T). */
    record ArrayType(DataType element) implements DataType {
        @Override
        public String name() {
            return "Array(" + element.name() + ")";
        }

        @Override
        public Layout layout() {
            return Layout.ARRAY;
        }
    }

    /** Tuple(T1, T2) or Tuple(a T1, b T2); {@code names} is empty when the elements have none. */
    record TupleType(List<DataType> elements, List<String> names) implements DataType {
        @Override
        public String name() {
            StringBuilder text = new StringBuilder("Tuple(");
            for (int i = 0; i < elements.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                if (!names.isEmpty()) {
                    text.append(TypeText.identifier(names.get(i))).append(' ');
                }
                text.append(elements.get(i).name());
            }
            return text.append(')').toString();
        }

        @Override
        public Layout layout() {
            return Layout.TUPLE;
        }
    }

    /** Map(K, V): held as an array of (key, value) tuples. */
    record MapType(DataType key, DataType value) implements DataType {
        @Override
        public String name() {
            return "Map(" + key.name() + ", " + value.name() + ")";
        }

        @Override
        public Layout layout() {
            return Layout.ARRAY;
        }

        /** The same data seen as Array(Tuple(keys K, values V)). */
        public ArrayType asArray() {
            return new ArrayType(new TupleType(List.of(key, value), List.of("keys", "values")));
        }
    }

    /**
     * AggregateFunction(f, T...): serialized intermediate states, one string of bytes per row.
     *
     * @param function name with combinators, for example {@code uniqIf}
     * @param parameters literal texts of {@code quantiles(0.5, 0.9)}'s parameters
     */
    record AggregateStateType(String function, List<String> parameters, List<DataType> arguments) implements DataType {
        @Override
        public String name() {
            String head = parameters.isEmpty() ? function : function + "(" + String.join(", ", parameters) + ")";
            return "AggregateFunction(" + head
                    + arguments.stream().map(a -> ", " + a.name()).collect(Collectors.joining()) + ")";
        }

        @Override
        public Layout layout() {
            return Layout.STRING;
        }
    }

    /** SimpleAggregateFunction(f, T): stored as T, merged by f. */
    record SimpleAggregateType(String function, DataType nested) implements DataType {
        @Override
        public String name() {
            return "SimpleAggregateFunction(" + function + ", " + nested.name() + ")";
        }

        @Override
        public Layout layout() {
            return nested.layout();
        }
    }

    /** IntervalSecond .. IntervalYear: a count of units, the type of INTERVAL 1 DAY. */
    record IntervalType(IntervalUnit unit) implements DataType {
        @Override
        public String name() {
            return "Interval" + unit.title();
        }

        @Override
        public Layout layout() {
            return Layout.LONG;
        }
    }

    /** Nothing: the type of NULL without a type (as Nullable(Nothing)) and of elements of []. */
    record NothingType() implements DataType {
        @Override
        public String name() {
            return "Nothing";
        }

        @Override
        public Layout layout() {
            return Layout.BYTE;
        }
    }
}
