package io.millrace.functions.scalar.json;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.StringType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes JSON values into columns of any type, as JSONExtract does: what does not fit gives the type's default. */
final class JsonValues {
    private JsonValues() {}

    static JsonFunction.Extraction of(DataType type, BindContext context) {
        return switch (type) {
            case NullableType n -> {
                JsonFunction.Extraction nested = of(n.nested(), context);
                yield (document, node, out) -> {
                    NullableColumn.Builder builder = (NullableColumn.Builder) out;
                    if (document.kind(node) == JsonDocument.Kind.NULL
                            || !nested.append(document, node, builder.values())) {
                        return false;
                    }
                    builder.appendNotNull();
                    return true;
                };
            }
            case LowCardinalityType l -> {
                JsonFunction.Extraction nested = of(l.nested(), context);
                yield (document, node, out) -> {
                    ColumnBuilder one = ColumnBuilder.of(l.nested(), 1);
                    if (!nested.append(document, node, one)) {
                        return false;
                    }
                    out.append(one.build(), 0);
                    return true;
                };
            }
            case StringType s -> JsonValues::text;
            case BoolType b -> (document, node, out) -> bool(document, node, (ByteColumn.Builder) out);
            case IntegerType i -> (document, node, out) -> integer(document, node, i, out);
            case FloatType f -> (document, node, out) -> floating(document, node, f, out);
            case ArrayType a -> array(of(a.element(), context));
            case TupleType t ->
                tuple(t, t.elements().stream().map(e -> of(e, context)).toList());
            case MapType m when m.key() instanceof StringType -> map(of(m.value(), context));
            default -> byText(type, context);
        };
    }

    private static boolean text(JsonDocument document, int node, ColumnBuilder out) {
        ByteSink sink = new ByteSink();
        switch (document.kind(node)) {
            case NULL -> {
                return false;
            }
            case STRING -> document.appendText(node, sink);
            default -> document.appendJson(node, sink);
        }
        ((StringColumn.Builder) out).append(sink.array(), 0, sink.size());
        return true;
    }

    private static boolean bool(JsonDocument document, int node, ByteColumn.Builder out) {
        switch (document.kind(node)) {
            case BOOL -> out.append((byte) (document.isTrue(node) ? 1 : 0));
            case NUMBER -> out.append((byte) (document.number(node) != 0 ? 1 : 0));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean integer(JsonDocument document, int node, IntegerType type, ColumnBuilder out) {
        BigInteger value;
        switch (document.kind(node)) {
            case NUMBER -> {
                if (document.isInteger(node)) {
                    value = new BigInteger(document.text(node));
                } else {
                    double number = document.number(node);
                    if (!Double.isFinite(number)) {
                        return false;
                    }
                    value = new BigDecimal(number).toBigInteger();
                }
            }
            case STRING -> {
                String text = document.text(node);
                text = text.substring(1, text.length() - 1);
                if (!isInteger(text)) {
                    return false;
                }
                value = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
            }
            default -> {
                return false;
            }
        }
        if (value.compareTo(Numbers.min(type)) < 0 || value.compareTo(Numbers.max(type)) > 0) {
            return false;
        }
        out.append(Narrowing.ofBigs(new BigInteger[] {value}, 1, type), 0);
        return true;
    }

    private static boolean isInteger(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > from
                && text.length() <= 80
                && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean floating(JsonDocument document, int node, FloatType type, ColumnBuilder out) {
        double value;
        switch (document.kind(node)) {
            case NUMBER -> value = document.number(node);
            case STRING -> {
                ByteSink text = new ByteSink();
                document.appendText(node, text);
                try {
                    value = Double.parseDouble(text.toString());
                } catch (NumberFormatException e) {
                    return false;
                }
            }
            default -> {
                return false;
            }
        }
        out.append(Narrowing.ofDoubles(new double[] {value}, 1, type), 0);
        return true;
    }

    private static JsonFunction.Extraction array(JsonFunction.Extraction element) {
        return (document, node, out) -> {
            if (document.kind(node) != JsonDocument.Kind.ARRAY) {
                return false;
            }
            ArrayColumn.Builder builder = (ArrayColumn.Builder) out;
            boolean any = document.size(node) == 0;
            int before = builder.elements().rows();
            for (int child = document.firstChild(node); child < document.next(node); child = document.next(child)) {
                boolean fits = element.append(document, child, builder.elements());
                any |= fits;
                if (!fits) {
                    builder.elements().appendDefault();
                }
            }
            if (!any) {
                builder.elements().truncate(before);
                return false;
            }
            builder.endRow();
            return true;
        };
    }

    private static JsonFunction.Extraction tuple(TupleType type, List<JsonFunction.Extraction> elements) {
        return (document, node, out) -> {
            boolean object = document.kind(node) == JsonDocument.Kind.OBJECT;
            if (!object && document.kind(node) != JsonDocument.Kind.ARRAY) {
                return false;
            }
            TupleColumn.Builder builder = (TupleColumn.Builder) out;
            for (int i = 0; i < elements.size(); i++) {
                boolean named = object && !type.names().isEmpty();
                int child = named
                        ? document.member(node, type.names().get(i).getBytes(StandardCharsets.UTF_8))
                        : document.element(node, i + 1);
                if (child < 0 || !elements.get(i).append(document, child, builder.element(i))) {
                    builder.element(i).appendDefault();
                }
            }
            builder.endRow();
            return true;
        };
    }

    private static JsonFunction.Extraction map(JsonFunction.Extraction value) {
        return (document, node, out) -> {
            if (document.kind(node) != JsonDocument.Kind.OBJECT) {
                return false;
            }
            ArrayColumn.Builder builder = (ArrayColumn.Builder) out;
            TupleColumn.Builder pairs = (TupleColumn.Builder) builder.elements();
            for (int child = document.firstChild(node);
                    child < document.next(node);
                    child = document.next(document.next(child))) {
                text(document, child, pairs.element(0));
                if (!value.append(document, document.next(child), pairs.element(1))) {
                    pairs.element(1).appendDefault();
                }
                pairs.endRow();
            }
            builder.endRow();
            return true;
        };
    }

    private static JsonFunction.Extraction byText(DataType type, BindContext context) {
        TextReader reader = TextReader.of(
                type,
                TextStyle.RAW,
                TextOptions.defaults(TimeZone.of(context.zone().getId())));
        return (document, node, out) -> {
            ByteSink text = new ByteSink();
            switch (document.kind(node)) {
                case STRING -> document.appendText(node, text);
                case NUMBER -> document.appendJson(node, text);
                default -> {
                    return false;
                }
            }
            int before = out.rows();
            try {
                reader.bind(out);
                reader.append(text.array(), 0, text.size());
                return true;
            } catch (DbException e) {
                out.truncate(before);
                return false;
            }
        };
    }
}
