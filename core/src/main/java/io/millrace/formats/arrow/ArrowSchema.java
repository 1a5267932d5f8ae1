package io.millrace.formats.arrow;

import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.formats.FormatContext;
import io.millrace.formats.arrow.Flat.Table;
import io.millrace.formats.arrow.Flat.Tables;
import io.millrace.formats.arrow.Flat.Text;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Arrow's description of our columns. */
final class ArrowSchema {
    static final int NULL = 1;
    static final int INT = 2;
    static final int FLOAT = 3;
    static final int BINARY = 4;
    static final int UTF8 = 5;
    static final int BOOL = 6;
    static final int DECIMAL = 7;
    static final int DATE = 8;
    static final int TIME = 9;
    static final int TIMESTAMP = 10;
    static final int LIST = 12;
    static final int STRUCT = 13;
    static final int FIXED_BINARY = 15;
    static final int FIXED_LIST = 16;
    static final int MAP = 17;
    static final int DURATION = 18;
    static final int LARGE_BINARY = 19;
    static final int LARGE_UTF8 = 20;
    static final int LARGE_LIST = 21;

    private final boolean textAsText;
    private final String zone;

    ArrowSchema(FormatContext context) {
        textAsText = context.settings().get(ArrowSettings.STRING_AS_STRING);
        zone = context.text().zone().name();
    }

    Table schema(Header header) {
        return new Table()
                .child(
                        1,
                        new Tables(header.fields().stream()
                                .map(f -> field(f.name(), f.type()))
                                .toList()));
    }

    private Table field(String name, DataType type) {
        return switch (type) {
            case DataType.NullableType n when n.nested() instanceof DataType.NothingType -> field(name, n.nested());
            case DataType.NullableType n -> field(name, n.nested()).bool(1, true);
            case DataType.LowCardinalityType l -> field(name, l.nested());
            case DataType.SimpleAggregateType s -> field(name, s.nested());
            default -> plain(name, type);
        };
    }

    private Table plain(String name, DataType type) {
        Table field = new Table().child(0, new Text(name));
        switch (type) {
            case DataType.IntegerType i when i.bits() <= 64 -> integer(field, i.bits(), i.signed());
            case DataType.IntegerType i -> fixed(field, i.bits() / 8);
            case DataType.FloatType f -> typed(field, FLOAT, new Table().int16(0, f.bits() == 32 ? 1 : 2));
            case DataType.BoolType b -> typed(field, BOOL, new Table());
            case DataType.FixedStringType f -> fixed(field, f.length());
            case DataType.DateType d -> typed(field, DATE, new Table().int16(0, 0));
            case DataType.Date32Type d -> typed(field, DATE, new Table().int16(0, 0));
            case DataType.DateTimeType d -> integer(field, 32, false);
            case DataType.DateTime64Type d ->
                typed(
                        field,
                        TIMESTAMP,
                        new Table()
                                .int16(0, unit(d.precision()))
                                .child(1, new Text(d.zone().orElse(zone))));
            case DataType.DecimalType d ->
                typed(
                        field,
                        DECIMAL,
                        new Table().int32(0, d.precision()).int32(1, d.scale()).int32(2, d.bits() == 256 ? 256 : 128));
            case DataType.UuidType u -> {
                fixed(field, 16);
                field.child(
                        6,
                        new Tables(List.of(
                                entry("ARROW:extension:name", "arrow.uuid"), entry("ARROW:extension:metadata", ""))));
            }
            case DataType.Ipv4Type i -> integer(field, 32, false);
            case DataType.Ipv6Type i -> fixed(field, 16);
            case DataType.EnumType e -> integer(field, e.bits(), true);
            case DataType.ArrayType a -> {
                typed(field, LIST, new Table());
                field.child(5, new Tables(List.of(field("item", a.element()))));
            }
            case DataType.TupleType t -> {
                typed(field, STRUCT, new Table());
                field.child(
                        5,
                        new Tables(IntStream.range(0, t.elements().size())
                                .mapToObj(i ->
                                        field(elementName(t, i), t.elements().get(i)))
                                .toList()));
            }
            case DataType.MapType m -> {
                typed(field, MAP, new Table());
                Table entries = typed(new Table().child(0, new Text("entries")), STRUCT, new Table())
                        .child(5, new Tables(List.of(field("key", m.key()), field("value", m.value()))));
                field.child(5, new Tables(List.of(entries)));
            }
            case DataType.IntervalType i -> {
                OptionalInt duration = durationUnit(i.unit());
                if (duration.isPresent()) {
                    typed(field, DURATION, new Table().int16(0, duration.getAsInt()));
                } else {
                    integer(field, 64, true);
                }
            }
            case DataType.NothingType n -> typed(field, NULL, new Table()).bool(1, true);
            case DataType.StringType s when textAsText -> typed(field, UTF8, new Table());
            default -> typed(field, BINARY, new Table());
        }
        return field;
    }

    private static String elementName(DataType.TupleType type, int index) {
        return type.names().isEmpty()
                ? Integer.toString(index + 1)
                : type.names().get(index);
    }

    private static Table typed(Table field, int kind, Table type) {
        return field.int8(2, kind).child(3, type);
    }

    private static void integer(Table field, int bits, boolean signed) {
        typed(field, INT, new Table().int32(0, bits).bool(1, signed));
    }

    private static void fixed(Table field, int width) {
        typed(field, FIXED_BINARY, new Table().int32(0, width));
    }

    private static Table entry(String key, String value) {
        return new Table().child(0, new Text(key)).child(1, new Text(value));
    }

    /** Arrow's unit for a number of digits: seconds, milli-, micro- or nanoseconds. */
    static int unit(int precision) {
        return (precision + 2) / 3;
    }

    static OptionalInt durationUnit(IntervalUnit unit) {
        return switch (unit) {
            case SECOND -> OptionalInt.of(0);
            case MILLISECOND -> OptionalInt.of(1);
            case MICROSECOND -> OptionalInt.of(2);
            case NANOSECOND -> OptionalInt.of(3);
            default -> OptionalInt.empty();
        };
    }
}
