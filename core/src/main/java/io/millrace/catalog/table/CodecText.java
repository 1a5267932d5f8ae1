package io.millrace.catalog.table;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.codec.ElementType;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code CODEC(Delta(4), ZSTD(3))} as it stands in a column's definition. */
public final class CodecText {
    private CodecText() {}

    /** The codec that a text means for values of a type; an empty text means {@code fallback}. */
    public static Codec parse(String text, ElementType type, Codec fallback) {
        return text.isBlank() ? fallback : Codecs.create(calls(text), type, fallback, true);
    }

    /**
     * The clause as ClickHouse writes it, with the parameters that were left out: {@code ZSTD} is {@code ZSTD(1)}.
     *
     * @param checked whether to refuse chains that make no sense
     * @throws io.millrace.base.error.DbException if a codec is not known or does not fit the type
     */
    public static String normalized(String text, DataType type, boolean checked) {
        if (text.isBlank()) {
            return "";
        }
        List<Codecs.Call> calls = calls(text);
        if (checked) {
            Codecs.create(calls, elementType(type), Codecs.LZ4, false);
        }
        List<String> names = new ArrayList<>();
        for (Codecs.Call call : calls) {
            boolean asWritten = call.name().equals("Default")
                    || call.name().equals("DoubleDelta")
                    || Types.bare(type) instanceof DataType.TupleType;
            if (call.name().equals("LZ4HC") && call.arguments().isEmpty()) {
                names.add("LZ4HC(0)"); // the level that means LZ4's own default
                continue;
            }
            String written =
                    call.name() + (call.arguments().isEmpty() ? "" : "(" + String.join(", ", call.arguments()) + ")");
            names.add(
                    asWritten
                            ? written
                            : Codecs.create(List.of(call), elementType(type), Codecs.LZ4, true)
                                    .toString());
            checkFixedSize(call, type);
        }
        return "CODEC(" + String.join(", ", names) + ")";
    }

    private static void checkFixedSize(Codecs.Call call, DataType type) {
        boolean ofValues =
                Codecs.ofName(call.name()).filter(c -> !c.isGeneric()).isPresent();
        if (ofValues && Types.bare(type) instanceof DataType.StringType) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Codec " + call.name() + " is not applicable for " + type.name()
                            + " because the data type is not of fixed size");
        }
    }

    private static List<Codecs.Call> calls(String text) {
        String list = text.strip();
        if (list.regionMatches(true, 0, "CODEC(", 0, 6) && list.endsWith(")")) {
            list = list.substring(6, list.length() - 1);
        }
        List<Codecs.Call> calls = new ArrayList<>();
        for (String call : split(list)) {
            int open = call.indexOf('(');
            if (open < 0) {
                calls.add(Codecs.Call.of(call));
            } else {
                String arguments = call.substring(open + 1, call.lastIndexOf(')'));
                List<String> values = split(arguments).stream()
                        .map(a -> a.startsWith("'") ? a.substring(1, a.length() - 1) : a)
                        .toList();
                calls.add(new Codecs.Call(call.substring(0, open).strip(), values));
            }
        }
        return calls;
    }

    /** Pieces between commas outside of parentheses. */
    private static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                if (!text.substring(from, i).isBlank()) {
                    pieces.add(text.substring(from, i).strip());
                }
                from = i + 1;
            }
        }
        return pieces;
    }

    /** What codecs must know of a type's values. */
    public static ElementType elementType(DataType type) {
        return switch (Types.bare(type)) {
            case DataType.IntegerType i ->
                switch (i.bits()) {
                    case 8 -> i.signed() ? ElementType.INT8 : ElementType.UINT8;
                    case 16 -> i.signed() ? ElementType.INT16 : ElementType.UINT16;
                    case 32 -> i.signed() ? ElementType.INT32 : ElementType.UINT32;
                    case 64 -> i.signed() ? ElementType.INT64 : ElementType.UINT64;
                    case 128 -> ElementType.WIDE128;
                    default -> ElementType.WIDE256;
                };
            case DataType.FloatType f -> f.bits() == 32 ? ElementType.FLOAT32 : ElementType.FLOAT64;
            case DataType.BoolType b -> ElementType.UINT8;
            case DataType.DateType d -> ElementType.DATE;
            case DataType.Date32Type d -> ElementType.INT32;
            case DataType.DateTimeType d -> ElementType.DATETIME;
            case DataType.DateTime64Type d -> ElementType.DATETIME64;
            case DataType.IntervalType i -> ElementType.INT64;
            case DataType.Ipv4Type i -> ElementType.UINT32;
            case DataType.EnumType e -> e.bits() == 8 ? ElementType.ENUM8 : ElementType.ENUM16;
            case DataType.DecimalType d ->
                switch (d.bits()) {
                    case 32 -> ElementType.DECIMAL32;
                    case 64 -> ElementType.DECIMAL64;
                    case 128 -> ElementType.WIDE128;
                    default -> ElementType.WIDE256;
                };
            case DataType.ArrayType a -> elementType(a.element());
            case DataType.UuidType u -> ElementType.WIDE128;
            case DataType.Ipv6Type i -> ElementType.WIDE128;
            default -> ElementType.VARIABLE;
        };
    }
}
