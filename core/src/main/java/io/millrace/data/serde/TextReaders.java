package io.millrace.data.serde;

import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import java.util.List;
import java.util.Optional;

/** Chooses and composes the reader of a type in a style. */
final class TextReaders {
    private TextReaders() {}

    static TextReader of(DataType type, TextStyle style, TextOptions options) {
        return switch (type) {
            case DataType.NullableType n
            when n.nested() instanceof DataType.TupleType ->
                new ContainerReaders.NullableTuple(of(n.nested(), style, options), style, options);
            case DataType.NullableType n ->
                new ScalarReader.Nullable(parser(n.nested(), style, options), style, options);
            case DataType.LowCardinalityType l -> new ScalarReader.Dictionary(l, style, options);
            case DataType.SimpleAggregateType s -> of(s.nested(), style, options);
            case DataType.ArrayType a -> embedded(array(a, style, options), style, options);
            case DataType.MapType m -> embedded(map(m, style, options), style, options);
            case DataType.TupleType t -> tuple(t, style, options);
            default -> plain(parser(type, style, options), style, options);
        };
    }

    private static TextReader plain(ValueParser parser, TextStyle style, TextOptions options) {
        return parser instanceof NumberParsers.Whole whole
                ? WholeReader.of(whole, style, options)
                : new ScalarReader.Plain(parser, style, options);
    }

    private static TextStyle inside(TextStyle style) {
        return style == TextStyle.JSON ? TextStyle.JSON : TextStyle.QUOTED;
    }

    private static TextReader embedded(TextReader container, TextStyle style, TextOptions options) {
        return style == TextStyle.JSON || style == TextStyle.QUOTED
                ? container
                : new ContainerReaders.Embedded(container, style, options);
    }

    private static TextReader array(DataType.ArrayType type, TextStyle style, TextOptions options) {
        return new ContainerReaders.Array(of(type.element(), inside(style), options));
    }

    private static TextReader map(DataType.MapType type, TextStyle style, TextOptions options) {
        return new ContainerReaders.Map(
                of(type.key(), inside(style), options), of(type.value(), inside(style), options), inside(style));
    }

    private static TextReader tuple(DataType.TupleType type, TextStyle style, TextOptions options) {
        if (style == TextStyle.CSV && options.reading().csvTupleCells()) {
            List<TextReader> cells = type.elements().stream()
                    .map(e -> of(e, TextStyle.CSV, options))
                    .toList();
            return new ContainerReaders.Cells(cells, options.csvDelimiter());
        }
        List<TextReader> elements =
                type.elements().stream().map(e -> of(e, inside(style), options)).toList();
        return embedded(
                new ContainerReaders.Tuple(elements, type.names(), inside(style), options.reading()), style, options);
    }

    private static ValueParser parser(DataType type, TextStyle style, TextOptions options) {
        boolean numbers = style == TextStyle.CSV && options.reading().csvEnumNumbers()
                || style == TextStyle.ESCAPED && options.reading().tsvEnumNumbers();
        return numbers && type instanceof DataType.EnumType e
                ? new ValueParsers.Enumeration(e, true)
                : parser(type, options);
    }

    /** The parser of a type that is neither nullable nor a container. */
    static ValueParser parser(DataType type, TextOptions options) {
        return switch (type) {
            case DataType.IntegerType i when i.bits() > 64 -> new NumberParsers.Wide(i.signed());
            case DataType.IntegerType i -> NumberParsers.integer(i);
            case DataType.FloatType f -> f.bits() == 32 ? new NumberParsers.Float32() : new NumberParsers.Float64();
            case DataType.DecimalType d -> new NumberParsers.Decimal(d);
            case DataType.BoolType b -> new ValueParsers.Bool(options);
            case DataType.StringType s -> new ValueParsers.Text();
            case DataType.AggregateStateType a -> new ValueParsers.Text();
            case DataType.FixedStringType f -> new ValueParsers.Fixed(f.length());
            case DataType.DateType d -> new ValueParsers.Date();
            case DataType.Date32Type d -> new ValueParsers.Date32();
            case DataType.DateTimeType d -> new ValueParsers.DateTime(zone(d.zone(), options), options);
            case DataType.DateTime64Type d ->
                new ValueParsers.DateTime64(zone(d.zone(), options), d.precision(), options);
            case DataType.UuidType u -> new ValueParsers.Uuid();
            case DataType.Ipv4Type i -> new ValueParsers.Ipv4();
            case DataType.Ipv6Type i -> new ValueParsers.Ipv6();
            case DataType.EnumType e -> new ValueParsers.Enumeration(e, false);
            case DataType.IntervalType i -> new NumberParsers.Int64(true);
            default -> new ValueParsers.Nothing(type);
        };
    }

    private static TimeZone zone(Optional<String> name, TextOptions options) {
        return TextWriters.zone(name, options);
    }
}
