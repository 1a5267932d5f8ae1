package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.serde.TextOptions.DateTimeOutput;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import java.util.List;
import java.util.Optional;

/** Chooses and composes the writer of a type in a style. */
final class TextWriters {
    private TextWriters() {}

    static TextWriter of(DataType type, TextStyle style, TextOptions options) {
        return switch (type) {
            case DataType.IntegerType i -> integer(i, style, options);
            case DataType.FloatType f -> new NumberWriters.Floating(f.bits(), style == TextStyle.JSON, options);
            case DataType.DecimalType d -> {
                TextWriter bare = new NumberWriters.Decimal(d, options.decimalTrailingZeros());
                yield style == TextStyle.JSON && options.jsonQuoteDecimals() ? new Enclosed(bare, '"') : bare;
            }
            case DataType.BoolType b -> new ScalarWriters.Bool(style, options);
            case DataType.StringType s -> new ScalarWriters.Text(style, options);
            case DataType.FixedStringType f -> new ScalarWriters.Fixed(style, options);
            case DataType.DateType d -> enclosed(new ScalarWriters.Date(), style);
            case DataType.Date32Type d -> enclosed(new ScalarWriters.Date32(), style);
            case DataType.DateTimeType d ->
                dateTime(new ScalarWriters.DateTime(zone(d.zone(), options), options), style, options);
            case DataType.DateTime64Type d ->
                dateTime(new ScalarWriters.DateTime64(zone(d.zone(), options), d.precision(), options), style, options);
            case DataType.UuidType u -> enclosed(new ScalarWriters.Uuid(), style);
            case DataType.Ipv4Type i -> enclosed(new ScalarWriters.Ipv4(), style);
            case DataType.Ipv6Type i -> enclosed(new ScalarWriters.Ipv6(), style);
            case DataType.EnumType e -> new ScalarWriters.Enumeration(e, style, options);
            case DataType.NullableType n -> new ScalarWriters.Null(of(n.nested(), style, options), style, options);
            case DataType.LowCardinalityType l -> new ScalarWriters.Dictionary(of(l.nested(), style, options));
            case DataType.ArrayType a
            when style == TextStyle.XML -> new XmlContainers.Elements(nested(a.element(), style, options));
            case DataType.MapType m
            when style == TextStyle.XML ->
                new XmlContainers.Pairs(nested(m.key(), style, options), nested(m.value(), style, options));
            case DataType.TupleType t
            when style == TextStyle.XML ->
                new XmlContainers.Tuple(t.elements().stream()
                        .map(e -> nested(e, style, options))
                        .toList());
            case DataType.ArrayType a -> new ContainerWriters.Array(nested(a.element(), style, options)).in(style);
            case DataType.MapType m -> map(m, style, options);
            case DataType.TupleType t -> tuple(t, style, options);
            case DataType.AggregateStateType a -> new ScalarWriters.Text(style, options);
            case DataType.SimpleAggregateType s -> of(s.nested(), style, options);
            case DataType.IntervalType i -> new NumberWriters.Signed64();
            case DataType.NothingType n -> new ScalarWriters.Nothing();
        };
    }

    private static TextWriter integer(DataType.IntegerType type, TextStyle style, TextOptions options) {
        TextWriter bare = switch (type.bits()) {
            case 8 -> type.signed() ? new NumberWriters.Signed8() : new NumberWriters.Unsigned8();
            case 16 -> type.signed() ? new NumberWriters.Signed16() : new NumberWriters.Unsigned16();
            case 32 -> type.signed() ? new NumberWriters.Signed32() : new NumberWriters.Unsigned32();
            case 64 -> type.signed() ? new NumberWriters.Signed64() : new NumberWriters.Unsigned64();
            default -> new NumberWriters.Wide(type.signed());
        };
        return style == TextStyle.JSON && type.bits() >= 64 && options.jsonQuote64() ? new Enclosed(bare, '"') : bare;
    }

    private static TextWriter enclosed(TextWriter bare, TextStyle style) {
        return switch (style) {
            case ESCAPED, RAW, XML -> bare;
            case QUOTED -> new Enclosed(bare, '\'');
            case CSV, JSON -> new Enclosed(bare, '"');
        };
    }

    private static TextWriter dateTime(TextWriter bare, TextStyle style, TextOptions options) {
        boolean number = options.dateTimeOutput() == DateTimeOutput.UNIX_TIMESTAMP && style == TextStyle.CSV;
        return number ? bare : enclosed(bare, style);
    }

    static TimeZone zone(Optional<String> name, TextOptions options) {
        return name.map(TimeZone::of).orElse(options.zone());
    }

    /** Inside of containers everything is quoted as in SQL, or JSON. */
    private static TextWriter nested(DataType type, TextStyle style, TextOptions options) {
        return of(type, style == TextStyle.JSON || style == TextStyle.XML ? style : TextStyle.QUOTED, options);
    }

    private static TextWriter map(DataType.MapType type, TextStyle style, TextOptions options) {
        TextWriter key = nested(type.key(), style, options);
        if (style == TextStyle.JSON) {
            key = jsonKey(type.key(), options);
        }
        return new ContainerWriters.Map(key, nested(type.value(), style, options)).in(style);
    }

    static TextWriter jsonKey(DataType type, TextOptions options) {
        return new JsonKey(of(type, TextStyle.RAW, options), options);
    }

    private static TextWriter tuple(DataType.TupleType type, TextStyle style, TextOptions options) {
        boolean object = style == TextStyle.JSON
                && options.jsonNamedTuplesAsObjects()
                && !type.names().isEmpty();
        if (style == TextStyle.CSV && options.csvTuplesAsCells()) {
            List<TextWriter> cells = type.elements().stream()
                    .map(e -> of(e, TextStyle.CSV, options))
                    .toList();
            return ContainerWriters.Tuple.cells(cells, options.csvDelimiter());
        }
        List<TextWriter> elements =
                type.elements().stream().map(e -> nested(e, style, options)).toList();
        if (object) {
            return ContainerWriters.Tuple.object(elements, type.names(), options);
        }
        return ContainerWriters.Tuple.list(elements, style == TextStyle.JSON).in(style);
    }

    /** Another writer's text between quotes; for texts that need no escapes. */
    private static final class Enclosed extends TextWriter {
        private final TextWriter bare;
        private final byte quote;

        Enclosed(TextWriter bare, char quote) {
            this.bare = bare;
            this.quote = (byte) quote;
        }

        @Override
        public void bind(Column column) {
            bare.bind(column);
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte(quote);
            bare.write(row, out);
            out.putByte(quote);
        }
    }

    /** A map's key as a JSON string, whatever its type. */
    private static final class JsonKey extends TextWriter {
        private final TextWriter raw;
        private final TextOptions options;
        private final ByteSink scratch = new ByteSink();

        JsonKey(TextWriter raw, TextOptions options) {
            this.raw = raw;
            this.options = options;
        }

        @Override
        public void bind(Column column) {
            raw.bind(column);
        }

        @Override
        public void write(int row, ByteSink out) {
            scratch.clear();
            raw.write(row, scratch);
            StringEscapes.json(scratch.array(), 0, scratch.size(), options, out);
        }
    }
}
